"""What projects tell of the forums' recommendations."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.db.models import Count, Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale

from core.caching import remember
from core.listings import about
from core.models import Topic
from core.visibility import readable
from forums.followup.evidence import Activity, Work

from .models import ProjectIndexPage, ProjectPage, ProjectRecommendation, ProjectStage


def find_projects(keys: Iterable[UUID], on: dt.date, locale: Locale) -> Mapping[UUID, Sequence[Work]]:
    """Live projects that carry the recommendations out and had begun by ``on``."""
    wanted = remember("recommendations carried out", _find_carried_out).intersection(keys)
    if not wanted:
        return {}
    pages = readable(ProjectPage.objects.filter(locale=locale)).carrying_out(wanted)
    found: dict[UUID, list[Work]] = {}
    for page in pages.prefetch_related("stages", "recommendations"):
        if page.begun_on and page.begun_on > on:
            continue
        work = Work(page.title, page.url, f"{_('Project')}, {page.stage_on(on).label}", page.begun_on)
        for row in page.recommendations.all():
            if row.recommendation in wanted:
                found.setdefault(row.recommendation, []).append(work)
    return found


def _find_carried_out() -> set[UUID]:
    return set(ProjectRecommendation.objects.values_list("recommendation", flat=True))


def begun_projects(on: dt.date, locale: Locale, topic: Topic | None) -> Activity:
    """How many projects the base holds that had begun by ``on``."""
    projects = about(readable(ProjectPage.objects.filter(locale=locale)), topic)
    stages = ProjectStage.objects.filter(page__in=projects.values("pk"), since__lte=on)
    begun = stages.order_by().aggregate(count=Count("page", distinct=True), latest=Max("since"))
    text = ngettext("%(count)d project in the base", "%(count)d projects in the base", begun["count"]) % begun
    base = ProjectIndexPage.objects.live().filter(locale=locale).first()
    return Activity(text, base.url if base else "", begun["latest"])
