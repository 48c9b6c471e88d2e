"""What may be wrong with a table: with the file as a whole, or with a cell of it."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter


class ImportFileError(Exception):
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
