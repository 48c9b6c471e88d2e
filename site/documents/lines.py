"""What a reader makes of a file: lines of text with the few hints of layout that tell roles apart."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, NamedTuple, Self

from documents.errors import say

SPACES = dict.fromkeys(
    map(
        ord,
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\x85",
    ),
    " ",
)
INVISIBLE = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufffe\uffff"), None
)
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
CONTROLS = {code: None for code in range(32) if chr(code) not in "\n\r\t\v\f"}
CLEAN = {**CONTROLS, **SPACES, **INVISIBLE, **LIGATURES}
LETTERSPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?=$|[\s:.,!;])")


def clean(raw: str) -> str:
    """Return *raw* as one line: single spaces, composed letters, nothing invisible, «Р Е Ш И Л И» in one word."""
    text = unicodedata.normalize("NFC", raw).replace("\n", " ").replace("\r", " ").translate(CLEAN)
    text = LETTERSPACED.sub(lambda match: match.group().replace(" ", ""), text)
    return " ".join(text.split())


class Zone(StrEnum):
    """Where on the sheet a line stands."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a document, or one line of a text whose paragraphs are not known.

    ``mark`` is the list mark that a word processor computed ("2.1.", "•"); marks typed by hand are
    still part of ``text``. ``number`` is the 1-based place in the source that an editor can find again:
    a line of a text, a paragraph of a Word document. ``wrapped`` says that the line may go on with the
    paragraph of the line above (hard-wrapped text, PDF, a manual line break).
    """

    text: str
    number: int = 0
    page: int | None = None
    mark: str = ""
    level: int | None = None
    bold: bool = False
    centred: bool = False
    right: bool = False
    in_table: bool = False
    to_whom: bool = False
    """The table's heading says that this column names the addressees."""
    column_heading: bool = False
    """The line stands in the heading row of a table."""
    gap: bool = False
    """An empty line or a noticeable space stands above."""
    indent: bool = False
    """The first line of the paragraph is set in."""
    wrapped: bool = False
    in_item: bool = False
    """The format itself says that the paragraph belongs to the list item above."""
    start: float = 0.0
    """Left and right edge on the sheet, in characters or points, where the format tells them."""
    end: float = 0.0
    zone: Zone = Zone.BODY

    def to_json(self) -> dict[str, Any]:
        """Return what the line says beyond the defaults."""
        values = ((name, getattr(self, name)) for name in DEFAULTS)
        return {"text": self.text} | {name: value for name, value in values if value != DEFAULTS[name]}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Return the line that :meth:`to_json` wrote; raise ``TypeError`` or ``ValueError`` for anything else."""
        return cls(**data | {"zone": Zone(data.get("zone", Zone.BODY))})


DEFAULTS = {item.name: item.default for item in fields(Line) if item.name != "text"}


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark for the editor about one place in the source (line 0 is the whole document).

    ``message`` is marked for translation where it is written, and may hold ``%(name)s`` for each of ``values``.
    """

    line: int
    message: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The remark in the active language."""
        return say(self.message, **self.values)

    def to_json(self) -> dict[str, Any]:
        """Return the remark to be stored: in no language yet."""
        return {"line": self.line, "message": self.message, "values": self.values}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Return the remark that :meth:`to_json` wrote; raise ``KeyError``, ``TypeError`` or ``ValueError``."""
        return cls(int(data["line"]), str(data["message"]), dict(data["values"]))


class Content(NamedTuple):
    """What the reader of one format gives."""

    lines: Sequence[Line]
    metadata: dict[str, str] = {}
    """What the file says of itself apart from its text; see ``Document``."""
    cut: bool = False
    """The document goes on beyond what the reader takes in."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its lines in reading order, its format, what the file says of itself."""

    lines: tuple[Line, ...]
    format: str = "txt"
    name: str = ""
    notices: tuple[Notice, ...] = field(default=())
    metadata: dict[str, str] = field(default_factory=dict)
    """What stands above the text for programs: the front matter of a Markdown file (``title``, ``date`` …)."""

    @property
    def text(self) -> str:
        """All of it, a line a line, each with its mark."""
        return "\n".join(f"{line.mark} {line.text}".lstrip() for line in self.lines)

    def to_json(self) -> dict[str, Any]:
        """Return the document as values that JSON knows; the notices of a reader's caller are not among them."""
        return {
            "lines": [line.to_json() for line in self.lines],
            "format": self.format,
            "name": self.name,
            "metadata": self.metadata,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Return the document that :meth:`to_json` wrote; raise ``KeyError``, ``TypeError`` or ``ValueError``."""
        lines = tuple(map(Line.from_json, data["lines"]))
        return cls(lines, format=data["format"], name=data["name"], metadata=dict(data["metadata"]))
