"""Monday's letter to each responsible contact that owes something: what it owes, each line with a link to its form.

The weekly letter and the daily reminders (:mod:`forums.followup.reminders`) note in the same place, ``Reminder``, of
what they told whom and when. Each leaves out what either has told the same contact of since Monday. So a week brings
one letter about one thing: what is owed on Monday comes in the weekly letter, at eight, before the reminders of that
day; what comes near, or is assigned, later in the week comes in a reminder, once.
"""

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import ngettext

from core.mail import write_letter
from core.models import Letter

from .owing import Owed, note_told, office, owed_by_contact, told_this_week
from .report_links import LIFETIME

EVENT = "followup.weekly"


@transaction.atomic
def write_weekly_letters() -> list[Letter]:
    """Write this week's letters; the ledger lets a contact have one a week, however often this is run."""
    told = told_this_week()
    letters = []
    for email, owed in owed_by_contact().items():
        items = [item for item in owed if (email, item.key) not in told]
        if items and (letter := _write(email, items)):
            note_told(email, items)
            letters.append(letter)
    return letters


def _write(email: str, items: list[Owed]) -> Letter | None:
    with translation.override(settings.LANGUAGE_CODE):
        subject = ngettext(
            "This week a report is expected: %(n)s", "This week reports are expected: %(n)s", len(items)
        ) % {"n": len(items)}
    context = {"lines": [item.line() for item in items], "days": LIFETIME.days}
    version = f"{timezone.localdate():%G-W%V}"
    return write_letter(email, EVENT, subject, "followup/mail/weekly", context, version=version, reply_to=office())
