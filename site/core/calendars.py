"""Calendar files (RFC 5545): one writer for forums, their sessions, events and contests' deadlines.

events = [CalendarEvent(uid=event_uid(page), summary=page.title, start=page.starts_at, url=page.full_url)]
return calendar_response(events, name="Афиша", filename="events", url=index.full_url)
"""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event, vDuration, vRecur, vUri

from core.text import without_control_characters

CONTENT_TYPE = "text/calendar; charset=utf-8"
#: How often a subscribed program is asked to look again.
REFRESH = dt.timedelta(hours=6)


@dataclass(frozen=True)
class CalendarEvent:
    """One entry. A ``date`` as ``start`` makes it last whole days, ``end`` being the last of them.

    A ``datetime`` must be aware; it is written in the site's time zone, so that a series keeps its time of day.
    ``end`` left out gives a moment (a deadline) or a single day. ``rrule`` is the rule of a series as
    RFC 5545 writes it, without its name: ``FREQ=MONTHLY;BYDAY=2TH``; ``exdates`` are the meetings it skips. A moved
    meeting is an entry of its own with the UID of its series; ``recurrence_id`` is when the series had it. ``url``
    leads back to the site. An entry that goes to one person has a ``sequence``, which each change raises, and the
    ``organizer``'s address.
    """

    uid: str
    summary: str
    start: dt.date
    end: dt.date | None = None
    description: str = ""
    location: str = ""
    url: str = ""
    rrule: str = ""
    exdates: tuple[dt.datetime, ...] = ()
    recurrence_id: dt.datetime | None = None
    categories: tuple[str, ...] = ()
    updated: dt.datetime | None = None
    sequence: int | None = None
    organizer: str = ""

    @property
    def all_day(self) -> bool:
        return not isinstance(self.start, dt.datetime)


def event_uid(page, part: str = "") -> str:
    """A UID that survives renames and edits: the page's translation key, what part of it, the site's host.

    ``part`` tells several entries of one page apart: a session's key, ``"deadline"``.
    """
    key = uuid.uuid5(page.translation_key, part) if part else page.translation_key
    return f"{key}@{urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname}"


def write_calendar(events: Iterable[CalendarEvent], name: str, url: str = "", method: str = "PUBLISH") -> bytes:
    """The calendar file of ``events``; ``name`` and ``url`` are shown by programs that subscribe to it.

    ``method`` is that of RFC 5546: ``CANCEL`` takes the entries away where they are known by their UID.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname}//Forum site//RU")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    for property_name in ("name", "x-wr-calname"):  # RFC 7986, and what programs read in fact
        calendar.add(property_name, without_control_characters(name))
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    if url:
        calendar.add("url", vUri(url))
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    entries = list(events)
    for entry in entries:
        component = _component(entry)
        if method == "CANCEL":
            component.add("status", "CANCELLED")
        calendar.add_component(component)
    years = [entry.start.year for entry in entries] or [timezone.localdate().year]
    calendar.add_missing_timezones(dt.date(min(years), 1, 1), dt.date(max(years) + 2, 1, 1))
    return calendar.to_ical()


def calendar_response(events: Iterable[CalendarEvent], name: str, filename: str, url: str = "") -> HttpResponse:
    """``write_calendar`` as a download; ``filename`` comes without its ``.ics``."""
    response = HttpResponse(write_calendar(events, name, url), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{filename}.ics"'
    return response


def _component(entry: CalendarEvent) -> Event:
    component = Event()
    component.add("uid", entry.uid)
    component.add("dtstamp", (entry.updated or timezone.now()).astimezone(dt.UTC))
    if entry.updated:
        component.add("last-modified", entry.updated.astimezone(dt.UTC))
    component.add("dtstart", _local(entry.start))
    if end := _end(entry):
        component.add("dtend", end)
    for property_name in ("summary", "description", "location"):
        if value := without_control_characters(getattr(entry, property_name)).strip():
            component.add(property_name, value)
    if entry.url:
        component.add("url", vUri(entry.url))
    if entry.sequence is not None:
        component.add("sequence", entry.sequence)
    if entry.organizer:
        component.add("organizer", f"mailto:{entry.organizer}")
    if entry.rrule:
        component.add("rrule", vRecur.from_ical(entry.rrule))
    if entry.exdates:
        component.add("exdate", [_local(moment) for moment in entry.exdates])
    if entry.recurrence_id:
        component.add("recurrence-id", _local(entry.recurrence_id))
    if entry.categories:
        component.add("categories", [without_control_characters(category) for category in entry.categories])
    if entry.all_day:
        component.add("transp", "TRANSPARENT")  # a whole day on the wall does not make anybody busy
    return component


def _end(entry: CalendarEvent) -> dt.date | None:
    """DTEND is exclusive for whole days and must be later than the start (RFC 5545, 3.8.2.2)."""
    if entry.all_day:
        return max(entry.end or entry.start, entry.start) + dt.timedelta(days=1)
    if entry.end is None or entry.end <= entry.start:
        return None
    return _local(entry.end)


def _local(moment: dt.date) -> dt.date:
    return timezone.localtime(moment) if isinstance(moment, dt.datetime) else moment
