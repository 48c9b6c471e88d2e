"""Questions asked of forums, resolutions and recommendations."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, DateField, F, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Locale, PageQuerySet

if TYPE_CHECKING:
    from .models import Recommendation


class ForumQuerySet(PageQuerySet):
    """Editions, asked by date. ``today`` is the site's day when left out."""

    def _with_last_day(self) -> "ForumQuerySet":
        return self.annotate(last_day=Coalesce(F("ends_on"), F("starts_on"), output_field=DateField()))

    def past(self, today: dt.date | None = None) -> "ForumQuerySet":
        """Finished editions, the latest first."""
        return self._with_last_day().filter(last_day__lt=today or timezone.localdate()).order_by("-starts_on")

    def upcoming(self, today: dt.date | None = None) -> "ForumQuerySet":
        """Editions that go on or are to come, the nearest first."""
        return self._with_last_day().filter(last_day__gte=today or timezone.localdate()).order_by("starts_on")

    def newest_first(self) -> "ForumQuerySet":
        return self.order_by("-starts_on", "-number")


class ResolutionQuerySet(PageQuerySet):
    """Adopted texts."""

    def newest_first(self) -> "ResolutionQuerySet":
        return self.order_by(F("adopted_on").desc(nulls_last=True), "-pk")

    def with_counts(self) -> "ResolutionQuerySet":
        """Annotate ``recommendation_count`` and ``section_count``."""
        return self.annotate(
            recommendation_count=Count("sections__recommendations", distinct=True),
            section_count=Count("sections", distinct=True),
        )


class RecommendationQuerySet(QuerySet):
    """Rows of recommendations. A row's identity across languages and revisions is its ``translation_key``."""

    def live(self) -> "RecommendationQuerySet":
        """Of published resolutions that everybody may read."""
        return self.filter(section__page__live=True, section__page__view_restrictions__isnull=True)

    def in_locale(self, locale: Locale) -> "RecommendationQuerySet":
        return self.filter(locale=locale)

    def with_place(self) -> "RecommendationQuerySet":
        """Load what a line about a recommendation shows: section, addressee, resolution and its locale."""
        return self.select_related("section__addressee", "section__page__locale")

    def with_topics(self) -> "RecommendationQuerySet":
        return self.prefetch_related("topics")

    def in_document_order(self) -> "RecommendationQuerySet":
        return self.order_by("section__sort_order", "section_id", "sort_order", "pk")

    def repeating(self, key: UUID) -> "RecommendationQuerySet":
        """Later recommendations that ask again for the one with this key, the earliest first."""
        return self.filter(repeats=key).order_by("section__page__adopted_on", "pk")

    def by_key(self, keys: Iterable[UUID], locale: Locale) -> "dict[UUID, Recommendation]":
        """The live recommendations with these keys in ``locale``, in one query however many are asked for."""
        rows = self.live().in_locale(locale).with_place().filter(translation_key__in=set(keys))
        return {row.translation_key: row for row in rows}
