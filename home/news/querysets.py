"""Ways to ask for the pages of this app."""

import datetime as dt
from typing import TYPE_CHECKING

from django.utils import timezone
from wagtail.models import PageQuerySet

from core.visibility import readable

if TYPE_CHECKING:
    from .models import NewsPage


class NewsPageQuerySet(PageQuerySet):
    """Ways to ask for news."""

    def newest_first(self) -> "NewsPageQuerySet":
        return self.order_by("-date", "-first_published_at", "-pk")

    def for_cards(self) -> "NewsPageQuerySet":
        """With all that a card shows, and without the text, which it does not."""
        return self.defer("body").select_related("picture", "locale").prefetch_related("picture__renditions")

    def related_to(self, page: "NewsPage") -> "NewsPageQuerySet":
        """Other news of the same language that share a topic with ``page``, newest first."""
        topics = [topic.pk for topic in page.topics.all()]
        same = readable(self).filter(locale=page.locale_id, topics__in=topics).exclude(pk=page.pk)
        return same.distinct().newest_first()


class DocumentPageQuerySet(PageQuerySet):
    """Ways to ask for documents."""

    def newest_first(self) -> "DocumentPageQuerySet":
        return self.order_by("-adopted_on", "-first_published_at", "-pk")

    def for_list(self) -> "DocumentPageQuerySet":
        """With all that a line of the list shows."""
        related = ("file", "issued_by", "locale", "repealed_by")
        return self.defer("body").select_related(*related)


class EventPageQuerySet(PageQuerySet):
    """Ways to ask for events. Whether one is over is computed from its dates, never stored."""

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
        """With all that a line of the list shows. Two queries."""
        return self.defer("body", "programme", "outcome").select_related("locale").prefetch_related("changes")
