"""What happens to a message: how often one address may send, and the letter to the municipality."""

import hashlib
import hmac
import logging
import smtplib
from collections.abc import Mapping, Sequence

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)

#: Messages from one network address within :data:`WINDOW` seconds.
LIMIT = 5
WINDOW = 3600


def sender_address(request: HttpRequest) -> str:
    """The visitor's network address, as the proxy in front reports it where there is one.

    ``CLIENT_ADDRESS_HEADER`` names the header that the proxy sets; of a list the last entry counts, which the
    proxy itself has added: the others are whatever the visitor sent.
    """
    reported = request.headers.get(settings.CLIENT_ADDRESS_HEADER, "") if settings.CLIENT_ADDRESS_HEADER else ""
    return reported.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def may_send(request: HttpRequest) -> bool:
    """Count one more message from the visitor's address; False when there were too many.

    The address itself is not kept: the counter stands under a keyed hash and vanishes with the window.
    """
    digest = hmac.new(settings.SECRET_KEY.encode(), sender_address(request).encode(), hashlib.sha256).hexdigest()
    key = f"feedback:{digest}"
    cache.add(key, 0, WINDOW)
    try:
        return cache.incr(key) <= LIMIT
    except ValueError:  # the window ended between the two calls
        return True


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
