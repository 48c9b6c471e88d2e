"""The base of projects as tables: CSV and XLSX of exactly what a list shows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from core.text import without_control_characters

from .choices import Source
from .export_records import ExportRecord, export_records

if TYPE_CHECKING:
    from .querysets import ProjectQuerySet

#: A spreadsheet takes a cell that begins like this for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class ExportColumn:
    """A column: its heading, what it holds (shown to readers), and how a project's record fills it."""

    heading: Any
    meaning: Any
    value: Callable[[ExportRecord], Any]


def _own(name: str) -> Callable[[ExportRecord], Any]:
    return lambda record: record.own[name]


def _money(source: Source) -> Callable[[ExportRecord], Any]:
    return lambda record: record.money.get(source.value)


COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn(_("Number"), _("the number in the municipality's own register"), _own("external_id")),
    ExportColumn(_("Project title"), _("the project's title"), _own("title")),
    ExportColumn(_("In short"), _("what will be better and for whom"), _own("summary")),
    ExportColumn(
        _("Kind of initiator"),
        _("organisation, council, initiative group or resident"),
        lambda record: record.initiator[0],
    ),
    ExportColumn(_("Initiator"), _("who began it"), lambda record: record.initiator[1]),
    ExportColumn(
        _("Stage"),
        _("idea, seeking support, under way, done or stopped"),
        lambda record: str(record.stage.label),
    ),
    ExportColumn(_("Stage since"), _("the day on which this stage began"), _own("stage_since_day")),
    ExportColumn(_("Begun on"), _("the first day of the project's history"), lambda record: record.begun_on),
    ExportColumn(_("Topics"), _("topics, separated by semicolons"), lambda record: record.topics),
    ExportColumn(_("Territory"), _("part of the town; empty for the whole town"), _own("territory__title")),
    ExportColumn(_("Place"), _("address or landmark"), _own("address")),
    ExportColumn(_("Coordinates"), _("latitude and longitude in degrees, WGS 84"), _own("point")),
    ExportColumn(_("For whom"), _("whom the project is for"), _own("audience")),
    ExportColumn(_("Cost, ₽"), _("the whole cost in roubles"), _own("cost")),
    *(
        ExportColumn(_funds, _("roubles of this source over all years"), _money(source))
        for source, _funds in (
            (Source.MUNICIPAL, _("Local budget, ₽")),
            (Source.REGIONAL, _("Regional budget, ₽")),
            (Source.FEDERAL, _("Federal budget, ₽")),
            (Source.GRANT, _("Grants, ₽")),
            (Source.BUSINESS, _("Business, ₽")),
            (Source.RESIDENTS, _("Residents' donations, ₽")),
            (Source.OWN, _("Own money, ₽")),
        )
    ),
    ExportColumn(
        _("Money found, ₽"), _("the sum of all sources"), lambda record: sum(record.money.values(), Decimal())
    ),
    ExportColumn(_("Needed now"), _("open needs, separated by semicolons"), lambda record: record.needs),
    ExportColumn(_("Contact"), _("whom to ask"), _own("contact")),
    ExportColumn(_("Page"), _("address of the project's page"), lambda record: record.url),
)


def _rows(projects: ProjectQuerySet, base_url: str) -> Iterator[list[Any]]:
    for record in export_records(projects, base_url):
        yield [column.value(record) for column in COLUMNS]


def safe_text(value: Any) -> Any:
    """``value`` as a spreadsheet shows it and never runs it: text that looks like a formula gets an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def csv_response(projects: ProjectQuerySet, base_url: str) -> HttpResponse:
    """UTF-8 with a byte order mark, semicolons and decimal commas, as Russian spreadsheets expect."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([str(column.heading) for column in COLUMNS])
    for row in _rows(projects, base_url):
        writer.writerow([_csv_cell(value) for value in row])
    return _download(out.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", "csv")


def _csv_cell(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return safe_text(value)
    return value.strftime("%d.%m.%Y") if hasattr(value, "strftime") else f"{value}".replace(".", ",")


def xlsx_response(projects: ProjectQuerySet, base_url: str) -> HttpResponse:
    """The same as a workbook: sums are numbers, days are dates, nothing is a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(_("Projects")))
    sheet.freeze_panes = "C2"
    headings = [WriteOnlyCell(sheet, str(column.heading)) for column in COLUMNS]
    for cell in headings:
        cell.font = Font(bold=True)
    sheet.append(headings)
    for row in _rows(projects, base_url):
        sheet.append([_xlsx_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _download(out.getvalue(), kind, "xlsx")


def _xlsx_cell(sheet: Any, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = without_control_characters(value)
    if not text.startswith(("=", "#")):
        return text
    cell = WriteOnlyCell(sheet)
    cell.value, cell.data_type = text, "s"  # the type last: assigning a value guesses it anew
    return cell


def _download(content: bytes, content_type: str, extension: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    day = timezone.localdate().isoformat()
    response["Content-Disposition"] = f'attachment; filename="projects-{day}.{extension}"'
    response["X-Robots-Tag"] = "noindex"
    return response
