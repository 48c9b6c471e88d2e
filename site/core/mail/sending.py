"""From the ledger to the mail server: each letter taken by one process, tried again later and later, never sent twice.

A letter goes through the states "to be sent", "being sent", "handed to the mail server", "sent"; each step is
stored before the next one begins. A process that dies before the letter is handed over leaves it to the next run. One
that dies after that leaves it where it is: the server may have taken it, so nobody sends it again by itself.
"""

import base64
import datetime as dt
import logging
import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F, QuerySet
from django.utils import timezone

from core.models import BouncingAddress, Letter, MailingRefusal

from .bounces import note_bounce
from .refusals import unsubscribe_url

logger = logging.getLogger(__name__)

#: How long to wait after each failure; after the last one the letter has failed.
WAITS = [dt.timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 1440)]
#: A process that holds a letter longer than this is taken for dead.
LEASE = dt.timedelta(minutes=15)
EMPTY = {"text": "", "html": "", "attachments": [], "reply_to": ""}


def due_letters() -> list[int]:
    """Letters whose time has come, and those that a dead process has left before it handed them over."""
    now = timezone.now()
    left = Letter.objects.filter(state=Letter.State.TAKEN, changed_at__lt=now - LEASE)
    left.filter(attempts__gte=len(WAITS)).update(state=Letter.State.FAILED, changed_at=now)
    left.update(state=Letter.State.QUEUED, attempts=F("attempts") + 1, changed_at=now)
    due = Letter.objects.filter(state=Letter.State.QUEUED, next_try_at__lte=now)
    return list(due.order_by("next_try_at", "pk").values_list("pk", flat=True))


def send_due_letters(limit: int | None = None) -> int:
    """Send what is due, the oldest first; give how many letters went out."""
    return sum(send_letter(pk) for pk in due_letters()[:limit])


def send_again(letter: Letter) -> bool:
    """Queue a failed letter for another round of tries, the first one at the next minute of the worker's clock.

    False when its words are gone, when it is not a failed one any more, or when its address gets no letters.
    """
    if _suspended(letter).exists():
        return False
    now = timezone.now()
    failed = Letter.objects.filter(pk=letter.pk, state=Letter.State.FAILED).exclude(text="")
    return bool(failed.update(state=Letter.State.QUEUED, attempts=0, next_try_at=now, changed_at=now))


def erase_words_of_failed(before: dt.datetime) -> int:
    """Let go of what letters said that failed before a moment, or were handed over and got no answer since."""
    over = (Letter.State.FAILED, Letter.State.HANDED_OVER)
    return Letter.objects.filter(state__in=over, changed_at__lte=before).exclude(text="").update(**EMPTY)


def send_letter(letter_id: int) -> bool:
    """Send one letter if it is due and nobody else has it; False when it did not go out."""
    if not _move(letter_id, Letter.State.QUEUED, Letter.State.TAKEN, due=True):
        return False
    letter = Letter.objects.get(pk=letter_id)
    if _is_withheld(letter):
        _finish(letter, Letter.State.WITHHELD)
        return False
    try:
        with get_connection() as connection:
            message = _message(letter, connection)
            Letter.objects.filter(pk=letter.pk).update(message_id=message.extra_headers["Message-ID"])
            if not _move(letter.pk, Letter.State.TAKEN, Letter.State.HANDED_OVER):
                return False
            message.send()
    except smtplib.SMTPRecipientsRefused as refusal:
        _note_refusal(letter, refusal)
        return False
    except (smtplib.SMTPException, OSError) as error:
        _note_error(letter, error)
        return False
    _finish(letter, Letter.State.SENT)
    return True


def _move(letter_id: int, old: str, new: str, due: bool = False) -> bool:
    """Change the state unless another process was quicker."""
    found = Letter.objects.filter(pk=letter_id, state=old)
    if due:
        found = found.filter(next_try_at__lte=timezone.now())
    return bool(found.update(state=new, changed_at=timezone.now()))


def _is_withheld(letter: Letter) -> bool:
    if letter.kind == Letter.Kind.REQUESTED:
        return False
    refused = MailingRefusal.objects.filter(recipient=letter.recipient, mailing=letter.mailing)
    return _suspended(letter).exists() or (letter.kind == Letter.Kind.MAILING and refused.exists())


def _suspended(letter: Letter) -> QuerySet:
    return BouncingAddress.objects.filter(recipient=letter.recipient, suspended_until__gt=timezone.now())


def _message(letter: Letter, connection) -> EmailMultiAlternatives:
    """The letter with its headers. The Message-ID follows from the row: two copies would be told as one."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    headers = {
        "Message-ID": f"<letter-{letter.pk}-{int(letter.created_at.timestamp())}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
    if letter.mailing:
        url = unsubscribe_url(letter.recipient, letter.mailing)
        headers |= {"List-Unsubscribe": f"<{url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    message = EmailMultiAlternatives(
        letter.subject,
        letter.text,
        to=[letter.recipient],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        connection=connection,
        headers=headers,
    )
    message.attach_alternative(letter.html, "text/html")
    for kept in letter.attachments:
        message.attach(kept["name"], base64.b64decode(kept["content"]), kept["type"])
    return message


def _note_refusal(letter: Letter, refusal: smtplib.SMTPRecipientsRefused) -> None:
    """The server took the letter for nobody: for good (5xx) or for now (4xx)."""
    code, reason = next(iter(refusal.recipients.values()), (550, b""))
    said = f"{code} {reason.decode(errors='replace') if isinstance(reason, bytes) else reason}"
    if code >= 500:
        note_bounce(letter.recipient, said)
        _finish(letter, Letter.State.FAILED, said)
    else:
        _put_off(letter, said)


def _note_error(letter: Letter, error: Exception) -> None:
    """Try again what was surely not taken; leave what broke off after it was handed over."""
    said = f"{type(error).__name__}: {error}"
    handed_over = Letter.objects.filter(pk=letter.pk, state=Letter.State.HANDED_OVER)
    if isinstance(error, smtplib.SMTPResponseException) or not handed_over.exists():
        _put_off(letter, said)
    else:
        logger.error("letter %s may or may not have been sent: %s", letter.pk, said)
        handed_over.update(last_error=said[:255])


def _put_off(letter: Letter, error: str) -> None:
    """Try again after a while, longer each time; after the last try the letter has failed."""
    logger.warning("letter %s not sent (try %d): %s", letter.pk, letter.attempts + 1, error)
    if letter.attempts >= len(WAITS):
        _finish(letter, Letter.State.FAILED, error)
        return
    now = timezone.now()
    Letter.objects.filter(pk=letter.pk).update(
        state=Letter.State.QUEUED,
        attempts=F("attempts") + 1,
        last_error=error[:255],
        next_try_at=now + WAITS[letter.attempts],
        changed_at=now,
    )


def _finish(letter: Letter, state: Letter.State, error: str = "") -> None:
    """Store the last state and let go of what the letter said, unless somebody may want it sent again."""
    now = timezone.now()
    sent_at = now if state == Letter.State.SENT else None
    words = {} if state == Letter.State.FAILED else EMPTY
    Letter.objects.filter(pk=letter.pk).update(
        state=state, attempts=F("attempts") + 1, last_error=error[:255], sent_at=sent_at, changed_at=now, **words
    )
