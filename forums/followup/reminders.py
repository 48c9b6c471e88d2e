"""Reminders to responsible contacts: one letter with all that is due, each day once ahead and once when it is over."""

import hashlib
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import ngettext

from core.mail import write_letter
from core.models import Letter

from .models import Reminder
from .owing import DAYS_AHEAD, Owed, note_told, office, owed_by_contact, told_this_week
from .report_links import LIFETIME

EVENT = "followup.reminder"


@transaction.atomic
def write_reminders(days_ahead: int = DAYS_AHEAD) -> list[Letter]:
    """Write to each contact with something due within ``days_ahead`` or overdue, and not yet told of it.

    What this week's letter has told, see :mod:`forums.followup.weekly`, is not told again.
    """
    this_week = told_this_week()
    told = set(Reminder.objects.values_list("email", "recommendation_key", "due_on", "stage"))
    letters = []
    for email, owed in owed_by_contact(days_ahead).items():
        items = [
            item
            for item in owed
            if (email, item.key) not in this_week and (email, item.key, item.due_on, item.stage.value) not in told
        ]
        if not items:
            continue
        note_told(email, items)
        if letter := _write(email, items):
            letters.append(letter)
    return letters


def _write(email: str, items: list[Owed]) -> Letter | None:
    with translation.override(settings.LANGUAGE_CODE):
        subject = ngettext("A report is due: %(n)s", "Reports are due: %(n)s", len(items)) % {"n": len(items)}
    context = {"lines": [item.line() for item in items], "days": LIFETIME.days}
    version = _version(items)
    return write_letter(email, EVENT, subject, "followup/mail/reminder", context, version=version, reply_to=office())


def _version(items: Iterable[Owed]) -> str:
    """The same for the same items in the same stage: the ledger lets no other process write it again."""
    named = sorted(f"{item.key} {item.due_on} {item.stage.value}" for item in items)
    return hashlib.sha256("\n".join(named).encode()).hexdigest()
