"""A resolution on the site and one in a document, line by line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from forums.importing.resolution import Resolution
from forums.resolutions.models import ResolutionPage
from russian.differences import word_differences

ALIKE = 60
"""Two lines of which this share agrees, in per cent, are one line with changes."""
Piece = tuple[str, bool]
"""Words, and whether the other side has them not."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of each text; one side is empty where the line stands in the other text only."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]

    @property
    def differs(self) -> bool:
        return any(changed for _words, changed in (*self.left, *self.right))


def lines_of(resolution: Resolution) -> list[str]:
    """The decisions of a document: lead-ins, addressees, numbered items."""
    lines: list[str] = []
    for section in resolution.sections:
        lines += filter(None, [*section.lead_in.splitlines(), (section.addressee or "").rstrip(":")])
        lines += (f"{item.number} {item.text}" for item in section.items)
    return [" ".join(line.split()) for line in lines]


def lines_of_page(page: ResolutionPage) -> list[str]:
    """The decisions of a page, in the same shape."""
    lines: list[str] = []
    for section in page.document_sections:
        lines += filter(None, [*section.lead_in.splitlines(), section.addressee_text.strip().rstrip(":")])
        lines += (f"{item.number} {item.text}" for item in section.items)
    return [" ".join(line.split()) for line in lines]


def compare(left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    """Lay two texts side by side; lines that are much alike stand beside each other, with what differs marked."""
    pairs: list[Pair] = []
    for kind, start, end, begin, finish in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += (Pair(((line, False),), ((line, False),)) for line in left[start:end])
        else:
            pairs += _changed(left[start:end], right[begin:finish])
    return pairs


def _changed(left: Sequence[str], right: Sequence[str]) -> Iterable[Pair]:
    """Pair the lines of a stretch that differs, each with the next one on the other side that is alike."""
    place = 0
    for line in left:
        found = next((n for n in range(place, len(right)) if fuzz.ratio(line, right[n]) >= ALIKE), None)
        if found is None:
            yield Pair(((line, True),), ())
            continue
        yield from (Pair((), ((other, True),)) for other in right[place:found])
        yield _words(line, right[found])
        place = found + 1
    yield from (Pair((), ((other, True),)) for other in right[place:])


def _words(left: str, right: str) -> Pair:
    pieces = word_differences(left, right)
    return Pair(
        tuple((piece.text, piece.tag != "same") for piece in pieces if piece.tag != "new"),
        tuple((piece.text, piece.tag != "same") for piece in pieces if piece.tag != "gone"),
    )
