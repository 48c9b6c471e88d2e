"""The base of projects as tables: CSV and XLSX of exactly what a list shows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from .models.project_choices import Source

if TYPE_CHECKING:
    from .models import ProjectPage
    from .models.project_queries import ProjectQuerySet

#: A spreadsheet takes a cell that begins like this for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
BATCH = 500


@dataclass(frozen=True)
class ExportColumn:
    """A column: its heading, what it holds (shown to readers), and how a project fills it."""

    heading: Any
    meaning: Any
    value: Callable[[ProjectPage], Any]


def _money(source: Source) -> Callable[[ProjectPage], Any]:
    def value(project: ProjectPage) -> Any:
        amounts = [row.amount for row in project.fundings.all() if row.source == source]
        return sum(amounts) if amounts else None

    return value


COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn(_("Number"), _("the number in the municipality's own register"), lambda p: p.external_id),
    ExportColumn(_("Project title"), _("the project's title"), lambda p: p.title),
    ExportColumn(_("In short"), _("what will be better and for whom"), lambda p: p.summary),
    ExportColumn(
        _("Kind of initiator"),
        _("organisation, council, initiative group or resident"),
        lambda p: str(p.initiator_kind.label) if p.initiator_kind else "",
    ),
    ExportColumn(_("Initiator"), _("who began it"), lambda p: p.initiator),
    ExportColumn(_("Stage"), _("idea, seeking support, under way, done or stopped"), lambda p: str(p.stage.label)),
    ExportColumn(_("Stage since"), _("the day on which this stage began"), lambda p: p.stage_since),
    ExportColumn(_("Begun on"), _("the first day of the project's history"), lambda p: p.begun_on),
    ExportColumn(
        _("Topics"), _("topics, separated by semicolons"), lambda p: "; ".join(t.title for t in p.topics.all())
    ),
    ExportColumn(_("Territory"), _("part of the town; empty for the whole town"), lambda p: str(p.territory or "")),
    ExportColumn(_("Place"), _("address or landmark"), lambda p: p.address),
    ExportColumn(_("Coordinates"), _("latitude and longitude in degrees, WGS 84"), lambda p: p.point),
    ExportColumn(_("For whom"), _("whom the project is for"), lambda p: p.audience),
    ExportColumn(_("Cost, ₽"), _("the whole cost in roubles"), lambda p: p.cost),
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
    ExportColumn(_("Money found, ₽"), _("the sum of all sources"), lambda p: p.found),
    ExportColumn(
        _("Needed now"),
        _("open needs, separated by semicolons"),
        lambda p: "; ".join(f"{n.get_kind_display()}: {n.text}" for n in p.open_needs),
    ),
    ExportColumn(_("Contact"), _("whom to ask"), lambda p: p.contact),
    ExportColumn(_("Page"), _("address of the project's page"), lambda p: p.full_url),
)


def _rows(projects: ProjectQuerySet) -> Iterator[list[Any]]:
    for project in projects.for_rows().prefetch_related("stages", "topics").iterator(chunk_size=BATCH):
        yield [column.value(project) for column in COLUMNS]


def safe_text(value: Any) -> Any:
    """``value`` as a spreadsheet shows it and never runs it: text that looks like a formula gets an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def csv_response(projects: ProjectQuerySet) -> HttpResponse:
    """UTF-8 with a byte order mark, semicolons and decimal commas, as Russian spreadsheets expect."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([str(column.heading) for column in COLUMNS])
    for row in _rows(projects):
        writer.writerow([_csv_cell(value) for value in row])
    return _download(out.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", "csv")


def _csv_cell(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return safe_text(value)
    return value.strftime("%d.%m.%Y") if hasattr(value, "strftime") else f"{value}".replace(".", ",")


def xlsx_response(projects: ProjectQuerySet) -> HttpResponse:
    """The same as a workbook: sums are numbers, days are dates, nothing is a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(_("Projects")))
    sheet.freeze_panes = "C2"
    headings = [WriteOnlyCell(sheet, str(column.heading)) for column in COLUMNS]
    for cell in headings:
        cell.font = Font(bold=True)
    sheet.append(headings)
    for row in _rows(projects):
        sheet.append([_xlsx_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _download(out.getvalue(), kind, "xlsx")


def _xlsx_cell(sheet: Any, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet)
    cell.value, cell.data_type = value, "s"  # the type last: assigning a value guesses it anew
    return cell


def _download(content: bytes, content_type: str, extension: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    day = timezone.localdate().isoformat()
    response["Content-Disposition"] = f'attachment; filename="projects-{day}.{extension}"'
    response["X-Robots-Tag"] = "noindex"
    return response
