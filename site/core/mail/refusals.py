"""No more of a mailing: by a signed link that works without a cookie or a token (RFC 8058)."""

from django.core import signing
from django.dispatch import Signal
from django.urls import reverse

from core.models import Letter, MailingRefusal

from .links import site_url

#: Sent with ``recipient`` and ``mailing`` when somebody refuses a mailing for the first time.
mailing_refused = Signal()
SALT = "core.mail.refusals"


def unsubscribe_url(recipient: str, mailing: str) -> str:
    """Absolute address of the page where ``recipient`` refuses ``mailing``; it never expires."""
    return site_url(unsubscribe_path(recipient, mailing))


def unsubscribe_path(recipient: str, mailing: str) -> str:
    """The same without the host: a letter with many such links asks for the host once."""
    return reverse("mail:unsubscribe", args=[signing.dumps([recipient, mailing], salt=SALT)])


def read_token(token: str) -> tuple[str, str]:
    """Recipient and mailing of a link. Raises ``signing.BadSignature`` when it is not ours."""
    recipient, mailing = signing.loads(token, salt=SALT)
    return recipient, mailing


def refuse_mailing(recipient: str, mailing: str) -> None:
    """Send no more of ``mailing`` to ``recipient``; letters that wait are withheld."""
    _refusal, created = MailingRefusal.objects.get_or_create(recipient=recipient, mailing=mailing)
    waiting = Letter.objects.filter(recipient=recipient, mailing=mailing, state=Letter.State.QUEUED)
    waiting.update(state=Letter.State.WITHHELD, text="", html="", attachments=[])
    if created:
        mailing_refused.send(sender=MailingRefusal, recipient=recipient, mailing=mailing)


def accept_mailing(recipient: str, mailing: str) -> None:
    """Take a refusal back, when the recipient has asked for the mailing anew."""
    MailingRefusal.objects.filter(recipient=recipient, mailing=mailing).delete()
