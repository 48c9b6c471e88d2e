"""XLSX workbooks: data to download, forms to send round, templates to fill in. No cell is ever a formula."""

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from .cells import xlsx_value
from .columns import Table, Type, WrittenColumn

HEAD_FILL = PatternFill("solid", fgColor="DCE8F1")
LOCKED_FILL = PatternFill("solid", fgColor="EEF1F4")
TOP = Alignment(wrap_text=True, vertical="top")
LINK_FONT = Font(color="0563C1", underline="single")
FORMATS = {
    Type.DATE: "DD.MM.YYYY",
    Type.DATETIME: "DD.MM.YYYY HH:MM",
    Type.MONEY: "#,##0.00",
    Type.YEAR: "0",
}
#: Excel opens no workbook with more links on a sheet, or with a longer one.
MAX_LINKS = 60_000
MAX_LINK = 2_000
#: Types whose cells have no style of their own.
_BARE = frozenset(set(Type) - set(FORMATS) - {Type.TEXT, Type.URL})
_WIDTHS = {Type.TEXT: 50, Type.URL: 40, Type.DATE: 13, Type.DATETIME: 17, Type.MONEY: 16}


@dataclass(frozen=True)
class Sheet:
    """A sheet to be written: ``items`` below the headings of ``table``, the first ``frozen`` columns kept in sight."""

    title: str
    table: Table
    items: Iterable[Any]
    frozen: int = 0


def write_data(target: IO[bytes], sheets: Iterable[Sheet]) -> None:
    """Write ``sheets`` as data into ``target``, row by row: codes with their words beside them, typed cells, links."""
    book = Workbook(write_only=True)
    taken: set[str] = set()
    for sheet in sheets:
        _Writer(book, sheet, sheet.table.data_columns, taken).write()
    book.save(target)


def write_form(target: IO[bytes], sheets: Iterable[Sheet]) -> None:
    """Write ``sheets`` as forms that are sent round, filled in, and read back by ``core.tables.reading``.

    Choices are words to pick from a list; columns that are not editable are grey and locked, hidden ones are hidden.
    The sheets are protected without a password: that prevents slips, and who means to change a key can.
    """
    book = Workbook(write_only=True)
    taken: set[str] = set()
    lists = _Lists(book, taken)
    for sheet in sheets:
        writer = _Writer(book, sheet, sheet.table.form_columns, taken)
        writer.lock()
        rows = writer.write()
        lists.offer(writer, max(rows, 1))
    lists.write()
    book.save(target)


def write_template(target: IO[bytes], title: str, table: Table, rows: int, frozen: int = 0) -> None:
    """Write an empty form with one example row, lists for ``rows`` rows, and a sheet that says what to write."""
    book = Workbook(write_only=True)
    taken: set[str] = set()
    lists = _Lists(book, taken)
    columns = table.form_columns
    writer = _Writer(book, Sheet(title, table, (), frozen), columns, taken, mark_required=True)
    writer.write([[written.column.example for written in columns]])
    lists.offer(writer, rows)
    _write_help(book, columns, taken)
    lists.write()
    book.save(target)


def data_workbook(*sheets: Sheet) -> bytes:
    """Return what :func:`write_data` writes."""
    out = io.BytesIO()
    write_data(out, sheets)
    return out.getvalue()


def sheet_name(title: str, taken: set[str]) -> str:
    """Return a name that Excel allows, and remember it in ``taken``: at most 31 characters, none of ``[]:*?/\\``."""
    base = re.sub(r"[\[\]:*?/\\]", " ", xlsx_value(title)).strip("' ") or "—"
    name, number = base[:31].strip("' "), 2
    while name.casefold() in taken:
        suffix = f" {number}"
        name, number = base[: 31 - len(suffix)].strip("' ") + suffix, number + 1
    taken.add(name.casefold())
    return name


def text_cell(sheet: Any, value: Any) -> WriteOnlyCell:
    """Return a cell of ``sheet`` for any value; a text stays a text, whatever it begins with."""
    plain = xlsx_value(value)
    cell = WriteOnlyCell(sheet, plain)
    if isinstance(plain, str):
        cell.data_type = "s"  # assigning a value guesses the type: a formula, an error
    elif isinstance(plain, dt.date):
        cell.number_format = FORMATS[Type.DATETIME if isinstance(plain, dt.datetime) else Type.DATE]
    return cell


class _Writer:
    """Writes one sheet of a workbook, row by row."""

    def __init__(
        self,
        book: Workbook,
        sheet: Sheet,
        columns: list[WrittenColumn],
        taken: set[str],
        *,
        mark_required: bool = False,
    ) -> None:
        self.source, self.columns, self.mark_required = sheet, columns, mark_required
        self.sheet = book.create_sheet(sheet_name(str(sheet.title), taken))
        self.locked = False
        self.row = 1
        self.links = 0

    def lock(self) -> None:
        """Let only editable cells be changed; sizes of rows and columns, sorting and filters stay free."""
        self.locked = True
        protection = self.sheet.protection
        protection.sheet = True
        protection.formatColumns = protection.formatRows = protection.sort = protection.autoFilter = False

    def write(self, extra: Iterable[Sequence[Any]] = ()) -> int:
        """Write headings, the items and the ``extra`` rows; give the number of rows below the headings."""
        head = self._head()
        self._set_layout(head)
        self.sheet.append([self._head_cell(text) for text in head])
        for values in self._values(extra):
            self.row += 1
            self.sheet.append([self._cell(place, value) for place, value in enumerate(values)])
        return self.row - 1

    def _values(self, extra: Iterable[Sequence[Any]]) -> Iterable[Sequence[Any]]:
        for item in self.source.items:
            yield [written.value_of(item) for written in self.columns]
        yield from extra

    def _head(self) -> list[str]:
        head = self.source.table.head(self.columns)
        if not self.mark_required:
            return head
        return [f"{text} *" if written.required else text for text, written in zip(head, self.columns, strict=True)]

    def _set_layout(self, head: list[str]) -> None:
        """A written-only sheet takes its panes and widths before the first row."""
        self.sheet.freeze_panes = f"{get_column_letter(self.source.frozen + 1)}2"
        for place, (written, text) in enumerate(zip(self.columns, head, strict=True), 1):
            dimension = self.sheet.column_dimensions[get_column_letter(place)]
            usual = _WIDTHS.get(written.type, max(12, min(40, len(text) + 4)))
            dimension.width = written.column.width or usual
            dimension.hidden = written.column.hidden

    def _head_cell(self, text: str) -> WriteOnlyCell:
        cell = text_cell(self.sheet, text)
        cell.font, cell.fill, cell.alignment = Font(bold=True), HEAD_FILL, TOP
        return cell

    def _cell(self, place: int, value: Any) -> Any:
        """Return a cell with its type and style, or the bare value where that comes to the same and takes less time."""
        written = self.columns[place]
        if written.type in _BARE and not self.locked:
            plain = xlsx_value(value)
            if not isinstance(plain, dt.date) and not str(plain).startswith(("=", "#")):
                return plain
        cell = text_cell(self.sheet, value)
        if written.type in FORMATS and not isinstance(cell.value, str):
            cell.number_format = FORMATS[written.type]
        if written.type == Type.URL:
            self._link(cell, place)
        if written.type == Type.TEXT or self.locked:
            cell.alignment = TOP
        if self.locked and written.column.editable:
            cell.protection = Protection(locked=False)
        elif self.locked:
            cell.fill = LOCKED_FILL
        return cell

    def _link(self, cell: WriteOnlyCell, place: int) -> None:
        """Make the cell a link when it holds an address of the web."""
        address = str(cell.value or "")
        if not address.startswith(("https://", "http://")) or len(address) > MAX_LINK or self.links >= MAX_LINKS:
            return
        self.links += 1
        cell.hyperlink = address
        cell.hyperlink.ref = f"{get_column_letter(place + 1)}{self.row}"
        cell.font = LINK_FONT


class _Lists:
    """Words to choose from, on a hidden sheet: a list inside a rule may have neither commas nor 255 characters."""

    def __init__(self, book: Workbook, taken: set[str]) -> None:
        self.book, self.taken = book, taken
        self.name = sheet_name(_("Lists"), taken)
        self.columns: dict[str, list[str]] = {}

    def offer(self, writer: _Writer, rows: int) -> None:
        """Let the choice columns of ``writer`` be filled in from a list, in ``rows`` rows below the headings."""
        for place, written in enumerate(writer.columns, 1):
            if not written.column.choices or not written.column.editable:
                continue
            words = [str(label) for value, label in written.column.choices.choices if value]
            known = self.columns.setdefault(written.name, words)
            letter = get_column_letter(list(self.columns).index(written.name) + 1)
            source = f"'{self.name}'!${letter}$1:${letter}${len(known)}"
            rule = DataValidation(type="list", formula1=source, allow_blank=True)
            rule.add(f"{get_column_letter(place)}2:{get_column_letter(place)}{rows + 1}")
            writer.sheet.data_validations.append(rule)

    def write(self) -> None:
        if not self.columns:
            return
        sheet = self.book.create_sheet(self.name)
        sheet.sheet_state = "hidden"
        for number in range(max(map(len, self.columns.values()))):
            words = [column[number] if number < len(column) else None for column in self.columns.values()]
            sheet.append([text_cell(sheet, word) for word in words])


def _write_help(book: Workbook, columns: list[WrittenColumn], taken: set[str]) -> None:
    sheet = book.create_sheet(sheet_name(_("Help"), taken))
    for letter, width in (("A", 28), ("B", 20), ("C", 90)):
        sheet.column_dimensions[letter].width = width
    rows = [[_("Column"), _("Must be filled in"), _("What to write")]]
    rows += [[written.heading, _("yes") if written.required else "", written.description] for written in columns]
    rows += [[], [_("Row 2 of the first sheet is an example: write over it.")]]
    for number, row in enumerate(rows):
        cells = [text_cell(sheet, value) for value in row]
        for cell in cells:
            cell.font = Font(bold=number == 0)
        sheet.append(cells)
