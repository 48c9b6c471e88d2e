"""The letter that tells the municipality of a message."""

import logging
import smtplib
from collections.abc import Mapping, Sequence

from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)


def send_letter(recipients: Sequence[str], subject: str, answers: Mapping[str, str | bool], link: str) -> bool:
    """Tell ``recipients`` of a message. False, and a line in the log, when mail does not work."""
    body = _("From: %(name)s\nE-mail: %(email)s\nAbout: %(topic)s\n\n%(text)s\n\nAll messages: %(link)s\n") % {
        **answers,
        "email": answers["email"] or _("not given"),
        "link": link,
    }
    reply_to = [str(answers["email"])] if answers["email"] else None
    letter = EmailMessage(" ".join(subject.split()), body, to=list(recipients), reply_to=reply_to)
    try:
        letter.send()
    except (smtplib.SMTPException, OSError) as error:
        logger.error("Feedback was stored, but the letter to %s failed: %s", ", ".join(recipients), error)
        return False
    return True
