"""Ways to ask for events. Whether one is over is computed from its dates, never stored."""

import datetime as dt

from django.utils import timezone
from wagtail.models import PageQuerySet


class EventPageQuerySet(PageQuerySet):
    """Events by the time of their meetings."""

    def not_over(self, now: dt.datetime | None = None) -> "EventPageQuerySet":
        """Events that have a meeting under way or ahead."""
        return self.filter(last_ends_at__gt=now or timezone.now())

    def over(self, now: dt.datetime | None = None) -> "EventPageQuerySet":
        """Events whose last meeting has ended, the latest first."""
        return self.filter(last_ends_at__lte=now or timezone.now()).order_by("-last_ends_at", "-pk")

    def between(self, after: dt.datetime, before: dt.datetime) -> "EventPageQuerySet":
        """Events that may have a meeting in [``after``, ``before``); a series still has to be asked for its dates."""
        return self.filter(starts_at__lt=before, last_ends_at__gt=after)

    def for_list(self) -> "EventPageQuerySet":
        """With all that a line of the list shows, the changed dates of series included."""
        return self.defer("body", "programme", "outcome").select_related("locale").prefetch_related("changes")
