"""What registrations do when somebody takes the consent to what they need back."""

from typing import Any

from core.models import Consent

from .models import Registration


def forget_needs(sender: type, contact: Any, kind: str, **kwargs: Any) -> None:
    """What the contact needs goes; the place stays."""
    if kind == Consent.Kind.NEEDS:
        Registration.objects.filter(contact=contact).update(needs="")
