"""Admin views: matches for one page, for the past year's pages, and what an editor decides on them."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from core.models import BasePage
from forums.followup.admin_views import heading_below_board
from forums.followup.dossiers import Dossier, load_dossiers
from forums.followup.models import ProgressReport
from forums.followup.permissions import may_report, may_touch
from forums.followup.subjects import load_subjects

from .matches import decide, load_open, load_pages, pages_of_the_year, record

YEAR = "suggestions:year"
PER_PAGE = 40
_NOTHING = 204


@never_cache
def panel(request: HttpRequest, page_id: int) -> HttpResponse:
    """The matches for a page that is being edited, as a piece of its form; nothing where there are none."""
    page = Page.objects.filter(pk=page_id).first()
    if page is None or not _may_decide(request, page):
        return HttpResponse(status=_NOTHING)
    draft = page.get_latest_revision_as_object()
    if not getattr(draft, "may_be_evidence", False):
        return HttpResponse(status=_NOTHING)
    return _panel(request, draft)


@never_cache
def for_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """The matches for one page on a screen of their own: where the message after publishing leads."""
    page = _page(request, page_id)
    [matches] = load_open(request.user).match([page])
    context = {
        **heading_below_board(_("What the page is evidence for")),
        "groups": [(page, matches)] if matches else [],
        "here": request.get_full_path(),
    }
    return render(request, "suggestions/admin/page.html", context)


@never_cache
def year(request: HttpRequest) -> HttpResponse:
    """The past year's pages with what each may be evidence for."""
    if not may_report(request.user):
        raise PermissionDenied
    places = Paginator(pages_of_the_year(), PER_PAGE).get_page(request.GET.get("p"))
    pages = load_pages(places)
    found = load_open(request.user).match(pages)
    context = {
        **heading_below_board(_("Pages of the year that may be evidence")),
        "groups": [(page, matches) for page, matches in zip(pages, found, strict=True) if matches],
        "page_obj": places,
        "here": request.get_full_path(),
    }
    return render(request, "suggestions/admin/year.html", context)


@require_POST
def make_report(request: HttpRequest, page_id: int, key: UUID) -> HttpResponse:
    """Make the report, to be approved as any other."""
    page, dossier = _page(request, page_id), _dossier(request, key)
    report = record(page, dossier, request.user)
    number = f"{dossier.subject.forum.short_title}, {dossier.subject.number}"
    if _in_form(request):
        return _panel(request, page, report=report)
    address = reverse(ProgressReport.snippet_viewset.get_url_name("edit"), args=[report.pk])
    messages.success(
        request,
        _("The report on %(number)s is written and waits for approval.") % {"number": number},
        buttons=[messages.button(address, _("Open the report"))],
    )
    return _back(request)


@require_POST
def dismiss(request: HttpRequest, page_id: int, key: UUID) -> HttpResponse:
    """Never ask again whether the page is evidence for this recommendation."""
    page, dossier = _page(request, page_id), _dossier(request, key)
    decide(page, dossier.key, request.user)
    if _in_form(request):
        return _panel(request, page)
    messages.success(request, _("It will not be asked again."))
    return _back(request)


# --- what the views share -------------------------------------------------------------------------------------------


def _panel(request: HttpRequest, page: BasePage, report: ProgressReport | None = None) -> HttpResponse:
    [matches] = load_open(request.user).match([page])
    if not matches and report is None:
        return HttpResponse(status=_NOTHING)
    context = {"matches": matches, "report": report, "page": page}
    return render(request, "suggestions/admin/panel.html", context)


def _may_decide(request: HttpRequest, page: Page) -> bool:
    """Editors of the page, and bodies on what everybody may read."""
    if not may_report(request.user):
        return False
    if page.permissions_for_user(request.user).can_edit():
        return True
    return page.live and not page.get_view_restrictions().exists()


def _page(request: HttpRequest, page_id: int) -> BasePage:
    """The page as it was last saved, published or not."""
    page = get_object_or_404(Page, pk=page_id)
    if not _may_decide(request, page):
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    if not getattr(draft, "may_be_evidence", False):
        raise Http404
    return draft


def _dossier(request: HttpRequest, key: UUID) -> Dossier:
    if not may_touch(request.user, key):
        raise PermissionDenied
    found = load_dossiers(load_subjects(keys=[key], private=True), timezone.localdate())
    if not found:
        raise Http404
    return found[0]


def _in_form(request: HttpRequest) -> bool:
    """Whether the page's form asked, which shows the answer in its place."""
    return request.headers.get("X-Requested-With") == "XMLHttpRequest"


def _back(request: HttpRequest) -> HttpResponse:
    return redirect(get_valid_next_url_from_request(request) or reverse(YEAR))
