"""Letters that come back: read out of a mailbox, counted by address, after a few the address gets none."""

import re
from collections.abc import Iterator
from email.message import Message
from typing import Any

from django.utils import timezone

from core.models import BouncingAddress, Letter
from core.models.mail import BOUNCES_ALLOWED, SUSPENSION

MESSAGE_ID = re.compile(r"<letter-\d+-\d+@[^>\s]+>")


def note_bounce(recipient: str, reason: str) -> None:
    """Count a letter that came back for good."""
    address, _created = BouncingAddress.objects.get_or_create(recipient=recipient)
    address.bounces += 1
    address.last_reason, address.changed_at = reason[:255], timezone.now()
    if address.bounces >= BOUNCES_ALLOWED:
        address.suspended_until = address.changed_at + SUSPENSION
    address.save()


def lift_suspension(recipient: str) -> None:
    """The owner of the address has just answered a letter: mail reaches it."""
    BouncingAddress.objects.filter(recipient=recipient).delete()


def read_report(message: Message) -> bool:
    """Take note of a delivery report (RFC 3464) on one of our letters; False when it is something else.

    Anybody may send us a report: only one that quotes the Message-ID of a letter counts, once for each letter.
    """
    failures = [part for part in _recipients(message) if part.get("Action", "").strip().lower() == "failed"]
    hard = [part for part in failures if part.get("Status", "").strip().startswith("5")]
    quoted = MESSAGE_ID.search(_quoted_headers(message))
    if not hard or quoted is None:
        return False
    reason = hard[0].get("Diagnostic-Code") or hard[0].get("Status", "")
    said = f"returned: {' '.join(str(reason).split())}"[:255]
    sent = Letter.objects.filter(message_id=quoted[0], state__in=[Letter.State.SENT, Letter.State.HANDED_OVER])
    letter = sent.first()
    if letter is None or not sent.update(state=Letter.State.FAILED, last_error=said):
        return False
    note_bounce(letter.recipient, said)
    return True


def _recipients(message: Message) -> Iterator[Message]:
    """The blocks of a delivery status, one for each recipient and one for the message."""
    for part in message.walk():
        blocks: Any = part.get_payload()
        if part.get_content_type() == "message/delivery-status" and isinstance(blocks, list):
            yield from blocks


def _quoted_headers(message: Message) -> str:
    """The headers of our letter as the report quotes them."""
    for part in message.walk():
        content: Any = part.get_payload()
        if part.get_content_type() == "text/rfc822-headers":
            return str(content)
        if part.get_content_type() == "message/rfc822" and isinstance(content, list):
            return f"Message-ID: {content[0].get('Message-ID', '')}"
    return ""
