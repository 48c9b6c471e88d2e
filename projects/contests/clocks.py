"""Moments by a named clock: «30 ноября 2026 года, 23:59 МСК» means the same to every reader."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _

from russian.dates import long_date
from russian.typography import NBSP

MOSCOW = ZoneInfo("Europe/Moscow")


def clock_name(moment: dt.datetime) -> str:
    """How people name the clock of an aware ``moment``: «МСК», «по местному времени», «МСК−1»."""
    own, moscow = moment.utcoffset(), moment.astimezone(MOSCOW).utcoffset()
    hours = int(((own or dt.timedelta()) - (moscow or dt.timedelta())) / dt.timedelta(hours=1))
    if not hours:
        return _("MSK")
    if own == timezone.localtime(moment, timezone.get_default_timezone()).utcoffset():
        return _("local time")
    return _("MSK") + (f"+{hours}" if hours > 0 else f"−{-hours}")


def day_and_time(moment: dt.datetime, clock: dt.tzinfo, *, is_end: bool = False) -> tuple[dt.date, str]:
    """The calendar day and the time of ``moment`` by ``clock``.

    The end of a period that falls on midnight is told as 24:00 of the day that ends: «до 0:00 1 декабря» would
    be taken for the night after.
    """
    local = timezone.localtime(moment, clock)
    if is_end and local.time() == dt.time(0):
        return local.date() - dt.timedelta(days=1), "24:00"
    return local.date(), f"{local:%-H:%M}"


def moment_words(moment: dt.datetime, clock: dt.tzinfo, *, is_end: bool = False) -> str:
    """«30 ноября 2026 года, 23:59 МСК»."""
    day, time = day_and_time(moment, clock, is_end=is_end)
    return f"{long_date(day)}, {time}{NBSP}{clock_name(timezone.localtime(moment, clock))}"


def here_words(moment: dt.datetime, clock: dt.tzinfo, *, is_end: bool = False) -> str:
    """The same moment by the site's clock, empty when it shows the same figures as ``clock``."""
    site_clock = timezone.get_default_timezone()
    if timezone.localtime(moment, clock).utcoffset() == timezone.localtime(moment, site_clock).utcoffset():
        return ""
    day, time = day_and_time(moment, site_clock, is_end=is_end)
    return f"{long_date(day)}, {time}"
