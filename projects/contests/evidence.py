"""What contests tell of the forums' recommendations."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.models import Locale

from core.listings import about
from core.models import Topic
from forums.followup.evidence import Activity

from .models import ContestIndexPage, ContestPage

YEAR = dt.timedelta(days=365)


def announced_contests(on: dt.date, locale: Locale, topic: Topic | None) -> Activity:
    """How many contests were announced in the year up to ``on``, told by the day of publication."""
    contests = about(ContestPage.objects.live().public().filter(locale=locale), topic)
    end = timezone.make_aware(dt.datetime.combine(on + dt.timedelta(days=1), dt.time()))
    announced = contests.filter(first_published_at__lt=end)
    latest = announced.order_by("-first_published_at").values_list("first_published_at", flat=True).first()
    count = announced.filter(first_published_at__gte=end - YEAR).count()
    text = ngettext(
        "%(count)d contest announced in the last 12 months",
        "%(count)d contests announced in the last 12 months",
        count,
    ) % {"count": count}
    section = ContestIndexPage.objects.live().filter(locale=locale).first()
    return Activity(text, section.url if section else "", timezone.localdate(latest) if latest else None)
