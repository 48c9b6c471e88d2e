"""A forum's programme as plain values: what templates, calendars and structured data read."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from wagtail.blocks import StreamValue


@dataclass(frozen=True)
class Speaker:
    name: str
    about: str = ""
    talk: str = ""


@dataclass(frozen=True)
class Material:
    title: str
    url: str


@dataclass(frozen=True)
class Session:
    """One item. ``key`` is the block's identifier: it survives edits and is shared by translations."""

    key: str
    date: dt.date
    starts_at: dt.time
    ends_at: dt.time | None
    title: str
    track: str = ""
    place: str = ""
    moderator: str = ""
    description: str = ""
    speakers: tuple[Speaker, ...] = ()
    materials: tuple[Material, ...] = ()

    @property
    def starts(self) -> dt.datetime:
        """The beginning as an aware moment in the site's time zone."""
        return timezone.make_aware(dt.datetime.combine(self.date, self.starts_at))

    @property
    def ends(self) -> dt.datetime | None:
        if self.ends_at is None:
            return None
        return timezone.make_aware(dt.datetime.combine(self.date, self.ends_at))

    @property
    def structured_data(self) -> dict[str, Any]:
        """schema.org description of the session."""
        data: dict[str, Any] = {"@type": "Event", "name": self.title, "startDate": self.starts.isoformat()}
        if self.ends:
            data["endDate"] = self.ends.isoformat()
        if self.place:
            data["location"] = {"@type": "Place", "name": self.place}
        return data


@dataclass(frozen=True)
class Slot:
    """What begins at one time: one session for everybody, or several side by side."""

    starts_at: dt.time
    sessions: tuple[Session, ...]

    @property
    def parallel(self) -> bool:
        return len(self.sessions) > 1


@dataclass(frozen=True)
class Day:
    date: dt.date
    title: str = ""
    sessions: tuple[Session, ...] = field(default=())

    @property
    def slots(self) -> list[Slot]:
        """The day's sessions by the time they begin."""
        times = sorted({session.starts_at for session in self.sessions})
        return [Slot(time, tuple(s for s in self.sessions if s.starts_at == time)) for time in times]

    @property
    def anchor(self) -> str:
        return f"day-{self.date.isoformat()}"


def read_programme(stream: StreamValue | None) -> list[Day]:
    """The days of a ``programme`` stream in order of date, sessions in order of time (then as entered).

    A draft may lack a date or a time: what has no place in the day yet is left out.
    """
    days = [_day(child.value) for child in stream or [] if child.value.get("date")]
    return sorted(days, key=lambda day: day.date)


def _day(value: Any) -> Day:
    blocks = [item for item in value["sessions"].bound_blocks if item.value.get("starts_at")]
    sessions = [_session(value["date"], item.id, item.value) for item in blocks]
    return Day(
        date=value["date"],
        title=value.get("title") or "",
        sessions=tuple(sorted(sessions, key=lambda session: session.starts_at)),
    )


def _session(date: dt.date, key: str, value: Any) -> Session:
    return Session(
        key=key,
        date=date,
        starts_at=value["starts_at"],
        ends_at=value.get("ends_at"),
        title=value["title"],
        track=value.get("track") or "",
        place=value.get("place") or "",
        moderator=value.get("moderator") or "",
        description=value.get("description") or "",
        speakers=tuple(_speaker(item) for item in value.get("speakers") or ()),
        materials=tuple(filter(None, (_material(item) for item in value.get("materials") or ()))),
    )


def _speaker(value: Any) -> Speaker:
    person = value.get("person")
    return Speaker(
        name=value.get("name") or (person.title if person else ""),
        about=value.get("about") or (person.position if person else ""),
        talk=value.get("talk") or "",
    )


def _material(value: Any) -> Material | None:
    document, link = value.get("document"), value.get("link")
    if document:
        return Material(value.get("title") or document.title, document.url)
    return Material(value.get("title") or link, link) if link else None
