"""What events and news tell of the forums' recommendations; registered when the app is ready."""

import datetime as dt
from functools import partial

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Locale

from core.models import Topic
from forums.followup.evidence import Activity, register_part

from .months import midnight

YEAR = dt.timedelta(days=365)


def register() -> None:
    """Make news known to the forums, and events: all of them, and each kind alone (clubs, job fairs …)."""
    from .models import EventPage

    register_part("news", _("News"), count_news)
    register_part("events", _("Events"), count_events)
    for kind, label in EventPage.Kind.choices:
        name = format_lazy("{}: {}", _("Events"), label)
        register_part(f"events-{kind}", name, partial(count_events, kind=kind))


def count_events(on: dt.date, locale: Locale, topic: Topic | None, kind: str = "") -> Activity:
    """How many meetings had begun in the year up to ``on``, each of a series counted."""
    from .models import EventIndexPage, EventPage
    from .occurrences import by_start

    before = min(midnight(on + dt.timedelta(days=1)), timezone.now())
    events = EventPage.objects.live().public().filter(locale=locale).between(before - YEAR, before)
    if kind:
        events = events.filter(kind=kind)
    if topic:
        events = events.filter(topics__translation_key=topic.translation_key)
    found = by_start(events.defer_streamfields().prefetch_related("changes"), before - YEAR, before)
    held = [meeting for meeting in found if not meeting.is_skipped]
    text = ngettext(
        "%(count)d meeting held in the last 12 months", "%(count)d meetings held in the last 12 months", len(held)
    ) % {"count": len(held)}
    index = EventIndexPage.objects.live().filter(locale=locale).first()
    query = f"?kind={kind}" if kind else ""
    return Activity(text, f"{index.url}past/{query}" if index else "", held[-1].day if held else None)


def count_news(on: dt.date, locale: Locale, topic: Topic | None) -> Activity:
    """How many pieces of news came out in the year up to ``on``."""
    from home.news.models import NewsIndexPage, NewsPage

    news = NewsPage.objects.live().public().filter(locale=locale, date__lte=on)
    if topic:
        news = news.filter(topics__translation_key=topic.translation_key)
    days = list(news.filter(date__gt=on - YEAR).order_by("-date").values_list("date", flat=True))
    latest = days[0] if days else news.order_by("-date").values_list("date", flat=True).first()
    text = ngettext(
        "%(count)d piece of news in the last 12 months", "%(count)d pieces of news in the last 12 months", len(days)
    ) % {"count": len(days)}
    index = NewsIndexPage.objects.live().filter(locale=locale).first()
    return Activity(text, index.url if index else "", latest)
