"""Ways to ask for documents."""

from wagtail.models import PageQuerySet


class DocumentPageQuerySet(PageQuerySet):
    """Documents in the order of their dates."""

    def newest_first(self) -> "DocumentPageQuerySet":
        return self.order_by("-adopted_on", "-first_published_at", "-pk")

    def for_list(self) -> "DocumentPageQuerySet":
        """With all that a line of the list shows."""
        related = ("file", "issued_by", "locale", "repealed_by")
        return self.defer("body").select_related(*related)
