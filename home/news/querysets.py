"""Ways to ask for news."""

from collections.abc import Iterable

from wagtail.models import PageQuerySet


class NewsPageQuerySet(PageQuerySet):
    """News by date and topic."""

    def newest_first(self) -> "NewsPageQuerySet":
        return self.order_by("-date", "-first_published_at", "-pk")

    def on_topics(self, topics: Iterable[int]) -> "NewsPageQuerySet":
        """News that have one of the topics with these primary keys, each piece once."""
        return self.filter(topics__in=topics).distinct()

    def for_cards(self) -> "NewsPageQuerySet":
        """With all that a card shows, and without the text, which it does not."""
        return self.defer("body").select_related("picture", "locale").prefetch_related("picture__renditions")
