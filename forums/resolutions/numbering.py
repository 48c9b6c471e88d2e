"""Numbers of recommendations. Pure functions over strings; a number is a string, as the document has it."""

import re
from collections.abc import Iterable, Sequence

from core.text import anchor_for

#: Letters and digits in groups joined by a point, hyphen, slash or space: 7, 2.1, 3а, IV.2, 12-б.
NUMBER = re.compile(r"[^\W_]+(?:[.\-/ ][^\W_]+)*")


def clean_number(number: str) -> str:
    """``number`` without what only closes it on paper: ``2.1.`` → ``2.1``, ``а)`` → ``а``."""
    return number.strip().rstrip(".)").strip()


def is_number(number: str) -> bool:
    """Whether a cleaned ``number`` can be one, and have an address."""
    return bool(NUMBER.fullmatch(number))


def number_slug(number: str) -> str:
    """The number as a part of an address: ``1.3`` → ``1-3``, ``2а`` → ``2a``; empty for an empty number."""
    return anchor_for(re.sub(r"[./ ]", "-", number)) if number else ""


def fill_numbers(sections: Sequence[Sequence[str]]) -> list[list[str]]:
    """``sections`` of numbers with every empty one given as section.item, never one already taken."""
    taken = {number_slug(number) for numbers in sections for number in numbers if number}
    filled = []
    for position, numbers in enumerate(sections, start=1):
        filled.append([number or _free(position, item, taken) for item, number in enumerate(numbers, start=1)])
    return filled


def _free(section: int, item: int, taken: set[str]) -> str:
    while number_slug(f"{section}.{item}") in taken:
        item += 1
    taken.add(number_slug(f"{section}.{item}"))
    return f"{section}.{item}"


def repeated(numbers: Iterable[str]) -> set[str]:
    """The numbers whose addresses clash: the same number twice, or ``1.2`` beside ``1-2``."""
    seen: dict[str, str] = {}
    clashing: set[str] = set()
    for number in numbers:
        slug = number_slug(number)
        if slug and slug in seen:
            clashing |= {number, seen[slug]}
        seen.setdefault(slug, number)
    return clashing
