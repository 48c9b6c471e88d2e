"""Letters about a place: each with the facts, the signed link, and the entry for a calendar."""

import datetime as dt
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from core.calendars import CalendarEvent, event_uid, write_calendar
from core.mail import Attachment, site_url, write_letter
from core.models import SiteSettings

from .addresses import manage_path, page_of
from .choices import Status
from .models import Registration, RegistrationPeriod

TEMPLATE = "registration/mail/letter"
#: Subject and first sentence of each letter.
WORDS: dict[str, tuple[Any, Any]] = {
    Status.PLACED: (_("You have a place at the forum"), _("You are registered. Name the number at the entrance.")),
    Status.WAITING: (
        _("You are on the forum's waiting list"),
        _("There is no free place in this section. When one becomes free, we write to whoever waits first."),
    ),
    Status.OFFERED: (
        _("Take your place at the forum"),
        _("A place has become free. Open the page and press the button; else it goes to the next one."),
    ),
    Status.LAPSED: (
        _("The place offered to you at the forum is free again"),
        _("The offered place was not taken in time. While registration is open, you may register anew."),
    ),
    Status.CANCELLED: (_("Your place at the forum is cancelled"), _("The registration is cancelled.")),
    "changed": (_("Your place at the forum has changed"), _("This is your registration now.")),
    "reminder": (_("The forum is soon"), _("If you cannot come, please cancel your registration.")),
}


def event_of(period: RegistrationPeriod, registration: Registration | None = None) -> str:
    """The name by which letters stand in the ledger; all of one forum's begin alike."""
    return f"registration:{period.pk}:{registration.pk if registration else ''}"


def tell(registration: Registration, what: str, *, had_place: bool = True) -> None:
    """Write to the owner of ``registration`` about ``what`` (a key of ``WORDS``), once for each of its changes."""
    if registration.contact is None:
        return
    subject, words = WORDS[what]
    with translation.override(registration.language):
        forum = page_of(registration)
        context = {
            "words": words,
            "registration": registration,
            "forum": forum,
            "until": timezone.localtime(registration.offered_until) if registration.offered_until else None,
            "link": site_url(manage_path(registration)),
        }
        comes = what in (Status.PLACED, "changed", "reminder")
        attached = [calendar_file(registration)] if comes or (what == Status.CANCELLED and had_place) else []
    write_letter(
        registration.contact.email,
        event_of(registration.period, registration),
        subject,
        TEMPLATE,
        context,
        version=f"{what}:{registration.sequence}",
        language=registration.language,
        attachments=attached,
    )


def calendar_file(registration: Registration) -> Attachment:
    """The registration as an iCalendar file: the same UID always; a cancelled one takes the entry away."""
    forum = page_of(registration)
    method = "CANCEL" if registration.status == Status.CANCELLED else "PUBLISH"
    day = forum.starts_on
    event = CalendarEvent(
        uid=event_uid(registration.period.forum, f"registration-{registration.key}"),
        summary=f"{forum.title}. {registration.section.name}",
        start=day,
        end=forum.last_day,
        # Calendars are shared: the link that cancels the place stays in the letter.
        description=f"{registration.label}, {registration.people}",
        location=forum.place_line,
        url=forum.full_url,
        updated=timezone.now(),
        sequence=registration.sequence,
        organizer=SiteSettings.of_default_site().email,
    )
    return Attachment("forum.ics", write_calendar([event], forum.title, method=method), "text/calendar")


def remind(now: dt.datetime | None = None) -> int:
    """Remind those who have a place so many days before the forum as its organiser wants; for a clock."""
    today = timezone.localdate(now)
    count = 0
    for period in RegistrationPeriod.objects.filter(erased_at=None, reminder_days__gt=0).select_related("forum"):
        if not today < period.forum.starts_on <= today + dt.timedelta(days=period.reminder_days):
            continue
        for registration in period.registrations.placed().filter(reminded_at=None, contact__isnull=False).with_place():
            registration.period = period
            registration.reminded_at = timezone.now()
            registration.sequence += 1  # the forum's day or place may have changed since
            registration.save(update_fields=["reminded_at", "sequence"])
            tell(registration, "reminder")
            count += 1
    return count
