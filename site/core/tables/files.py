"""Files to rows of raw cells: XLSX or CSV, told by the content. Formulas are never computed, limits come first."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from .cells import from_xlsx
from .errors import UnreadableTable
from .guard import unguard

#: openpyxl lets through whatever goes wrong inside a part.
BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    SyntaxError,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_DELIMITERS = ";\t,"


@dataclass(frozen=True)
class Limits:
    """How much is read. ``rows`` are filled ones without headings; ``scanned`` also counts the empty ones among them.

    ``unpacked`` and ``parts`` bound what a workbook, which is a ZIP archive, may hold.
    """

    size: int = 2 * 1024 * 1024
    rows: int = 5_000
    columns: int = 100
    scanned: int = 10_000
    sheets: int = 60
    unpacked: int = 40 * 1024 * 1024
    parts: int = 400

    @property
    def megabytes(self) -> int:
        return self.size // (1024 * 1024)


class ErrorText(str):
    """What a cell shows whose formula failed, such as ``#REF!``."""

    __slots__ = ()


@dataclass(frozen=True)
class RawSheet:
    """Cells as they stand: ``rows`` are pairs of a row's number, counted from 1, and its cells. None is empty."""

    title: str
    rows: list[tuple[int, list[Any]]]


def read_sheets(content: bytes, limits: Limits | None = None) -> list[RawSheet]:
    """Return the filled sheets that ``content`` holds, hidden ones left out; CSV is one sheet.

    Raises :class:`UnreadableTable` for what is no table, is damaged, or is over ``limits``.
    """
    limits = limits or Limits()
    if len(content) > limits.size:
        message = _("The file is larger than %(limit)d MB. Split the table in parts.")
        raise UnreadableTable(message % {"limit": limits.megabytes})
    if not content.strip():
        raise UnreadableTable(_("The file is empty. Choose the file with the table."))
    if content.startswith(_OLD_OFFICE):
        raise UnreadableTable(
            _("This is an old .xls workbook, or one locked by a password. Save it as .xlsx without a password.")
        )
    sheets = _read_workbook(content, limits) if content.startswith(b"PK") else [_read_csv(content, limits)]
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        raise UnreadableTable(_("There is nothing in the table. Fill in the template and choose it again."))
    if sum(len(sheet.rows) - 1 for sheet in filled) > limits.rows:
        raise _too_long(limits)
    return filled


def _too_long(limits: Limits) -> UnreadableTable:
    message = _("There are more than %(limit)d rows. Split the table in parts.")
    return UnreadableTable(message % {"limit": limits.rows})


def _read_workbook(content: bytes, limits: Limits) -> list[RawSheet]:
    _check_archive(content, limits)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if len(sheets) > limits.sheets:
            message = _("The workbook has more than %(limit)d sheets. Leave those with the table.")
            raise UnreadableTable(message % {"limit": limits.sheets})
        return [_read_worksheet(sheet, limits) for sheet in sheets]
    except UnreadableTable:
        raise
    except BROKEN as error:
        raise UnreadableTable(
            _("The workbook is damaged. Open it, save it again as .xlsx and choose it again.")
        ) from error


def _read_worksheet(sheet: Any, limits: Limits) -> RawSheet:
    sheet.reset_dimensions()  # the declared size may be a lie
    rows = sheet.iter_rows(max_col=limits.columns + 1)
    return RawSheet(sheet.title, _filled(([_from_cell(cell) for cell in row] for row in rows), sheet.title, limits))


def _from_cell(cell: Any) -> Any:
    value = cell.value
    if not isinstance(value, str):
        return value
    return ErrorText(value) if cell.data_type == "e" else unguard(from_xlsx(value))


def _check_archive(content: bytes, limits: Limits) -> None:
    """Refuse what unpacks to more than a table needs, is locked, or defines XML entities, before it costs anything."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.unpacked:
                raise UnreadableTable(_("The workbook unpacks to far too much. Copy the rows into the template."))
            if "[Content_Types].xml" not in archive.namelist():
                raise UnreadableTable(_("This is not an .xlsx workbook. Open it and save it as .xlsx."))
            for part in parts:
                start = archive.open(part).read(4096).replace(b"\0", b"").upper()
                if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                    raise UnreadableTable(_("The workbook holds what no table needs. Copy the rows into the template."))
    except UnreadableTable:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableTable(
            _("The file cannot be opened: it is damaged or locked by a password. Save it again as .xlsx without one.")
        ) from error


def _read_csv(content: bytes, limits: Limits) -> RawSheet:
    text = _decode(content)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter_of(text), strict=True)
    try:
        cells = ([unguard(cell.replace("\r\n", "\n")) for cell in row] for row in rows)
        return RawSheet("CSV", _filled(cells, "CSV", limits))
    except csv.Error as error:
        message = _("Line %(line)d of the CSV text is broken: a quotation mark there is neither closed nor doubled.")
        raise UnreadableTable(message % {"line": rows.line_num}) from error


def _decode(content: bytes) -> str:
    """Return the text: by its byte order mark, as UTF-8 where it is that, else in the code page of Russian Windows."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1251"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:20_000]
        controls = sum(letter < " " and letter not in "\t\n\r\f\v" for letter in sample)
        if "\0" not in sample and controls <= len(sample) // 100:
            return text
    raise UnreadableTable(_("This is neither an .xlsx workbook nor CSV text. Choose another file."))


def _delimiter_of(text: str) -> str:
    """Return the character that divides the first filled line in most cells."""
    start = text.lstrip("\r\n; \t,")[:20_000]

    def count(delimiter: str) -> int:
        return len(next(csv.reader(io.StringIO(start, newline=""), delimiter=delimiter), []))

    return max(_DELIMITERS, key=count)


def _filled(rows: Iterable[list[Any]], title: str, limits: Limits) -> list[tuple[int, list[Any]]]:
    found = []
    for number, row in enumerate(rows, 1):
        if number > limits.scanned:
            message = _(
                "Sheet “%(sheet)s” goes on below row %(limit)d. Delete the rows below the table, empty ones too."
            )
            raise UnreadableTable(message % {"sheet": title, "limit": limits.scanned})
        cells = [None if isinstance(cell, str) and not cell.strip() else cell for cell in row]
        if all(cell is None for cell in cells):
            continue
        if any(cell is not None for cell in cells[limits.columns :]):
            message = _("Sheet “%(sheet)s” has more than %(limit)d columns. Leave those of the template.")
            raise UnreadableTable(message % {"sheet": title, "limit": limits.columns})
        while cells[-1] is None:
            cells.pop()
        found.append((number, cells))
        if len(found) > limits.rows + 1:
            raise _too_long(limits)
    return found
