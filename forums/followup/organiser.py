"""The organiser's report: counts by addressee and by responsible body, and the list behind them."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from openpyxl import Workbook

from .dossiers import Dossier
from .opendata import spreadsheet_safe
from .sheets.writing import head, put, save, sheet_name
from .tallies import columns_of, rows_by


def report_rows(dossiers: Sequence[Dossier]) -> list[tuple[str, list[str], list[list]]]:
    """Title, head and rows of each of the three tables."""
    statuses = columns_of(dossiers)
    labels = [str(status.label) for status in statuses]
    tables = []
    for title, first, names in (
        (_("By addressee"), _("Addressee"), lambda item: [item.subject.addressee]),
        (_("By responsible body"), _("Responsible body"), lambda item: [body_of(item)]),
    ):
        rows = [[row.name, row.tally.total, *row.cells, row.tally.overdue] for row in rows_by(dossiers, names)]
        tables.append((title, [first, _("In all"), *labels, _("Overdue")], rows))
    tables.append((_("List"), _list_head(), [_line(item) for item in dossiers]))
    return tables


def body_of(dossier: Dossier) -> str:
    """The responsible body's name, or a word for its absence."""
    return dossier.assignment.body.title if dossier.assignment else _("nobody yet")


def as_xlsx(dossiers: Sequence[Dossier]) -> bytes:
    """Three sheets."""
    book, taken = Workbook(), set()
    book.remove(book.active)
    for title, labels, rows in report_rows(dossiers):
        sheet = book.create_sheet(sheet_name(title, taken))
        head(sheet, labels, [40, *[14] * (len(labels) - 1)])
        for line, values in enumerate(rows, start=2):
            for place, value in enumerate(values, start=1):
                put(sheet.cell(line, place), value)
    return save(book)


def as_csv(dossiers: Sequence[Dossier]) -> bytes:
    """The same tables one under another, divided by empty lines."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    for title, labels, rows in report_rows(dossiers):
        writer.writerow([title])
        writer.writerow(labels)
        writer.writerows([_safe(row) for row in rows])
        writer.writerow([])
    return target.getvalue().encode("utf-8-sig")


def _safe(row: Iterable) -> list[str]:
    return [spreadsheet_safe("" if value is None else str(value)) for value in row]


def _list_head() -> list[str]:
    return [
        _("Recommendation"),
        _("Forum"),
        _("Number"),
        _("Addressee"),
        _("Responsible body"),
        _("State"),
        _("Report by"),
        _("Overdue"),
        _("Last report"),
    ]


def _line(item: Dossier) -> list:
    state = item.standing
    return [
        item.subject.text,
        item.subject.forum.short_title,
        item.subject.number,
        item.subject.addressee,
        body_of(item),
        str(state.status.label),
        state.due_on,
        _("yes") if state.overdue else "",
        state.last_report_on,
    ]
