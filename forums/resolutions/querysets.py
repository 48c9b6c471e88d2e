"""Questions asked of resolutions and recommendations."""

from collections.abc import Iterable
from typing import Any, Self
from uuid import UUID

from django.db.models import Count, F, QuerySet
from wagtail.models import Locale, PageQuerySet


class ResolutionQuerySet(PageQuerySet):
    """Adopted texts."""

    def newest_first(self) -> Self:
        return self.order_by(F("adopted_on").desc(nulls_last=True), "-pk")

    def with_counts(self) -> Self:
        """Annotate ``recommendation_count`` and ``section_count``."""
        return self.annotate(
            recommendation_count=Count("sections__recommendations", distinct=True),
            section_count=Count("sections", distinct=True),
        )

    def by_forum(self) -> dict[str, Any]:
        """Each forum's resolution with its counts, by the forum's path."""
        return {page.path[: -page.steplen]: page for page in self.with_counts()}


class CorrectionQuerySet(QuerySet):
    """Misprints that were mended."""

    def resolution_keys(self) -> set[UUID]:
        """The resolutions that have any."""
        return set(self.order_by().values_list("resolution_key", flat=True))

    def of_resolution(self, key: UUID) -> Self:
        return self.filter(resolution_key=key).select_related("created_by")


class RecommendationQuerySet(QuerySet):
    """Rows of recommendations. A row's identity across languages and revisions is its ``translation_key``."""

    def live(self) -> Self:
        """Of published resolutions that everybody may read."""
        return self.filter(section__page__live=True, section__page__view_restrictions__isnull=True)

    def in_locale(self, locale: Locale) -> Self:
        return self.filter(locale=locale)

    def with_place(self) -> Self:
        """Load what a line about a recommendation shows: section, addressee, resolution and its locale."""
        return self.select_related("section__addressee", "section__page__locale")

    def with_topics(self) -> Self:
        return self.prefetch_related("topics")

    def in_document_order(self) -> Self:
        return self.order_by("section__sort_order", "section_id", "sort_order", "pk")

    def repetitions(self) -> dict[UUID, UUID]:
        """From each that everybody may read and that repeats another one to that one."""
        return dict(self.live().filter(repeats__isnull=False).values_list("translation_key", "repeats"))

    def by_key(self, keys: Iterable[UUID], locale: Locale) -> dict[UUID, Any]:
        """The live recommendations with these keys in ``locale``, by key."""
        rows = self.live().in_locale(locale).with_place().filter(translation_key__in=set(keys))
        return {row.translation_key: row for row in rows}
