"""Questions asked of proposals."""

from typing import Any, Self

from django.db.models import Count, QuerySet

from .choices import PUBLIC, SETTLED, Status


class ProposalQuerySet(QuerySet):
    """Proposals by where they stand."""

    def public(self) -> Self:
        """What everybody may read."""
        return self.filter(status__in=PUBLIC)

    def supportable(self) -> Self:
        """About which the forum has not said its word."""
        return self.public().exclude(status__in=SETTLED)

    def of(self, period: Any) -> Self:
        return self.filter(period=period)

    def waiting(self) -> Self:
        """For a moderator, the oldest first."""
        return self.filter(status=Status.RECEIVED).order_by("received_at", "pk")

    def without_outcome(self) -> Self:
        """Published, and the forum has not said its word."""
        return self.supportable().order_by("number")

    def with_terms(self) -> Self:
        return self.select_related("topic", "territory", "addressee")

    def with_support(self) -> Self:
        """Annotate ``support``: how many people support it."""
        return self.annotate(support=Count("supports", distinct=True))
