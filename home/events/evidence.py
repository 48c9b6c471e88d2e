"""What events tell of the forums' recommendations."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.models import Locale

from core.listings import about
from core.models import Topic
from forums.followup.evidence import Activity

from .models import EventIndexPage, EventPage
from .months import midnight
from .occurrences import by_start

YEAR = dt.timedelta(days=365)


def activity_of_events(on: dt.date, locale: Locale, topic: Topic | None, kind: str = "") -> Activity:
    """How many meetings had begun in the year up to ``on``, each of a series counted; ``kind`` narrows to one kind."""
    before = min(midnight(on + dt.timedelta(days=1)), timezone.now())
    events = EventPage.objects.live().public().filter(locale=locale).between(before - YEAR, before)
    if kind:
        events = events.filter(kind=kind)
    events = about(events, topic).defer_streamfields().prefetch_related("changes")
    held = [meeting for meeting in by_start(events, before - YEAR, before) if not meeting.is_skipped]
    text = ngettext(
        "%(count)d meeting held in the last 12 months", "%(count)d meetings held in the last 12 months", len(held)
    ) % {"count": len(held)}
    index = EventIndexPage.objects.live().filter(locale=locale).first()
    query = f"?kind={kind}" if kind else ""
    return Activity(text, f"{index.url}past/{query}" if index else "", held[-1].day if held else None)
