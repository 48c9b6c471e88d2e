"""What projects tell of the forums' recommendations."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale

from core.listings import about
from core.models import Topic
from forums.followup.evidence import Activity, Work

from .models import ProjectIndexPage, ProjectPage, ProjectStage


def find_projects(keys: Iterable[UUID], on: dt.date, locale: Locale) -> Mapping[UUID, Sequence[Work]]:
    """Live projects that carry the recommendations out and had begun by ``on``."""
    wanted = set(keys)
    pages = ProjectPage.objects.live().public().filter(locale=locale).carrying_out(wanted)
    found: dict[UUID, list[Work]] = {}
    for page in pages.prefetch_related("stages", "recommendations"):
        if page.begun_on and page.begun_on > on:
            continue
        work = Work(page.title, page.url, f"{_('Project')}, {page.stage_on(on).label}", page.begun_on)
        for row in page.recommendations.all():
            if row.recommendation in wanted:
                found.setdefault(row.recommendation, []).append(work)
    return found


def begun_projects(on: dt.date, locale: Locale, topic: Topic | None) -> Activity:
    """How many projects the base holds that had begun by ``on``."""
    projects = about(ProjectPage.objects.live().public().filter(locale=locale), topic)
    stages = ProjectStage.objects.filter(page__in=projects.values("pk"), since__lte=on)
    latest = stages.order_by("-since").values_list("since", flat=True).first()
    count = stages.order_by().values("page").distinct().count()
    text = ngettext("%(count)d project in the base", "%(count)d projects in the base", count) % {"count": count}
    base = ProjectIndexPage.objects.live().filter(locale=locale).first()
    return Activity(text, base.url if base else "", latest)
