"""Who owes which report, and who was told of it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.text import Truncator

from core.models import SiteSettings

from .board import unusual_records
from .dossiers import Dossier, load_dossiers
from .models import Assignment, Reminder
from .report_links import report_url
from .subjects import load_subjects

#: A report is spoken of from so many days before it is due.
DAYS_AHEAD = 7


@dataclass(frozen=True)
class Owed:
    """A report that a contact owes."""

    dossier: Dossier
    assignment: Assignment
    due_on: dt.date
    stage: Reminder.Stage

    @property
    def key(self) -> UUID:
        return self.dossier.key

    def line(self) -> dict[str, Any]:
        """What a letter says of it."""
        subject = self.dossier.subject
        return {
            "number": subject.number,
            "forum": subject.forum.title,
            "text": Truncator(subject.text).chars(200),
            "page": subject.full_url,
            "form": report_url(self.key, self.assignment.contact_email),
            "due_on": self.due_on,
            "overdue": self.stage == Reminder.Stage.OVERDUE,
        }


def owed_by_contact(days_ahead: int = DAYS_AHEAD) -> dict[str, list[Owed]]:
    """By e-mail what is overdue or due within ``days_ahead``; nothing of what a report waits for approval."""
    today = timezone.localdate()
    waiting = {record.recommendation_key for record in unusual_records()["waiting"]}
    found: dict[str, list[Owed]] = {}
    for dossier in load_dossiers(load_subjects(), today):
        due, duty = dossier.standing.due_on, dossier.assignment
        if due is None or duty is None or not duty.contact_email or dossier.key in waiting:
            continue
        if (due - today).days <= days_ahead:
            stage = Reminder.Stage.OVERDUE if due < today else Reminder.Stage.AHEAD
            found.setdefault(duty.contact_email.lower(), []).append(Owed(dossier, duty, due, stage))
    return found


def office() -> str:
    """Where answers to letters about reports go: the address of the site's settings, or nothing."""
    return SiteSettings.of_default_site().email


def told_this_week() -> set[tuple[str, UUID]]:
    """Contacts, and of what a letter of whatever kind has told them since Monday."""
    now = timezone.localtime()
    monday = now.replace(hour=0, minute=0, second=0, microsecond=0) - dt.timedelta(days=now.weekday())
    return set(Reminder.objects.filter(told_at__gte=monday).values_list("email", "recommendation_key"))


def note_told(email: str, items: Iterable[Owed]) -> None:
    """Remember that a letter has told ``email`` of these."""
    for item in items:
        Reminder.objects.update_or_create(
            recommendation_key=item.key,
            due_on=item.due_on,
            stage=item.stage,
            email=email,
            defaults={"told_at": timezone.now()},
        )
