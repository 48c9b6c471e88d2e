"""What a forum answers at ``progress/``, ``progress.pdf``, ``progress.csv`` and ``progress.json``."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from forums.editions.models import ForumPage

from .days import ImpossibleDay, read_day
from .opendata import as_csv, row
from .pdf import render_pdf
from .since import Ground, NothingBefore, SinceLastForum, gather, since_last_forum, usual_day


def progress_page(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """The page; an impossible day is answered with a message above the state of the usual day."""
    ground = _ground(forum)
    usual, problem = usual_day(forum), ""
    day, typed = usual, request.GET.get("on", "")
    try:
        day = _day(ground, typed)
    except ImpossibleDay as error:
        problem = str(error)
    context = {
        "report": since_last_forum(ground, day),
        "earliest_day": ground.earliest,
        "latest_day": _latest(forum),
        "crumbs": [(forum.title, forum.get_url(request))],
        "typed": typed or day.isoformat(),
        "problem": problem,
        "query": "" if day == usual else f"?on={day.isoformat()}",
    }
    return forum.render(request, context_overrides=context, template="followup/progress.html")


def progress_pdf(forum: ForumPage, request: HttpRequest) -> HttpResponse:
    """The same to print and hand out."""

    def answer(report: SinceLastForum) -> HttpResponse:
        title = f"{_('Since the last forum')}. {forum.title}"
        context = {"report": report, "page": forum, "title": title}
        pdf = render_pdf("followup/progress_pdf", context, title)
        return HttpResponse(pdf, content_type="application/pdf")

    return _file(forum, request, "pdf", answer)


def progress_csv(forum: ForumPage, request: HttpRequest) -> HttpResponse:
    """The recommendations in the columns of the open data."""

    def answer(report: SinceLastForum) -> HttpResponse:
        table = as_csv(row(dossier) for dossier in report.dossiers)
        return HttpResponse(table, content_type="text/csv; charset=utf-8")

    return _file(forum, request, "csv", answer)


def progress_json(forum: ForumPage, request: HttpRequest) -> HttpResponse:
    """Counts and recommendations as data."""

    def answer(report: SinceLastForum) -> HttpResponse:
        return JsonResponse(as_json(report), json_dumps_params={"ensure_ascii": False, "indent": 1})

    return _file(forum, request, "json", answer)


def as_json(report: SinceLastForum) -> dict[str, Any]:
    """The page as data: counts overall, by addressee and topic, and every recommendation."""
    return {
        "forum": report.forum.title,
        "forum_url": report.forum.full_url,
        "on": report.on.isoformat(),
        "since": report.year.start.isoformat(),
        "answers": report.year.answers,
        "reports": report.year.reports,
        "counts": report.tally.as_dict(),
        "overdue": report.tally.overdue,
        "repeated": report.tally.repeated,
        "resolutions": [
            {
                "forum": edition.forum.title,
                "adopted_on": edition.adopted_on.isoformat(),
                "counts": edition.tally.as_dict(),
                "overdue": edition.tally.overdue,
                "repeated": edition.tally.repeated,
                "by_addressee": {line.name: line.tally.as_dict() for line in edition.by_addressee},
                "by_topic": {line.name: line.tally.as_dict() for line in edition.by_topic},
            }
            for edition in report.editions
        ],
        "recommendations": [row(dossier) for dossier in report.dossiers],
    }


def _file(
    forum: ForumPage, request: HttpRequest, extension: str, answer: Callable[[SinceLastForum], HttpResponse]
) -> HttpResponse:
    ground = _ground(forum)
    try:
        day = _day(ground, request.GET.get("on", ""))
    except ImpossibleDay as error:
        return HttpResponse(f"{error}\n", status=400, content_type="text/plain; charset=utf-8")
    response = answer(since_last_forum(ground, day))
    name = f"{slugify(forum.slug) or 'forum'}-progress-{day.isoformat()}.{extension}"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _ground(forum: ForumPage) -> Ground:
    try:
        return gather(forum, forum.locale)
    except NothingBefore:
        raise Http404("no forum before this one adopted anything") from None


def _day(ground: Ground, typed: str) -> dt.date:
    return read_day(typed, ground.earliest, _latest(ground.forum)) if typed else usual_day(ground.forum)


def _latest(forum: ForumPage) -> dt.date:
    """Tomorrow is not known yet."""
    return max(timezone.localdate(), usual_day(forum))
