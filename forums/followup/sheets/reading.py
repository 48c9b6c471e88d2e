"""XLSX to rows of plain values. What is no such table is refused with a sentence that says what to do."""

import io
import zipfile
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from .columns import COLUMNS, HEADER_ROW, INDEX, Name

MAX_BYTES = 2 * 1024 * 1024
MAX_UNPACKED = 40 * 1024 * 1024
MAX_ROWS = 5_000
MAX_SHEETS = 60


class UnreadableTable(ValueError):
    """The file is no table of ours; the message is for the editor."""


@dataclass(frozen=True)
class Row:
    """A line of a sheet: values by column name."""

    sheet: str
    line: int
    values: dict[Name, Any]

    def place(self, name: Name) -> str:
        """«Органы власти!K12»: where a column of this line stands."""
        return f"{self.sheet}!{get_column_letter(INDEX[name] + 1)}{self.line}"

    def text(self, name: Name) -> str:
        """The cell as text, with single line ends and no space around."""
        value = self.values.get(name)
        return "" if value is None else str(value).replace("\r\n", "\n").replace("_x000D_\n", "\n").strip()


def read_table(data: bytes) -> list[Row]:
    """Every filled line of every sheet. Raises :class:`UnreadableTable`."""
    _check_size(data)
    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (
        InvalidFileException,
        DefusedXmlException,
        ParseError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
    ) as error:
        raise UnreadableTable(
            _("The file cannot be read as XLSX. Save it as an Excel workbook and try again.")
        ) from error
    if len(book.worksheets) > MAX_SHEETS:
        raise UnreadableTable(_("The workbook has too many sheets. Upload the table that was downloaded here."))
    rows: list[Row] = []
    for sheet in book.worksheets:
        rows += _rows_of(sheet)
        if len(rows) > MAX_ROWS:
            raise UnreadableTable(_("The table is too long: at most %(rows)s rows.") % {"rows": MAX_ROWS})
    if not rows:
        raise UnreadableTable(
            _("There is not one recommendation in the file. Upload the table that was downloaded here.")
        )
    return rows


def _check_size(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise UnreadableTable(_("The file is too big: at most 2 MB. Remove pictures and other sheets."))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
    except zipfile.BadZipFile as error:
        raise UnreadableTable(
            _("The file cannot be read as XLSX. Save it as an Excel workbook and try again.")
        ) from error
    if unpacked > MAX_UNPACKED:
        raise UnreadableTable(_("The file is too big once unpacked. Upload the table that was downloaded here."))


def _rows_of(sheet: Any) -> list[Row]:
    lines = sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=len(COLUMNS), values_only=True)
    header = next(lines, ())
    if not header or str(header[0] or "").strip() != str(COLUMNS[0].label):
        return []
    if [str(cell or "").strip() for cell in header] != [str(column.label) for column in COLUMNS]:
        message = _("Sheet “%(sheet)s”: columns were moved or renamed. Put the headings back as they were.")
        raise UnreadableTable(message % {"sheet": sheet.title})
    names = [column.name for column in COLUMNS]
    return [
        Row(sheet.title, line, dict(zip(names, cells, strict=True)))
        for line, cells in enumerate(lines, start=HEADER_ROW + 1)
        if any(cell not in (None, "") for cell in cells)
    ]
