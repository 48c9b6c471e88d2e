"""Contests as entries of a calendar: the deadline, and the consultations before it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from core.calendars import CalendarEvent, event_uid


def deadline_entry(contest) -> CalendarEvent:
    """The moment when applications stop being taken, told in words by the contest's own clock."""
    lines = [contest.summary, _("Applications until %(deadline)s.") % {"deadline": contest.deadline}]
    if contest.official_link:
        lines.append(_("Apply at: %(link)s") % {"link": contest.official_link})
    return CalendarEvent(
        uid=event_uid(contest, "deadline"),
        summary=_("Deadline: %(title)s") % {"title": contest.title},
        start=contest.closes_at,
        description="\n\n".join([*lines, contest.full_url or ""]),
        url=contest.full_url or "",
        categories=tuple(contest.audience_labels),
        updated=contest.last_published_at,
    )


def contest_entries(contest) -> list[CalendarEvent]:
    """The deadline of one contest, then its consultations."""
    consultations = [
        CalendarEvent(
            uid=event_uid(contest, str(row.translation_key)),
            summary=_("Consultation: %(title)s") % {"title": contest.title},
            start=row.starts_at,
            description=row.link,
            location=row.place,
            url=contest.full_url or "",
            updated=contest.last_published_at,
        )
        for row in contest.consultations.all()
    ]
    return [deadline_entry(contest), *consultations]


def deadline_entries(contests: Iterable) -> list[CalendarEvent]:
    """The deadlines of many contests."""
    return [deadline_entry(contest) for contest in contests]
