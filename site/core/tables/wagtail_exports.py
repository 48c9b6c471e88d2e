"""Wagtail's own exports (listings, reports, form submissions) through the writer of the site."""

from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from .columns import Column, Table, Type
from .csv_files import csv_chunks
from .responses import CSV, XLSX, file_response
from .xlsx_files import Sheet, data_workbook, write_data


class TableExportMixin(SpreadsheetExportMixin):
    """Overrides how Wagtail's ``SpreadsheetExportMixin`` writes; stands before Wagtail's classes among a view's bases.

    What a view exports stays its own affair: ``list_export``, ``export_headings``, ``to_row_dict``, ``get_filename``
    and ``custom_field_preprocess`` work as Wagtail documents them. Conversions by class of value are the writer's.
    """

    # Of the view that it stands before.
    FORMAT_CSV: str
    get_filename: Callable[[], str]

    def stream_csv(self, queryset: Iterable[Any]) -> Iterator[bytes]:
        """Return the chunks of the CSV file."""
        return csv_chunks(_export_table(self, queryset, self.FORMAT_CSV), queryset)

    def write_csv_response(self, queryset: Iterable[Any]) -> HttpResponseBase:
        return file_response(self.stream_csv(queryset), CSV, f"{self.get_filename()}.csv", stream=True)

    def write_xlsx(self, queryset: Iterable[Any], output: IO[bytes]) -> None:
        """Write the workbook into ``output``."""
        write_data(output, [_export_sheet(self, queryset)])

    def write_xlsx_response(self, queryset: Iterable[Any]) -> HttpResponseBase:
        return file_response([data_workbook(_export_sheet(self, queryset))], XLSX, f"{self.get_filename()}.xlsx")


def override_wagtail_exports() -> None:
    """Let every export of Wagtail's admin be written as the site writes, also in views that are not ours.

    For ``AppConfig.ready()``. Wagtail has no setting for the writer, and its listings of users, redirects, search
    terms, the log and form submissions are registered by Wagtail itself.
    """
    for name in ("stream_csv", "write_csv_response", "write_xlsx", "write_xlsx_response"):
        setattr(SpreadsheetExportMixin, name, vars(TableExportMixin)[name])


def _export_sheet(view: Any, queryset: Iterable[Any]) -> Sheet:
    return Sheet(_("Sheet"), _export_table(view, queryset, view.FORMAT_XLSX), queryset, frozen=1)


def _export_table(view: Any, queryset: Any, extension: str) -> Table:
    """Return what ``view`` exports as a table; its rows are made by the view's ``to_row_dict``, one call a row."""
    rows = _LastRow(view)
    columns = [
        Column(field, view.get_heading(queryset, field), Type.STRING, value=_value(view, field, extension, rows))
        for field in view.list_export
    ]
    return Table(tuple(columns))


def _value(view: Any, field: str, extension: str, rows: "_LastRow") -> Any:
    preprocess = view.custom_field_preprocess.get(field, {}).get(extension)

    def value_of(item: Any) -> Any:
        value = rows.of(item).get(field)
        return preprocess(value) if preprocess else value

    return value_of


class _LastRow:
    """The row of the item that is being written, so that its columns do not make it anew each."""

    def __init__(self, view: Any) -> None:
        self.view = view
        self.item: Any = None
        self.row: dict[str, Any] = {}

    def of(self, item: Any) -> dict[str, Any]:
        if item is not self.item:
            self.item, self.row = item, self.view.to_row_dict(item)
        return self.row
