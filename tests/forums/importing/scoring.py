"""How well a reading agrees with what a person sees: items, metadata, words kept."""

import re
from collections import Counter
from collections.abc import Iterable

from documents import Document
from documents.lines import clean
from russian.numerals import neuter_ordinal
from russian.tokens import words

METADATA = ("title", "forum", "adopted_on", "place")


def normalised(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold().replace("ё", "е")).strip()


def item_f1(found: dict, expected: dict) -> float:
    """Harmonic mean of precision and recall over (addressee, text) of all recommendations."""
    got, wanted = Counter(_items(found)), Counter(_items(expected))
    hits = sum((got & wanted).values())
    return 2 * hits / (sum(got.values()) + sum(wanted.values()))


def _items(value: dict) -> Iterable[tuple[str, str, str]]:
    for section in value["sections"]:
        for item in section["recommendations"]:
            yield section["verb"], normalised(section["addressee"] or ""), normalised(item["text"])


def metadata_errors(found: dict, expected: dict) -> list[str]:
    return [f"{key}: {found[key]!r} != {expected[key]!r}" for key in METADATA if found[key] != expected[key]]


def strings(value: object) -> Iterable[str]:
    """All strings of a JSON value but the warnings."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "warnings":
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


def lost_words(document: Document, result: dict) -> Counter[str]:
    """Words of the document that the result does not hold; list marks are no words."""
    kept = Counter(plain_words("\n".join(strings(result))))
    there = Counter(plain_words("\n".join(clean(line.text) for line in document.lines)))
    return Counter({word: count for word, count in (there - kept).items() if not is_mark(word)})


def plain_words(text: str) -> list[str]:
    """Words in small letters without hyphens: a word cut at a line's end is the same as the whole one."""
    return [re.sub("[-‑]", "", word) for word in words(re.sub("[-‑¬]\n", "", text).casefold())]


def is_mark(word: str) -> bool:
    """Tell whether a word can be a list mark: a number, a letter, a Roman numeral, «первое»."""
    counted = bool(re.fullmatch(r"[ivxl]+", word)) or neuter_ordinal(word) is not None
    return word.isdigit() or len(word) == 1 or counted
