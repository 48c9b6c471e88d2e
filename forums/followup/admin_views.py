"""Admin views: the board «Исполнение», the table to send round with its upload, the organiser's report."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from core.admin_screens import heading
from core.extensions import Part, extensions_of
from core.listings import ItemFilterSet
from core.tables import UnreadableTable, file_response, read_table
from core.tables.responses import CSV, XLSX
from core.uploads.forms import UploadForm
from core.uploads.views import Refused, ReviewView, UploadBaseView, UploadView
from forums.resolutions.chooser import matches

from .board import TABS, Board, load_board
from .choices import Status
from .dossiers import Dossier, load_dossiers
from .exports import report_csv, report_workbook
from .filters import BOARD_FILTERS
from .permissions import is_editor, may_report, own_keys
from .sheets import SHEET, Plan, apply_plan, plan_upload, write_sheets
from .subjects import load_subjects

BOARD = "followup_admin:board"
PER_PAGE = 50
MOST_WORDS = 200
#: The extension by which rooms above show something under a row of the board.
ROW_PARTS = "parts of the board's rows"


def board(request: HttpRequest) -> HttpResponse:
    """What is due, overdue, unanswered or waits for approval; each row leads to its forms and back."""
    if not may_report(request.user):
        raise PermissionDenied
    editor = is_editor(request.user)
    whole = load_board(own_keys(request.user))
    filters = ItemFilterSet(request.GET, whole.dossiers, BOARD_FILTERS)
    words = request.GET.get("q", "").strip()[:MOST_WORDS]
    narrowed = Board(whole.today, _search(filters.found, words), whole.waiting, whole.orphans)
    counts = {tab.slug: len(narrowed.in_tab(tab.slug)) for tab in TABS}
    slug = request.GET.get("tab", "")
    if slug not in counts:
        slug = next((tab.slug for tab in TABS if counts[tab.slug]), "all")
    shown = Paginator(narrowed.in_tab(slug), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "header_title": _("Follow-up"),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Follow-up")},
        ],
        "header_icon": "tasks",
        "q": words,
        "tabs": [(tab.slug, tab.label, counts[tab.slug]) for tab in TABS if editor or tab.slug != "unassigned"],
        "tab": slug,
        "filters": filters.bound.fields,
        "page_obj": shown,
        "parts": _parts_of_rows(request, shown.object_list),
        "board": narrowed,
        "is_editor": editor,
        "orphans": whole.orphans if editor else [],
        "here": request.get_full_path(),
        "keep": {name: value for name, value in (filters.chosen | {"q": words}).items() if value},
    }
    return render(request, "followup/admin/board.html", context)


def heading_below_board(title: str, icon: str = "tasks") -> dict[str, Any]:
    """What stands above a screen below the board."""
    return heading(title, icon, _("Follow-up"), reverse(BOARD))


def _search(dossiers: list[Dossier], words: str) -> list[Dossier]:
    """Those with all of ``words``, in any form, or with that number."""
    if not words:
        return dossiers
    return [
        item
        for item in dossiers
        if matches(words, item.subject.number, f"{item.subject.forum.short_title} {item.subject.text}")
    ]


def _parts_of_rows(request: HttpRequest, dossiers: Sequence[Dossier]) -> dict[UUID, list[Part]]:
    """What the rooms above show under the rows: they register functions of the request and the rows' dossiers."""
    parts: dict[UUID, list[Part]] = {}
    for make in extensions_of(ROW_PARTS):
        for key, part in make(request, dossiers).items():
            parts.setdefault(key, []).append(part)
    return parts


def table_to_send(request: HttpRequest) -> HttpResponseBase:
    """The table with what is known now of what the board shows; what asks for nothing is left out.

    A table of one body holds its own recommendations alone, and so no contacts of another body.
    """
    _editors_only(request)
    filters = ItemFilterSet(request.GET, _dossiers(), BOARD_FILTERS)
    found = _search(filters.found, request.GET.get("q", "").strip()[:MOST_WORDS])
    shown = Board(timezone.localdate(), found, load_board(None).waiting)
    tab = request.GET.get("tab", "all")
    items = shown.in_tab(tab) if tab in {one.slug for one in TABS} else found
    kept = {item.key for item in items if item.status != Status.NOT_NEEDED}
    items = [item for item in found if item.key in kept]
    return file_response([write_sheets(items)], XLSX, f"follow-up-{timezone.localdate().isoformat()}.xlsx")


def report(request: HttpRequest, extension: str) -> HttpResponseBase:
    """Counts by addressee and body, and the list behind them."""
    _editors_only(request)
    name = f"report-{timezone.localdate().isoformat()}.{extension}"
    if extension == "xlsx":
        return file_response([report_workbook(_dossiers())], XLSX, name)
    if extension == "csv":
        return file_response(report_csv(_dossiers()), CSV, name)
    raise Http404


def _editors_only(request: HttpRequest) -> None:
    if not is_editor(request.user):
        raise PermissionDenied


def _dossiers() -> list[Dossier]:
    return load_dossiers(load_subjects(private=True), timezone.localdate())


# --- a filled table: file, preview of every change, confirmation ------------------------------------------------


class SheetForm(UploadForm):
    """A filled table."""

    accept = ".xlsx"


class SheetMixin(UploadBaseView):
    """What both steps of the upload share."""

    kind = "followup"
    upload_url_name = "followup_admin:upload"
    review_url_name = "followup_admin:review"
    page_title = gettext_lazy("Upload a filled table")

    def may_review(self) -> bool:
        return is_editor(self.request.user)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        first, *rest = super().get_breadcrumbs_items()
        return [first, {"url": reverse(BOARD), "label": _("Follow-up")}, *rest]


class SheetUploadView(SheetMixin, UploadView):
    """Takes the table; what is no such table is refused at once."""

    template_name = "followup/admin/upload.html"
    form_class = SheetForm

    def check(self, content: bytes, form: UploadForm) -> dict[str, Any]:
        try:
            read_table(SHEET, content, complete=True)
        except UnreadableTable as error:
            raise Refused(str(error)) from error
        return {}


class SheetReviewView(SheetMixin, ReviewView):
    """Shows every change before it is made. Faults are named by cell, and then nothing is done."""

    template_name = "followup/admin/review.html"

    def make_plan(self) -> Plan:
        try:
            return plan_upload(self.upload.data)
        except UnreadableTable as error:
            raise Refused(str(error)) from error

    def apply(self, plan: Any) -> str:
        count = apply_plan(plan, self.request.user)
        added = ngettext("%(n)s record was added.", "%(n)s records were added.", count) % {"n": count}
        messages.success(self.request, added)
        return reverse(BOARD)
