"""A document whose lines have roles: what the review screen shows, changes and stores between requests."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.lines import Notice


class Role(StrEnum):
    """What a line is to the resolution. The order is that of the paper document."""

    LETTERHEAD = "letterhead"
    TITLE = "title"
    THEME = "theme"
    DATE = "date"
    PLACE = "place"
    PREAMBLE = "preamble"
    LEAD_IN = "lead_in"
    ADDRESSEE = "addressee"
    RECOMMENDATION = "recommendation"
    CONTINUATION = "continuation"
    CLOSING = "closing"
    SIGNATURE = "signature"


ROLE_LABELS = {
    Role.LETTERHEAD: _("Letterhead"),
    Role.TITLE: _("Title"),
    Role.THEME: _("Theme of the forum"),
    Role.DATE: _("Date"),
    Role.PLACE: _("Place"),
    Role.PREAMBLE: _("Preamble"),
    Role.LEAD_IN: _("Lead-in"),
    Role.ADDRESSEE: _("Addressee"),
    Role.RECOMMENDATION: _("Recommendation"),
    Role.CONTINUATION: _("Continuation of the line above"),
    Role.CLOSING: _("Closing remarks"),
    Role.SIGNATURE: _("Signature"),
}

ROLE_WORDS = {
    Role.LETTERHEAD: pgettext_lazy("role of a line", "letterhead"),
    Role.TITLE: pgettext_lazy("role of a line", "title"),
    Role.THEME: pgettext_lazy("role of a line", "theme"),
    Role.DATE: pgettext_lazy("role of a line", "date"),
    Role.PLACE: pgettext_lazy("role of a line", "place"),
    Role.PREAMBLE: pgettext_lazy("role of a line", "preamble"),
    Role.LEAD_IN: pgettext_lazy("role of a line", "lead-in"),
    Role.ADDRESSEE: pgettext_lazy("role of a line", "addressee"),
    Role.RECOMMENDATION: pgettext_lazy("role of a line", "recommendation"),
    Role.CONTINUATION: pgettext_lazy("role of a line", "continued"),
    Role.CLOSING: pgettext_lazy("role of a line", "closing"),
    Role.SIGNATURE: pgettext_lazy("role of a line", "signature"),
}
"""The roles in a word, for the margin."""


@dataclass(frozen=True, slots=True)
class AnnotatedLine:
    """One line with its role.

    ``mark`` is the list mark (typed or computed) that stood before ``text``; ``line`` and ``page`` say where
    in the source; ``uncertain`` asks the editor to look. ``glued`` joins without a space: the line was cut
    in the middle of a word.
    """

    text: str
    role: Role
    mark: str = ""
    level: int = 0
    line: int = 0
    page: int | None = None
    uncertain: bool = False
    glued: bool = False
    probability: float = 1.0
    """How likely ``role`` is; 1 once the editor has decided."""
    second: Role | None = None
    """The second-best role of an uncertain line, and how likely it is."""
    second_probability: float = 0.0

    def to_json(self) -> dict:
        return {
            "text": self.text,
            "role": self.role.value,
            "mark": self.mark,
            "level": self.level,
            "line": self.line,
            "page": self.page,
            "uncertain": self.uncertain,
            "glued": self.glued,
            "probability": self.probability,
            "second": self.second.value if self.second else None,
            "second_probability": self.second_probability,
        }

    @classmethod
    def from_json(cls, data: dict) -> "AnnotatedLine":
        """Rebuild a line; raise ``ValueError``, ``KeyError`` or ``TypeError`` on data of another shape."""
        page, second = data.get("page"), data.get("second")
        return cls(
            text=str(data["text"]),
            role=Role(data["role"]),
            mark=str(data.get("mark", "")),
            level=int(data.get("level", 0)),
            line=int(data.get("line", 0)),
            page=None if page is None else int(page),
            uncertain=bool(data.get("uncertain", False)),
            glued=bool(data.get("glued", False)),
            probability=float(data.get("probability", 1.0)),
            second=Role(second) if second else None,
            second_probability=float(data.get("second_probability", 0.0)),
        )


DECIDED: dict[str, Any] = {"uncertain": False, "probability": 1.0, "second": None, "second_probability": 0.0}
"""What a line says of its role once the editor has decided."""


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """All lines of a document with their roles, and what the reader had to say about it."""

    lines: tuple[AnnotatedLine, ...]
    name: str = ""
    format: str = "txt"
    notices: tuple[Notice, ...] = ()

    def to_json(self) -> dict:
        return {
            "name": self.name,
            "format": self.format,
            "lines": [line.to_json() for line in self.lines],
            "notices": [notice.to_json() for notice in self.notices],
        }

    @classmethod
    def from_json(cls, data: dict) -> "AnnotatedDocument":
        """Rebuild a document from :meth:`to_json`; raise ``ValueError``, ``KeyError`` or ``TypeError`` on rubbish."""
        return cls(
            lines=tuple(AnnotatedLine.from_json(line) for line in data["lines"]),
            name=str(data.get("name", "")),
            format=str(data.get("format", "txt")),
            notices=tuple(map(Notice.from_json, data.get("notices", ()))),
        )

    def with_lines(self, lines: Iterable[AnnotatedLine]) -> "AnnotatedDocument":
        return replace(self, lines=tuple(lines))


def change_role(document: AnnotatedDocument, index: int, role: Role) -> AnnotatedDocument:
    """Return *document* with another role for the line at *index*; the editor's word is certain."""
    lines = list(document.lines)
    lines[index] = replace(lines[index], role=role, **DECIDED)
    return document.with_lines(lines)


def join_with_previous(document: AnnotatedDocument, index: int) -> AnnotatedDocument:
    """Return *document* with the line at *index* made part of the line above, whose role and mark stay.

    Raise ``IndexError`` for the first line, which has none above it.
    """
    if not 0 < index < len(document.lines):
        raise IndexError(index)
    lines = list(document.lines)
    above, line = lines[index - 1], lines[index]
    own = f"{line.mark} {line.text}" if line.mark else line.text
    space = "" if line.glued else " "
    lines[index - 1 : index + 1] = [replace(above, text=f"{above.text}{space}{own}".strip(), **DECIDED)]
    return document.with_lines(lines)


def split_line(document: AnnotatedDocument, index: int, position: int) -> AnnotatedDocument:
    """Return *document* with the line at *index* cut before the character at *position*.

    Both parts keep the role; the mark stays with the first. Joining them gives the line back.
    Raise ``ValueError`` when either part would be empty.
    """
    lines = list(document.lines)
    line = lines[index]
    head, tail = line.text[:position].rstrip(), line.text[position:].lstrip()
    if position < 0 or not head or not tail:
        raise ValueError(position)
    glued = not line.text[:position][-1:].isspace() and not line.text[position : position + 1].isspace()
    lines[index : index + 1] = [
        replace(line, text=head, **DECIDED),
        replace(line, text=tail, mark="", glued=glued, **DECIDED),
    ]
    return document.with_lines(lines)
