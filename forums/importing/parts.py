"""The parser's working copy of a document: paragraphs whose list marks stand apart and whose roles emerge."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from documents.lines import Line, Zone
from forums.importing.annotations import AnnotatedLine, Role
from forums.importing.marks import Mark, follows, read_mark, take_mark
from forums.importing.text import is_caps

FIRST = {"1", "а", "a", "I", "А", "A"}
CAPITAL = re.compile(r"(?P<letter>[A-ZА-Я])\.\s+(?=[^\W\d_]{2})")


@dataclass(slots=True)
class Part:
    """A paragraph, or the piece of one that has a role of its own."""

    text: str
    source: Line
    mark: Mark | None = None
    level: int = 0
    role: Role | None = None
    uncertain: bool = False
    listed: bool = False
    """The mark comes from a real list of a word processor."""
    inline: bool = False
    """The piece follows another one in the same paragraph."""

    @property
    def caps(self) -> bool:
        return is_caps(self.text)

    @property
    def in_body(self) -> bool:
        return self.source.zone is Zone.BODY

    def cut(self, *texts: str) -> list["Part"]:
        """Return one part for each of *texts* that is not empty; the mark stays with the first."""
        pieces = [text.strip() for text in texts if text.strip()]
        return [
            replace(self, text=text, mark=None if index else self.mark, inline=bool(index) or self.inline)
            for index, text in enumerate(pieces)
        ]

    def give(self, role: Role, *, uncertain: bool = False) -> None:
        self.role, self.uncertain = role, uncertain

    def annotated(self) -> AnnotatedLine:
        return AnnotatedLine(
            text=self.text,
            role=self.role or Role.CLOSING,
            mark=self.mark.written if self.mark else "",
            level=self.level,
            line=self.source.number,
            page=self.source.page,
            uncertain=self.uncertain or self.role is None,
        )


def to_parts(paragraphs: list[Line]) -> list[Part]:
    """Take the list marks off *paragraphs* and tell each one's depth."""
    parts = [_part(line) for line in paragraphs]
    _distrust_lone_letters(parts)
    _take_capital_letters(parts)
    set_levels(parts)
    return parts


def _part(line: Line) -> Part:
    if line.mark:
        mark, rest = take_mark(line.text)
        own = read_mark(line.mark)
        # an author who types «1.» inside a bulleted list means the number
        if mark and own and own.is_bullet and not mark.is_bullet:
            return Part(rest, line, mark, listed=True)
        return Part(line.text, line, own, listed=True)
    mark, rest = take_mark(line.text)
    return Part(rest, line, mark)


def _distrust_lone_letters(parts: list[Part]) -> None:
    """Put «г. Озёрск» together again: a letter is a mark only where the one before it came before."""
    last: dict[str, str] = {}
    for part in parts:
        mark = part.mark
        if mark is None or part.listed:
            continue
        if mark.style == "letter." and not (mark.value in "аa" or follows(last.get(mark.style, ""), mark.value)):
            part.text, part.mark = f"{mark.written} {part.text}", None
        elif mark.style.startswith("letter"):
            last[mark.style] = mark.value


def _take_capital_letters(parts: list[Part]) -> None:
    """Take «А. Городские власти» above a list for a heading; initials have no list below them."""
    last = ""
    for part, below in pairwise(parts):
        found = CAPITAL.match(part.text) if part.mark is None else None
        if found is None or below.mark is None or below.mark.style == "capital.":
            continue
        value = found["letter"].lower()
        if value in "аa" or follows(last, value):
            last, part.text = value, part.text[found.end() :]
            part.mark = Mark(found.group().strip(), "capital.", found["letter"])


def set_levels(parts: list[Part]) -> None:
    """Give every marked part its depth: what Word says, what the number says, or what the nesting shows."""
    nesting = _Nesting()
    counted: Part | None = None
    for part in parts:
        if part.mark is None:
            if part.text.endswith(":"):
                nesting.forget()
        elif part.listed and part.source.level is not None:
            part.level = max(part.source.level, part.mark.depth - 1)
            if not part.mark.is_bullet:
                counted = part
            elif counted is not None and counted.text.endswith(":") and part.level <= counted.level:
                # bullets of another list, set in by their style alone, under «3. Создать группу в составе:»
                part.level = counted.level + 1
        else:
            part.level = nesting.depth(part.mark, part.source)


class _Nesting:
    """Follows which style of marks hangs under which."""

    def __init__(self) -> None:
        self.styles: list[tuple[str, float]] = []
        self.last: dict[str, tuple[str, int]] = {}

    def forget(self) -> None:
        """A new list may begin below; a number that goes on with an old one still finds its depth."""
        self.styles = []

    def depth(self, mark: Mark, source: Line) -> int:
        level = self._depth(mark, source)
        if not mark.is_bullet:
            self.last[mark.style] = (mark.value, level)
        return level

    def _depth(self, mark: Mark, source: Line) -> int:
        if mark.depth > 1:
            level = self._below_number(mark)
            self.styles = [*self.styles[:level], *[(mark.style, 0.0)] * (level + 1 - len(self.styles[:level]))]
            return level
        key = (mark.style, source.start if mark.is_bullet and source.end else 0.0)
        before = self.last.get(mark.style)
        if before and follows(before[0], mark.value):
            del self.styles[before[1] + 1 :]
            if len(self.styles) <= before[1]:
                self.styles += [key] * (before[1] + 1 - len(self.styles))
            return before[1]
        if mark.value in FIRST:
            self.styles = self.styles[
                : next((i for i, known in enumerate(self.styles) if known[0] == mark.style), None)
            ]
        position = next((i for i, known in enumerate(self.styles) if _same(known, key)), None)
        if position is None:
            self.styles.append(key)
        else:
            del self.styles[position + 1 :]
        return len(self.styles) - 1

    def _below_number(self, mark: Mark) -> int:
        head = mark.value.split(".")[0]
        for style in ("decimal.1.", "decimal.1)"):
            value, level = self.last.get(style, ("", 0))
            if value == head:
                return level + mark.depth - 1
        return mark.depth - 1


def _same(first: tuple[str, float], second: tuple[str, float]) -> bool:
    return first[0] == second[0] and abs(first[1] - second[1]) < 4
