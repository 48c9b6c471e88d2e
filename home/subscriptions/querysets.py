"""Questions asked of subscriptions and newsletters."""

import datetime as dt
from typing import Self

from django.db.models import Q, QuerySet

from .choices import NEWSLETTER


class SubscriptionQuerySet(QuerySet):
    """Subscriptions by what is due."""

    def to_newsletter(self) -> Self:
        return self.filter(kind=NEWSLETTER)

    def to_things(self) -> Self:
        """All but the newsletter."""
        return self.exclude(kind=NEWSLETTER)

    def due(self, frequency: str, boundary: dt.datetime, until: dt.datetime) -> Self:
        """Those of a frequency that have not been told of anything since ``boundary``."""
        return self.to_things().filter(frequency=frequency, told_until__lt=min(boundary, until))

    def about(self, things: dict[tuple[str, str], set[str]]) -> Self:
        """Of these things: keys by kind and language."""
        wanted = Q(pk=None)
        for (kind, language), keys in things.items():
            wanted |= Q(kind=kind, language=language, key__in=keys)
        return self.filter(wanted)


class NewsletterQuerySet(QuerySet):
    """Newsletters by whether they were sent."""

    def sent(self) -> Self:
        """What everybody may read, the newest first."""
        return self.exclude(sent_at=None).order_by("-sent_at", "-pk")

    def undelivered(self) -> Self:
        """Sent, and not yet written to everybody."""
        return self.exclude(sent_at=None).filter(delivered_at=None).order_by("sent_at", "pk")
