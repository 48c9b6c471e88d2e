"""What may be wrong with a table that is read: the file as a whole, or a cell of it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter


class UnreadableTable(ValueError):
    """The file cannot be read at all; the message says what to do."""


class CellError(ValueError):
    """A cell holds what its column cannot take; the message says what to write instead."""


@dataclass(frozen=True)
class Fault:
    """One faulty cell: ``row`` and ``column`` are counted from 1, as spreadsheets do."""

    sheet: str
    row: int
    column: int
    heading: str
    value: str
    message: str

    @property
    def cell(self) -> str:
        """The cell's name in a spreadsheet: ``C14``."""
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def place(self) -> str:
        """The cell's name with its sheet, as a spreadsheet's address box takes it: ``Органы власти!C14``."""
        return f"{self.sheet}!{self.cell}"

    def __str__(self) -> str:
        return _("Row %(row)d, column “%(heading)s”: %(message)s") % {
            "row": self.row,
            "heading": self.heading,
            "message": self.message,
        }
