"""Reminders to responsible contacts: which letters are due, and their sending, each once."""

import logging
import smtplib
from dataclasses import dataclass, field

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import Truncator
from django.utils.translation import ngettext

from .dossiers import Dossier, load_dossiers
from .models import Reminder
from .subjects import load_subjects

logger = logging.getLogger(__name__)

DAYS_AHEAD = 7
#: Tries within one run; what failed in all of them waits for the next run.
TRIES = 3


@dataclass
class Letter:
    """Everything one contact is reminded of."""

    email: str
    items: list[tuple[Dossier, str]] = field(default_factory=list)

    @property
    def subject(self) -> str:
        return ngettext("A report is due: %(n)s", "Reports are due: %(n)s", len(self.items)) % {"n": len(self.items)}

    @property
    def text(self) -> str:
        """The letter in Russian: what, by when, where to write."""
        lines = [
            {
                "number": dossier.subject.number,
                "forum": dossier.subject.forum.title,
                "text": Truncator(dossier.subject.text).chars(200),
                "url": dossier.subject.full_url,
                "due_on": dossier.standing.due_on,
                "overdue": stage == Reminder.Stage.OVERDUE,
            }
            for dossier, stage in self.items
        ]
        context = {"lines": lines, "board": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('followup_admin:board')}"}
        return render_to_string("followup/reminder.txt", context)


def due_letters(days_ahead: int = DAYS_AHEAD) -> list[Letter]:
    """A letter for each contact with something due within ``days_ahead`` or overdue, and not yet told of it."""
    today = timezone.localdate()
    told = set(
        Reminder.objects.filter(sent_at__isnull=False).values_list("recommendation_key", "due_on", "stage", "email")
    )
    letters: dict[str, Letter] = {}
    for dossier in load_dossiers(load_subjects(), today):
        due, duty = dossier.standing.due_on, dossier.assignment
        if due is None or duty is None or not duty.contact_email or (due - today).days > days_ahead:
            continue
        stage = Reminder.Stage.OVERDUE if due < today else Reminder.Stage.AHEAD
        email = duty.contact_email.lower()
        if (dossier.key, due, stage.value, email) not in told:
            letters.setdefault(email, Letter(email)).items.append((dossier, stage.value))
    return list(letters.values())


def send(letter: Letter) -> bool:
    """Send a letter, trying a few times, and note each reminder; False when mail does not go out."""
    error = ""
    with translation.override(settings.LANGUAGE_CODE):
        message = EmailMessage(subject=letter.subject, body=letter.text, to=[letter.email])
    for attempt in range(1, TRIES + 1):
        try:
            message.send()
        except (smtplib.SMTPException, OSError) as failure:
            error = f"{type(failure).__name__}: {failure}"
            logger.warning("reminder to %s not sent (try %d of %d): %s", letter.email, attempt, TRIES, error)
        else:
            error = ""
            break
    _note(letter, attempt, error)
    if error:
        logger.error("reminder to %s failed; it will be tried again at the next run: %s", letter.email, error)
    return not error


def _note(letter: Letter, attempts: int, error: str) -> None:
    for dossier, stage in letter.items:
        reminder, _created = Reminder.objects.get_or_create(
            recommendation_key=dossier.key, due_on=dossier.standing.due_on, stage=stage, email=letter.email
        )
        reminder.attempts += attempts
        reminder.last_error = error[:255]
        reminder.sent_at = None if error else timezone.now()
        reminder.save()
