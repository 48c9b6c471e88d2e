"""What each section of the front page finds: few queries, however much the site holds."""

from typing import Any

from wagtail.models import Locale


def forum(locale: Locale) -> Any:
    return None


contests = events = news = projects = councils = forum
