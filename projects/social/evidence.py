"""What projects, contests and councils tell of the forums' recommendations; registered when the app is ready."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Locale

from core.models import Topic
from forums.followup.evidence import Activity, Work, register_part, register_works

YEAR = dt.timedelta(days=365)


def register() -> None:
    """Make projects, contests and councils known to the forums."""
    register_works(find_works)
    register_part("projects", gettext_lazy("Base of projects"))(count_projects)
    register_part("contests", gettext_lazy("Contests and grants"))(count_contests)
    register_part("councils", gettext_lazy("Register of councils"))(count_councils)


def find_works(keys: Iterable[UUID], on: dt.date, locale: Locale) -> Mapping[UUID, Sequence[Work]]:
    """Live projects that carry the recommendations out and had begun by ``on``. Three queries."""
    from .models import ProjectPage

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


def count_projects(on: dt.date, locale: Locale, topic: Topic | None) -> Activity:
    """How many projects the base holds that had begun by ``on``."""
    from .models import ProjectIndexPage, ProjectPage, ProjectStage

    projects = ProjectPage.objects.live().public().filter(locale=locale)
    if topic:
        projects = projects.filter(topics__translation_key=topic.translation_key)
    stages = ProjectStage.objects.filter(page__in=projects.values("pk"), since__lte=on)
    latest = stages.order_by("-since").values_list("since", flat=True).first()
    count = stages.order_by().values("page").distinct().count()
    text = ngettext("%(count)d project in the base", "%(count)d projects in the base", count) % {"count": count}
    return Activity(text, _address(ProjectIndexPage, locale), latest)


def count_contests(on: dt.date, locale: Locale, topic: Topic | None) -> Activity:
    """How many contests were announced in the year up to ``on``, told by the day of publication."""
    from projects.contests.models import ContestIndexPage, ContestPage

    contests = ContestPage.objects.live().public().filter(locale=locale)
    if topic:
        contests = contests.filter(topics__translation_key=topic.translation_key)
    end = timezone.make_aware(dt.datetime.combine(on + dt.timedelta(days=1), dt.time()))
    announced = contests.filter(first_published_at__lt=end)
    latest = announced.order_by("-first_published_at").values_list("first_published_at", flat=True).first()
    count = announced.filter(first_published_at__gte=end - YEAR).count()
    text = ngettext(
        "%(count)d contest announced in the last 12 months",
        "%(count)d contests announced in the last 12 months",
        count,
    ) % {"count": count}
    return Activity(text, _address(ContestIndexPage, locale), timezone.localdate(latest) if latest else None)


def count_councils(on: dt.date, locale: Locale, topic: Topic | None) -> Activity:
    """How many councils were at work on ``on``; councils have no topics. The latest is the one registered last."""
    from projects.councils.models import CouncilIndexPage, CouncilPage

    councils = CouncilPage.objects.live().public().filter(locale=locale)
    begun = councils.annotate(begun_on=Coalesce("registered_on", "founded_on")).filter(begun_on__lte=on)
    latest = begun.order_by("-begun_on").values_list("begun_on", flat=True).first()
    count = begun.active(on).count()
    text = ngettext("%(count)d council at work", "%(count)d councils at work", count) % {"count": count}
    return Activity(text, _address(CouncilIndexPage, locale), latest)


def _address(model, locale: Locale) -> str:
    page = model.objects.live().filter(locale=locale).first()
    return page.url if page else ""
