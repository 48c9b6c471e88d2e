"""A month as a table of weeks. Pure functions."""

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

#: How far from today the calendar can be leafed, in years: robots would leaf forever.
REACH = 3


@dataclass
class Day:
    """A cell of the table; ``entries`` are what happens on it."""

    date: dt.date
    in_month: bool
    is_today: bool
    entries: list[Any] = field(default_factory=list)


def parse_month(text: str | None, today: dt.date) -> dt.date:
    """The first day of the month written ``2026-05``; of this month when it is written otherwise or out of reach."""
    if text and re.fullmatch(r"[0-9]{4}-[0-9]{2}", text):
        year, month = int(text[:4]), int(text[5:])
        if 1 <= month <= 12 and abs(year - today.year) <= REACH:
            return dt.date(year, month, 1)
    return today.replace(day=1)


def month_weeks(first: dt.date, today: dt.date) -> list[list[Day]]:
    """The weeks, Monday first, that cover the month beginning on ``first``."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return [[Day(day, day.month == first.month, day == today) for day in week] for week in weeks]


def neighbours(first: dt.date, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """The months before and after; None at the edge of what can be leafed to."""
    before = (first - dt.timedelta(days=1)).replace(day=1)
    after = (first + dt.timedelta(days=32)).replace(day=1)
    within = [month if abs(month.year - today.year) <= REACH else None for month in (before, after)]
    return within[0], within[1]


def midnight(day: dt.date) -> dt.datetime:
    """The moment ``day`` begins in the site's time zone."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


def fill(weeks: list[list[Day]], meetings: Iterable[Any]) -> None:
    """Put ``meetings`` (anything with ``day`` and ``last_day``) on every day they touch."""
    cells = {day.date: day for week in weeks for day in week}
    for meeting in meetings:
        day = max(meeting.day, min(cells))
        while day <= min(meeting.last_day, max(cells)):
            cells[day].entries.append(meeting)
            day += dt.timedelta(days=1)
