"""Labelled documents: the pieces of a text with their roles, laid upon its segments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from documents import read
from documents.lines import Line
from forums.importing.annotations import Role
from forums.importing.labels import BEGIN, INSIDE, OTHER, label_of
from forums.importing.parser import ordered
from forums.importing.segmentation import Segment, segments


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document's lines and its pieces in reading order, each a role (or "other") and a text with its mark."""

    name: str
    lines: tuple[Line, ...]
    pieces: tuple[tuple[str, str], ...]


class Misfit(ValueError):
    """The words of the labels are not those of the document."""


def load(folder: Path) -> list[Labelled]:
    """Return the labelled documents of *folder*: files NAME with their pieces in NAME.roles, a tab after each role."""
    result = []
    for path in sorted(folder.glob("*.roles")):
        source = path.with_suffix("")
        if source.exists():
            document = read(source.read_bytes(), source.name)
            result.append(Labelled(source.name, document.lines, pieces_of(path.read_text(encoding="utf-8"))))
    return result


def pieces_of(text: str) -> tuple[tuple[str, str], ...]:
    """Read the lines «role, tab, text» of a file of roles."""
    pairs = (line.partition("\t") for line in text.splitlines() if line.strip())
    return tuple((role, words) for role, _, words in pairs)


def lay(document: Labelled) -> tuple[list[Segment], list[str], int]:
    """Return the segments of *document*, a label for each, and how many pieces begin where no segment does.

    Raise ``Misfit`` when the pieces do not hold the document's words in its order.
    """
    found = segments(ordered(document.lines))
    owners, firsts = _owners(document.pieces)
    labels: list[str] = []
    place = 0
    begun: set[int] = set()
    for segment in found:
        written = _letters(_raw(segment))
        if written != _slice(document.pieces, owners, place, len(written)):
            raise Misfit(f"{document.name}: {_raw(segment)!r}")
        piece = owners[place][0] if place < len(owners) and written else (owners[place - 1][0] if place else 0)
        begins = piece not in begun
        begun.add(piece)
        labels.append(_label(document.pieces, firsts, piece, begins, segment))
        place += len(written)
    missed = sum(1 for number, first in firsts.items() if number not in begun)
    return found, labels, missed


def _label(
    pieces: Sequence[tuple[str, str]], firsts: dict[int, int], piece: int, begins: bool, segment: Segment
) -> str:
    role = pieces[piece][0]
    if role == OTHER:
        return OTHER
    owner = piece
    while pieces[owner][0] == Role.CONTINUATION and owner:
        owner -= 1
    begins = begins and owner == piece
    return label_of(Role(pieces[owner][0]), BEGIN if begins else INSIDE, segment.mark)


def _owners(pieces: Iterable[tuple[str, str]]) -> tuple[list[tuple[int, str]], dict[int, int]]:
    """Return for every letter of the pieces the piece it stands in, and where each piece begins."""
    owners: list[tuple[int, str]] = []
    firsts: dict[int, int] = {}
    for number, (_, text) in enumerate(pieces):
        letters = _letters(text)
        if letters:
            firsts[number] = len(owners)
            owners += [(number, letter) for letter in letters]
    return owners, firsts


def _slice(pieces: Sequence[tuple[str, str]], owners: list[tuple[int, str]], place: int, length: int) -> str:
    return "".join(letter for _, letter in owners[place : place + length])


def _raw(segment: Segment) -> str:
    text = segment.group.text[segment.start : segment.end]
    return f"{segment.mark.written} {text}" if segment.listed and segment.mark else text


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
