"""What the register tells of the forums' recommendations."""

import datetime as dt

from django.db.models.functions import Coalesce
from django.utils.translation import ngettext
from wagtail.models import Locale

from core.models import Topic
from forums.followup.evidence import Activity

from .models import CouncilIndexPage, CouncilPage


def councils_at_work(on: dt.date, locale: Locale, topic: Topic | None) -> Activity:
    """How many councils were at work on the day ``on``; the latest is the one registered last.

    ``topic`` narrows nothing: councils have none.
    """
    councils = CouncilPage.objects.live().public().filter(locale=locale)
    begun = councils.annotate(begun_on=Coalesce("registered_on", "founded_on")).filter(begun_on__lte=on)
    latest = begun.order_by("-begun_on").values_list("begun_on", flat=True).first()
    count = begun.active(on).count()
    text = ngettext("%(count)d council at work", "%(count)d councils at work", count) % {"count": count}
    register = CouncilIndexPage.objects.live().filter(locale=locale).first()
    return Activity(text, register.url if register else "", latest)
