"""What proposals do when a resolution is published, and when somebody takes the consent to their name back."""

from typing import Any

from core.models import Consent
from forums.resolutions.models import ResolutionPage

from .adopting import match_resolution
from .models import Proposal


def find_adopted_words(sender: type, instance: Any, **kwargs: Any) -> None:
    """Look for the items of the draft in a resolution that was published."""
    if isinstance(instance, ResolutionPage):
        match_resolution(instance)


def forget_name(sender: type, contact: Any, kind: str, **kwargs: Any) -> None:
    """The name goes from every proposal of the contact."""
    if kind == Consent.Kind.NAME:
        Proposal.objects.filter(author=contact).update(publish_name=False, author_name="")
