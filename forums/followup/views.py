"""Public views: what came of earlier forums, below a forum's page; open data with its schema."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.caching import cacheable
from core.printing import render_pdf
from core.tables import csv_response, json_records, table_schema
from forums.editions.models import ForumPage

from .choices import MEANINGS, Status
from .dossiers import Dossier, load_dossiers
from .exports import LICENCE, OPEN_DATA, progress_data
from .progress import EarlierForums, ImpossibleDay, NothingBefore, SinceLastForum
from .subjects import load_subjects
from .tallies import reporting_day

JSON = {"ensure_ascii": False, "indent": 1}


# --- since the last forum: a page's routes ----------------------------------------------------------------------


@cacheable("on")
def progress(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """The page; an impossible day is answered with a message above the state of the usual day."""
    earlier = _earlier(forum)
    usual, problem = reporting_day(forum), ""
    day, typed = usual, request.GET.get("on", "")
    try:
        day = earlier.read_day(typed)
    except ImpossibleDay as error:
        problem = str(error)
    report = earlier.as_of(day)
    context = {
        "report": report,
        "updated_on": max(filter(None, (report.updated_on, forum.updated_on)), default=None),
        "earliest_day": earlier.first_day,
        "latest_day": earlier.last_day,
        "crumbs": [(forum.title, forum.get_url(request))],
        "typed": typed or day.isoformat(),
        "problem": problem,
        "query": "" if day == usual else f"?on={day.isoformat()}",
    }
    return forum.render(request, context_overrides=context, template="followup/progress.html")


@cacheable("on")
def progress_pdf(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """The same to print and hand out."""
    report = _report(forum, request)
    if not isinstance(report, SinceLastForum):
        return report
    title = f"{_('Since the last forum')}. {forum.title}"
    pdf = render_pdf("followup/progress_pdf", {"report": report, "page": forum, "title": title}, title)
    return _named(HttpResponse(pdf, content_type="application/pdf"), forum, report.on, "pdf")


@cacheable("on")
def progress_csv(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """The recommendations in the columns of the open data."""
    report = _report(forum, request)
    if not isinstance(report, SinceLastForum):
        return report
    return csv_response(OPEN_DATA, report.dossiers, _file_name(forum, report.on, "csv"), attachment=False)


@cacheable("on")
def progress_json(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """Counts and recommendations as data."""
    report = _report(forum, request)
    if not isinstance(report, SinceLastForum):
        return report
    return _named(JsonResponse(progress_data(report), json_dumps_params=JSON), forum, report.on, "json")


def _earlier(forum: ForumPage) -> EarlierForums:
    try:
        return EarlierForums.load(forum)
    except NothingBefore:
        raise Http404("no forum before this one adopted anything") from None


def _report(forum: ForumPage, request: HttpRequest) -> SinceLastForum | HttpResponse:
    """The report of the asked day; for an impossible one the answer that says so."""
    earlier = _earlier(forum)
    try:
        return earlier.as_of(earlier.read_day(request.GET.get("on", "")))
    except ImpossibleDay as error:
        return HttpResponse(f"{error}\n", status=400, content_type="text/plain; charset=utf-8")


def _named(response: HttpResponse, forum: ForumPage, day: dt.date, extension: str) -> HttpResponse:
    name = _file_name(forum, day, extension)
    response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name) or "inline"
    return response


def _file_name(forum: ForumPage, day: dt.date, extension: str) -> str:
    return f"{slugify(forum.slug) or 'forum'}-progress-{day.isoformat()}.{extension}"


# --- open data --------------------------------------------------------------------------------------------------


@require_safe
@cacheable()
def open_data(request: HttpRequest) -> HttpResponse:
    """What is in the files, column by column, and on what terms they may be used."""
    context = {
        "meta_title": _("Open data: recommendations of the forums"),
        "columns": OPEN_DATA.data_columns,
        "licence": LICENCE,
        "statuses": [(status, MEANINGS[status]) for status in Status],
    }
    return render(request, "followup/open_data.html", context)


@require_safe
@cacheable()
def recommendations_csv(request: HttpRequest) -> HttpResponseBase:
    """All recommendations, one a line."""
    return _open(csv_response(OPEN_DATA, _dossiers(), "recommendations.csv"))


@require_safe
@cacheable()
def recommendations_json(request: HttpRequest) -> HttpResponseBase:
    """The same as JSON, with the day of the state and the licence."""
    data = {
        "updated": timezone.localdate().isoformat(),
        "licence": LICENCE,
        "recommendations": list(json_records(OPEN_DATA, _dossiers())),
    }
    return _open(JsonResponse(data, json_dumps_params=JSON))


@require_safe
@cacheable()
def recommendations_schema(request: HttpRequest) -> HttpResponseBase:
    """The columns of the CSV as a Frictionless Table Schema."""
    return _open(JsonResponse(table_schema(OPEN_DATA), json_dumps_params=JSON))


def _dossiers() -> list[Dossier]:
    return load_dossiers(load_subjects(get_language() or settings.LANGUAGE_CODE), timezone.localdate())


def _open(response: Any) -> Any:
    """Scripts of other sites may read it: it is open data."""
    response["Access-Control-Allow-Origin"] = "*"
    return response
