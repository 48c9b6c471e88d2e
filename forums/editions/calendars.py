"""Calendar entries of a forum and of its sessions."""

from typing import TYPE_CHECKING

from core.calendars import CalendarEvent, event_uid

if TYPE_CHECKING:
    from .models import ForumPage
    from .programme import Session


def forum_event(forum: "ForumPage") -> CalendarEvent:
    """The whole forum, lasting its days."""
    return CalendarEvent(
        uid=event_uid(forum),
        summary=forum.title,
        start=forum.starts_on,
        end=forum.last_day,
        description="\n".join(filter(None, [forum.lead, forum.full_url])),
        location=", ".join(filter(None, [forum.venue, forum.address])),
        url=forum.full_url,
        updated=forum.last_published_at,
    )


def session_event(forum: "ForumPage", session: "Session") -> CalendarEvent:
    """One session, with a link back to its place in the programme."""
    url = f"{forum.full_url}#session-{session.key}"
    speakers = [f"{speaker.name}, {speaker.about}".strip(", ") for speaker in session.speakers]
    lines = [session.track, session.moderator, *speakers, session.description, url]
    return CalendarEvent(
        uid=event_uid(forum, session.key),
        summary=session.title,
        start=session.starts,
        end=session.ends,
        description="\n".join(filter(None, lines)),
        location=", ".join(filter(None, [session.place, forum.venue, forum.address])),
        url=url,
        categories=(session.track,) if session.track else (),
        updated=forum.last_published_at,
    )


def find_session(forum: "ForumPage", key: str) -> "Session | None":
    """The session with this identifier, None when the programme has none."""
    sessions = (session for day in forum.programme_days for session in day.sessions)
    return next((session for session in sessions if session.key == key), None)
