"""Meetings of events: single ones and those of a series, in time."""

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.badges import Badge
from russian.dates import long_date

from . import recurrence


class State(models.TextChoices):
    """Where an event stands in time."""

    AHEAD = "ahead", _("Ahead")
    UNDER_WAY = "under-way", _("Under way")
    OVER = "over", _("Over")


BADGES = {
    State.AHEAD: Badge(State.AHEAD.label, "accent", "calendar"),
    State.UNDER_WAY: Badge(State.UNDER_WAY.label, "good", "progress"),
    State.OVER: Badge(State.OVER.label, "", "done"),
}


@dataclass(frozen=True)
class Occurrence:
    """One meeting of ``event`` (anything with the fields of an event).

    ``was_on`` is the day that the series had it on when it has been moved; a skipped one ``is_skipped``.
    """

    event: Any
    starts_at: dt.datetime
    ends_at: dt.datetime
    was_on: dt.date | None = None
    is_skipped: bool = False
    note: str = ""

    @property
    def day(self) -> dt.date:
        """The day it begins, in the site's time zone."""
        return timezone.localdate(self.starts_at)

    @property
    def last_day(self) -> dt.date:
        """The day it ends; midnight belongs to the day before."""
        return timezone.localdate(self.ends_at - dt.timedelta(microseconds=1))

    @property
    def is_one_day(self) -> bool:
        return self.day == self.last_day

    @property
    def until(self) -> dt.date | None:
        """The last day of a meeting of several days."""
        return None if self.is_one_day else self.last_day

    @property
    def state(self) -> State:
        now = timezone.now()
        if self.ends_at <= now:
            return State.OVER
        return State.UNDER_WAY if self.starts_at <= now else State.AHEAD

    @property
    def badge(self) -> Badge:
        """The state as a sign and a word."""
        return BADGES[self.state]

    @property
    def badge_in_list(self) -> Badge | None:
        """A list is of what is ahead or of what is over, and says so itself: only what goes on now stands out."""
        return self.badge if self.state == State.UNDER_WAY else None

    @property
    def time(self) -> str:
        """«18:00–20:00»; only the beginning when it ends on another day."""
        start, end = timezone.localtime(self.starts_at), timezone.localtime(self.ends_at)
        return f"{start:%H:%M}–{end:%H:%M}" if self.is_one_day else f"{start:%H:%M}"

    @property
    def meta(self) -> list[str]:
        """What a line of a list says besides the title: when, where, how often."""
        return [part for part in (self.time, self.event.where, self.event.repeats_in_words, self.moved) if part]

    @property
    def moved(self) -> str:
        """«перенесено с 14 мая 2026 года»; empty for a meeting that takes place when the series has it."""
        return _("moved from %(day)s") % {"day": long_date(self.was_on)} if self.was_on else ""


def occurrences(event: Any, after: dt.datetime, before: dt.datetime) -> Iterator[Occurrence]:
    """The meetings of ``event`` that touch [``after``, ``before``), earliest first; skipped ones among them."""
    length = event.duration
    changes = {change.day: change for change in event.changes.all()} if event.repeat else {}
    moved = deque(sorted((row for row in changes.values() if row.moved_to), key=lambda row: row.moved_to))
    for start in recurrence.starts(event.repeat, event.starts_at, event.repeat_until, after - length, before):
        while moved and moved[0].moved_to <= start:
            yield from _moved(event, moved.popleft(), after, before)
        change = changes.get(timezone.localdate(start))
        if start + length > after and (change is None or not change.moved_to):
            yield Occurrence(event, start, start + length, is_skipped=bool(change), note=change.note if change else "")
    for change in moved:
        yield from _moved(event, change, after, before)


def _moved(event: Any, change: Any, after: dt.datetime, before: dt.datetime) -> Iterator[Occurrence]:
    end = change.moved_to + event.duration
    if change.moved_to < before and end > after:
        yield Occurrence(event, change.moved_to, end, was_on=change.day, note=change.note)


def held(event: Any, after: dt.datetime, before: dt.datetime) -> Iterator[Occurrence]:
    """The meetings that do take place."""
    return (meeting for meeting in occurrences(event, after, before) if not meeting.is_skipped)


def next_occurrence(event: Any, now: dt.datetime | None = None) -> Occurrence | None:
    """The meeting under way at ``now``, else the next one."""
    moment = now or timezone.now()
    return next(held(event, moment, moment + recurrence.HORIZON), None)


def state_of(event: Any, now: dt.datetime) -> State:
    """Where ``event`` stands at ``now``; a series between two meetings is ahead."""
    meeting = next_occurrence(event, now)
    if meeting is None:
        return State.OVER
    return State.UNDER_WAY if meeting.starts_at <= now else State.AHEAD


def by_start(events: Iterable[Any], after: dt.datetime, before: dt.datetime) -> list[Occurrence]:
    """All meetings of all ``events`` that touch [``after``, ``before``), in the order of their start; skipped, too."""
    found = [meeting for event in events for meeting in occurrences(event, after, before)]
    return sorted(found, key=lambda meeting: (meeting.starts_at, str(meeting.event)))


def by_next_start(events: Iterable[Any], now: dt.datetime | None = None) -> list[Occurrence]:
    """The current or next meeting of each of ``events``, the nearest first."""
    found = [meeting for event in events if (meeting := next_occurrence(event, now))]
    return sorted(found, key=lambda meeting: (meeting.starts_at, str(meeting.event)))
