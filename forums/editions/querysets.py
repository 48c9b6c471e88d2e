"""Questions asked of forums."""

import datetime as dt
from typing import Any, Self

from django.db.models import DateField, F
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import PageQuerySet

from core.caching import remember


class ForumQuerySet(PageQuerySet):
    """Editions, asked by date. ``today`` is the site's day when left out."""

    def _with_last_day(self) -> Self:
        return self.annotate(last_day=Coalesce(F("ends_on"), F("starts_on"), output_field=DateField()))

    def past(self, today: dt.date | None = None) -> Self:
        """Finished editions, the latest first."""
        return self._with_last_day().filter(last_day__lt=today or timezone.localdate()).order_by("-starts_on")

    def upcoming(self, today: dt.date | None = None) -> Self:
        """Editions that go on or are to come, the nearest first."""
        return self._with_last_day().filter(last_day__gte=today or timezone.localdate()).order_by("starts_on")

    def newest_first(self) -> Self:
        return self.order_by("-starts_on", "-number")

    def by_place(self) -> dict[str, Any]:
        """All forums by their places in the tree, for what is said of them elsewhere; they are few, and remembered."""
        return remember("forums by place", self._find_by_place)

    def _find_by_place(self) -> dict[str, Any]:
        return {page.path: page for page in self.model.objects.select_related("locale").defer_streamfields()}
