"""A sheet read back by its column spec: rows of values, and every faulty cell named."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from .columns import Column, Table, folded
from .errors import CellError, Fault, UnreadableTable
from .files import Limits, RawSheet, read_sheets
from .parsing import SHOWN, parse_cell

Parsers = Mapping[str, Callable[[Any], Any]]


@dataclass(frozen=True)
class Layout:
    """Where a sheet's columns stand, counted from 0, and their headings as written there."""

    places: dict[str, int]
    headings: dict[str, str]
    ignored: list[str]


@dataclass
class Row:
    """A filled line of a sheet. ``values`` are by column name; that of a faulty or absent cell is None."""

    sheet: str
    number: int
    values: dict[str, Any]
    faults: list[Fault]
    cells: list[Any] = field(repr=False)
    layout: Layout = field(repr=False)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def fault(self, name: str, message: str) -> Fault:
        """Note that the cell of the column ``name`` is wrong; for rules that ask for more than the one cell."""
        place = self.layout.places.get(name, 0)
        value = self.cells[place] if place < len(self.cells) else None
        shown = "" if value is None else str(value)[:SHOWN]
        found = Fault(self.sheet, self.number, place + 1, self.layout.headings.get(name, ""), shown, message)
        self.faults.append(found)
        return found


@dataclass
class ReadTable:
    """Everything that was read: the rows of all sheets, and the headings that no column has."""

    rows: list[Row]
    ignored: list[str]

    @property
    def faults(self) -> list[Fault]:
        """The faults of all rows, those that were noted after the reading included."""
        return [fault for row in self.rows for fault in row.faults]

    @property
    def good_rows(self) -> list[Row]:
        return [row for row in self.rows if not row.faults]


def read_table(
    table: Table,
    content: bytes,
    *,
    limits: Limits | None = None,
    parsers: Parsers | None = None,
    complete: bool = False,
) -> ReadTable:
    """Read the XLSX or CSV ``content`` by the columns of ``table``; their order does not matter.

    ``parsers`` read cells of the columns they are named after, before the columns' own: for what only the caller
    knows, such as a vocabulary. ``complete`` demands the heading of every column, else only the required ones and the
    key are. Of a workbook, all sheets are read that have the table's key, or without a key all required headings.
    Raises :class:`UnreadableTable` when there is none, when headings are missing, or as :func:`read_sheets` does.
    """
    found = []
    for sheet in read_sheets(content, limits):
        layout, missing = _lay_out(table, sheet, complete)
        found.append((sheet, layout, missing))
    ours = [entry for entry in found if table.key in entry[1].places] if table.key else []
    ours = ours or [entry for entry in found if not entry[2]] or found[:1]
    for sheet, _layout, missing in ours:
        if missing:
            raise UnreadableTable(_missing_message(sheet, missing))
    reader = _Reader(table, parsers or {})
    rows = [row for sheet, layout, _missing in ours for row in reader.read(sheet, layout)]
    if not rows:
        raise UnreadableTable(_("There are headings but no rows below them. Fill in at least one row."))
    return ReadTable(rows, [heading for _sheet, layout, _missing in ours for heading in layout.ignored])


def _lay_out(table: Table, sheet: RawSheet, complete: bool) -> tuple[Layout, list[str]]:
    """Recognise the headings of ``sheet``, the first of two equal ones; give also the headings that are missing."""
    known = {name: column for column in table.columns for name in column.names}
    layout = Layout({}, {}, [])
    for place, cell in enumerate(sheet.rows[0][1]):
        heading = "" if cell is None else str(cell).strip()
        column = known.get(folded(heading))
        if column and column.name not in layout.places:
            layout.places[column.name], layout.headings[column.name] = place, heading
        elif heading:
            layout.ignored.append(heading)
    needed = [column for column in table.columns if complete or column.required or column.name == table.key]
    return layout, [str(column.heading) for column in needed if column.name not in layout.places]


def _missing_message(sheet: RawSheet, missing: list[str]) -> str:
    message = _("Sheet “%(sheet)s”: these columns are missing: %(columns)s. Put the headings back as they were.")
    return message % {"sheet": sheet.title, "columns": ", ".join(f"«{heading}»" for heading in missing)}


class _Reader:
    """Reads rows, and remembers the values of unique columns over all sheets."""

    def __init__(self, table: Table, parsers: Parsers) -> None:
        self.table, self.parsers = table, parsers
        self.seen: dict[tuple[str, Any], Row] = {}

    def read(self, sheet: RawSheet, layout: Layout) -> list[Row]:
        return [self._row(sheet, layout, number, cells) for number, cells in sheet.rows[1:]]

    def _row(self, sheet: RawSheet, layout: Layout, number: int, cells: list[Any]) -> Row:
        row = Row(sheet.title, number, {}, [], cells, layout)
        for column in self.table.columns:
            row.values[column.name] = self._value(row, column)
            if column.unique:
                self._check_unique(row, column)
        return row

    def _value(self, row: Row, column: Column) -> Any:
        place = row.layout.places.get(column.name)
        cell = row.cells[place] if place is not None and place < len(row.cells) else None
        if cell is None and column.required:
            row.fault(column.name, _("This cell must be filled in."))
            return None
        try:
            return parse_cell(column, cell, self.parsers.get(column.name))
        except CellError as error:
            row.fault(column.name, str(error))
            return None

    def _check_unique(self, row: Row, column: Column) -> None:
        value = row.values[column.name]
        if value in (None, ""):
            return
        mark = (column.name, folded(str(value)))
        earlier = self.seen.setdefault(mark, row)
        if earlier is not row:
            message = _("The same stands in row %(row)d of sheet “%(sheet)s”. Leave one of them.")
            row.fault(column.name, message % {"row": earlier.number, "sheet": earlier.sheet})
