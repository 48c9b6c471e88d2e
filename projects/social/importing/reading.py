"""A table out of an uploaded file: the first sheet of a workbook, or CSV. Formulas are never computed."""

import csv
import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from documents.encodings import decode
from documents.errors import UnreadableDocument

from .errors import ImportFileError

MAX_BYTES = 1024 * 1024
MAX_ROWS = 500
MAX_COLUMNS = 100
#: Rows of a sheet that are looked at; the empty ones among them cost little, a million would cost much.
MAX_SCANNED = 5_000
MAX_UNPACKED = 30 * 1024 * 1024
MAX_PARTS = 300
#: openpyxl lets through whatever goes wrong inside a part.
BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    SyntaxError,
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True)
class Table:
    """Cells as they stand: ``rows`` are pairs of a row's number and its cells, ``first`` is the headings' row."""

    sheet: str
    first: int
    headings: list[str]
    rows: list[tuple[int, list[Any]]]


def read_table(name: str, content: bytes) -> Table:
    """The table in ``content``; ``name`` tells a workbook from CSV. Raises :class:`ImportFileError`."""
    if len(content) > MAX_BYTES:
        raise ImportFileError(_("The file is larger than 1 MB. Split it in parts and import them one by one."))
    if not content.strip():
        raise ImportFileError(_("The file is empty. Choose the file with the table."))
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise ImportFileError(_("This is an old .xls workbook. Open it and save it as .xlsx."))
    is_workbook = content.startswith(b"PK") or name.lower().endswith(".xlsx")
    sheet, rows = _workbook(content) if is_workbook else ("CSV", _csv(content))
    return _as_table(sheet, rows)


def _as_table(sheet: str, rows: list[list[Any]]) -> Table:
    numbered = [(number, row) for number, row in enumerate(rows, 1) if any(_is_filled(cell) for cell in row)]
    if not numbered:
        raise ImportFileError(_("There is nothing in the table. Fill in the template and choose it again."))
    (first, headings), *body = numbered
    if len(body) > MAX_ROWS:
        raise ImportFileError(
            _("There are %(count)d rows, at most %(limit)d are taken at once. Split the table in parts.")
            % {"count": len(body), "limit": MAX_ROWS}
        )
    if not body:
        raise ImportFileError(_("There are headings but no rows below them. Fill in at least one row."))
    return Table(sheet, first, [str(cell or "").strip() for cell in headings], body)


def _is_filled(cell: Any) -> bool:
    return cell is not None and bool(str(cell).strip())


def _workbook(content: bytes) -> tuple[str, list[list[Any]]]:
    """Title and rows of the first sheet. Cells with formulas give the value that was saved with them."""
    _check_archive(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = next(sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
        sheet.reset_dimensions()  # the declared size may be a lie
        cells = sheet.iter_rows(max_row=MAX_SCANNED, max_col=MAX_COLUMNS, values_only=True)
        return sheet.title, [list(row) for row in cells]
    except StopIteration as error:
        raise ImportFileError(_("The workbook has no sheet with a table.")) from error
    except BROKEN as error:
        raise ImportFileError(
            _("The workbook is damaged. Open it, save it again as .xlsx and choose it again.")
        ) from error


def _check_archive(content: bytes) -> None:
    """Refuse what unpacks to more than a table needs, is locked, or defines XML entities, before it costs anything."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise ImportFileError(_("The workbook unpacks to far too much. Copy the rows into the template."))
            for part in parts:
                start = archive.open(part).read(4096).upper()
                if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                    raise ImportFileError(_("The workbook holds what no table needs. Copy the rows into the template."))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ImportFileError(
            _("The file cannot be opened: it is damaged or locked by a password. Save it again as .xlsx without one.")
        ) from error


def _csv(content: bytes) -> list[list[Any]]:
    try:
        text = decode(content)
    except UnreadableDocument as error:
        raise ImportFileError(_("This is neither an .xlsx workbook nor CSV text. Choose another file.")) from error
    head = text.lstrip("\ufeff\r\n").partition("\n")[0]
    delimiter = max(";\t,", key=head.count)
    try:
        rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
        return [row[:MAX_COLUMNS] for _number, row in zip(range(MAX_SCANNED), rows, strict=False)]
    except csv.Error as error:
        raise ImportFileError(_("The CSV text is broken: a cell is not closed by its quotation mark.")) from error
