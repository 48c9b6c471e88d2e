"""What a reader makes of a file: lines of text with the few hints of layout that tell roles apart."""

from dataclasses import dataclass, field
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark for the editor about one place in the source (line 0 is the whole document)."""

    line: int
    message: str

    def to_json(self) -> dict:
        return {"line": self.line, "message": self.message}


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its lines in reading order, its format, what the reader had to guess."""

    lines: tuple[Line, ...]
    format: str = "txt"
    name: str = ""
    notices: tuple[Notice, ...] = field(default=())
