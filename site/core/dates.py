"""Dates as people write them, in the active language. Pure functions of a date and a language."""

import datetime as dt

from django.utils import formats, timezone
from django.utils.translation import get_language, override

NBSP = "\u00a0"


def as_day(moment: dt.date | dt.datetime) -> dt.date:
    """The calendar day of ``moment`` in the site's time zone."""
    if isinstance(moment, dt.datetime):
        return timezone.localtime(moment).date() if timezone.is_aware(moment) else moment.date()
    return moment


def _day_month(day: dt.date, language: str) -> str:
    with override(language):
        return formats.date_format(day, f"j{NBSP}E" if language == "ru" else f"j{NBSP}F")


def _year(day: dt.date, language: str) -> str:
    return f"{day.year}{NBSP}года" if language == "ru" else str(day.year)


def long_date(moment: dt.date | dt.datetime, language: str | None = None) -> str:
    """«26 апреля 2017 года», "26 April 2017"."""
    language = language or get_language() or "ru"
    day = as_day(moment)
    return f"{_day_month(day, language)} {_year(day, language)}"


def date_range(
    start: dt.date | dt.datetime, end: dt.date | dt.datetime | None = None, language: str | None = None
) -> str:
    """«25–26 апреля 2017 года», «30 апреля – 2 мая 2017 года», «30 декабря 2017 года – 2 января 2018 года»."""
    language = language or get_language() or "ru"
    first, last = as_day(start), as_day(end or start)
    if first == last:
        return long_date(first, language)
    if first.year != last.year:
        return f"{long_date(first, language)}{NBSP}– {long_date(last, language)}"
    if first.month != last.month:
        return f"{_day_month(first, language)}{NBSP}– {long_date(last, language)}"
    return f"{first.day}–{long_date(last, language)}"
