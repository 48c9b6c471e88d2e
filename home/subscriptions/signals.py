"""A subscription ends when its letters are refused, and when the consent to letters is taken back."""

from typing import Any

from core.models import Consent

from .choices import DIGESTS, NEWSLETTERS, id_of_one
from .models import Subscription


def end_refused(sender: type, recipient: str, mailing: str, **kwargs: Any) -> None:
    """The link of a letter was used: it ends all that is followed, the newsletter, or one subscription."""
    own = Subscription.objects.filter(contact__email=recipient)
    if mailing == DIGESTS:
        own.to_things().delete()
    elif mailing == NEWSLETTERS:
        own.to_newsletter().delete()
    elif number := id_of_one(mailing):
        own.filter(pk=number).delete()


def end_without_consent(sender: type, contact: Any, kind: str, **kwargs: Any) -> None:
    if kind == Consent.Kind.MAILING:
        Subscription.objects.filter(contact=contact).delete()
