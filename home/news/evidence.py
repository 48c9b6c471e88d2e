"""What news tell of the forums' recommendations."""

import datetime as dt

from django.utils.translation import ngettext
from wagtail.models import Locale

from core.listings import about
from core.models import Topic
from forums.followup.evidence import Activity

from .models import NewsIndexPage, NewsPage

YEAR = dt.timedelta(days=365)


def activity_of_news(on: dt.date, locale: Locale, topic: Topic | None) -> Activity:
    """How many pieces of news came out in the year up to ``on``."""
    news = about(NewsPage.objects.live().public().filter(locale=locale, date__lte=on), topic)
    days = list(news.filter(date__gt=on - YEAR).order_by("-date").values_list("date", flat=True))
    latest = days[0] if days else news.order_by("-date").values_list("date", flat=True).first()
    text = ngettext(
        "%(count)d piece of news in the last 12 months", "%(count)d pieces of news in the last 12 months", len(days)
    ) % {"count": len(days)}
    index = NewsIndexPage.objects.live().filter(locale=locale).first()
    return Activity(text, index.url if index else "", latest)
