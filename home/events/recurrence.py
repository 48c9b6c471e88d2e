"""Series of meetings: from an editor's choice to dates. Pure functions over dateutil's recurrence rules."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

#: No series is followed further than this from its first meeting.
HORIZON = dt.timedelta(days=366 * 10)
LAST_WEEK = 5
#: How long a meeting lasts when nobody has said.
USUAL_DURATION = dt.timedelta(hours=2)


class Repeat(models.TextChoices):
    """How a meeting comes back. Weekday and ordinal are those of its first date."""

    NEVER = "", _("Does not repeat")
    DAILY = "daily", _("Every day")
    WEEKLY = "weekly", _("Every week, on the same weekday")
    FORTNIGHTLY = "fortnightly", _("Every two weeks, on the same weekday")
    MONTHLY_WEEKDAY = "monthly-weekday", _("Every month, on the same weekday: say, the second Thursday")
    MONTHLY_DATE = "monthly-date", _("Every month, on the same date")
    YEARLY = "yearly", _("Every year")


def ordinal_in_month(day: dt.date) -> int:
    """Which of its weekday in the month ``day`` is: 1 to 4, or -1 for the fifth, that is, the last one."""
    ordinal = (day.day - 1) // 7 + 1
    return -1 if ordinal == LAST_WEEK else ordinal


def rule(repeat: str, start: dt.datetime, until: dt.date | None = None) -> rrule:
    """The recurrence rule of a series that begins at ``start`` (aware) and lasts through the day ``until``.

    It is computed in the site's wall-clock time, so that a change of the zone's offset moves no meeting.
    """
    first = timezone.localtime(start).replace(tzinfo=None)
    last = first + HORIZON
    if until:
        last = min(last, dt.datetime.combine(until, dt.time.max))
    options: dict[str, dict[str, Any]] = {
        Repeat.DAILY: {"freq": DAILY},
        Repeat.WEEKLY: {"freq": WEEKLY},
        Repeat.FORTNIGHTLY: {"freq": WEEKLY, "interval": 2},
        Repeat.MONTHLY_DATE: {"freq": MONTHLY},
        Repeat.MONTHLY_WEEKDAY: {"freq": MONTHLY, "byweekday": weekday(first.weekday(), ordinal_in_month(first))},
        Repeat.YEARLY: {"freq": YEARLY},
    }
    if repeat not in options:
        return rrule(DAILY, dtstart=first, count=1)
    return rrule(dtstart=first, until=last, **options[repeat])


def starts(
    repeat: str, start: dt.datetime, until: dt.date | None, after: dt.datetime, before: dt.datetime
) -> Iterator[dt.datetime]:
    """When the meetings begin that begin in [``after``, ``before``), earliest first."""
    low, high = (timezone.localtime(moment).replace(tzinfo=None) for moment in (after, before))
    for moment in rule(repeat, start, until).xafter(low, inc=True):
        if moment >= high:
            return
        yield timezone.make_aware(moment)


def next_start(repeat: str, start: dt.datetime, until: dt.date | None, after: dt.datetime) -> dt.datetime | None:
    """When the first meeting begins that begins at ``after`` or later; None when there is none."""
    return next(islice(starts(repeat, start, until, after, after + HORIZON), 1), None)


def moment_of(start: dt.datetime, day: dt.date) -> dt.datetime:
    """When a meeting of a series begins that it has on ``day``: at the time of day of the first one."""
    return timezone.make_aware(dt.datetime.combine(day, timezone.localtime(start).time()))


def meets_on(repeat: str, start: dt.datetime, until: dt.date | None, day: dt.date) -> bool:
    """Whether the rule puts a meeting on ``day``."""
    moment = moment_of(start, day)
    return next_start(repeat, start, until, moment) == moment


def last_start(
    repeat: str, start: dt.datetime, until: dt.date | None, changes: Mapping[dt.date, dt.datetime | None] | None = None
) -> dt.datetime:
    """When the last meeting begins; a series without an end is followed as far as :data:`HORIZON`.

    ``changes`` maps days of the rule to the moment that a meeting is moved to, or to None when it is skipped.
    """
    moved = changes or {}
    kept = [timezone.make_aware(moment) for moment in rule(repeat, start, until) if moment.date() not in moved]
    return max([*kept[-1:], *(moment for moment in moved.values() if moment)], default=start)


#: Whole phrases, since in Russian the ordinal agrees with the weekday's gender. Monday first.
WEEKLY_WORDS = (
    _("every Monday"),
    _("every Tuesday"),
    _("every Wednesday"),
    _("every Thursday"),
    _("every Friday"),
    _("every Saturday"),
    _("every Sunday"),
)
MONTHLY_WORDS = {
    1: (
        _("every first Monday of the month"),
        _("every first Tuesday of the month"),
        _("every first Wednesday of the month"),
        _("every first Thursday of the month"),
        _("every first Friday of the month"),
        _("every first Saturday of the month"),
        _("every first Sunday of the month"),
    ),
    2: (
        _("every second Monday of the month"),
        _("every second Tuesday of the month"),
        _("every second Wednesday of the month"),
        _("every second Thursday of the month"),
        _("every second Friday of the month"),
        _("every second Saturday of the month"),
        _("every second Sunday of the month"),
    ),
    3: (
        _("every third Monday of the month"),
        _("every third Tuesday of the month"),
        _("every third Wednesday of the month"),
        _("every third Thursday of the month"),
        _("every third Friday of the month"),
        _("every third Saturday of the month"),
        _("every third Sunday of the month"),
    ),
    4: (
        _("every fourth Monday of the month"),
        _("every fourth Tuesday of the month"),
        _("every fourth Wednesday of the month"),
        _("every fourth Thursday of the month"),
        _("every fourth Friday of the month"),
        _("every fourth Saturday of the month"),
        _("every fourth Sunday of the month"),
    ),
    -1: (
        _("every last Monday of the month"),
        _("every last Tuesday of the month"),
        _("every last Wednesday of the month"),
        _("every last Thursday of the month"),
        _("every last Friday of the month"),
        _("every last Saturday of the month"),
        _("every last Sunday of the month"),
    ),
}


def in_words(repeat: str, start: dt.datetime) -> str:
    """How a series comes back, for readers: «every second Thursday of the month»; empty for a single meeting."""
    first = timezone.localtime(start)
    if repeat == Repeat.MONTHLY_WEEKDAY:
        return str(MONTHLY_WORDS[ordinal_in_month(first)][first.weekday()])
    if repeat in (Repeat.WEEKLY, Repeat.FORTNIGHTLY):
        words = WEEKLY_WORDS[first.weekday()]
        return str(words) if repeat == Repeat.WEEKLY else gettext("%(weekly)s, every other week") % {"weekly": words}
    if repeat == Repeat.MONTHLY_DATE:
        return gettext("on day %(day)s of every month") % {"day": first.day}
    plain: dict[str, str] = {Repeat.DAILY: gettext("every day"), Repeat.YEARLY: gettext("every year")}
    return plain.get(repeat, "")


def calendar_rule(repeat: str, start: dt.datetime, until: dt.date | None) -> str:
    """The rule as RFC 5545 writes it; empty for a single meeting. UNTIL is in UTC, as the RFC asks (3.3.10)."""
    first = timezone.localtime(start)
    days = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    weekday_name = days[first.weekday()]
    rules: dict[str, str] = {
        Repeat.DAILY: "FREQ=DAILY",
        Repeat.WEEKLY: f"FREQ=WEEKLY;BYDAY={weekday_name}",
        Repeat.FORTNIGHTLY: f"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday_name}",
        Repeat.MONTHLY_DATE: f"FREQ=MONTHLY;BYMONTHDAY={first.day}",
        Repeat.MONTHLY_WEEKDAY: f"FREQ=MONTHLY;BYDAY={ordinal_in_month(first)}{weekday_name}",
        Repeat.YEARLY: "FREQ=YEARLY",
    }
    if repeat not in rules:
        return ""
    if until is None:
        return rules[repeat]
    end = timezone.make_aware(dt.datetime.combine(until, dt.time(23, 59, 59))).astimezone(dt.UTC)
    return f"{rules[repeat]};UNTIL={end:%Y%m%dT%H%M%SZ}"
