"""What is asked of the register of councils."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import F, Prefetch
from django.utils import timezone
from wagtail.models import PageManager, PageQuerySet

from .models.parts import CouncilOffice

if TYPE_CHECKING:
    from .models.council import CouncilPage

CONTACTS = ("reception", "address", "phone")
#: What a list shows of a council: sorting thousands of rows is quick only while they are narrow.
SHOWN = ("title", "slug", "url_path", "path", "depth", "locale", "kind", "dissolved_on", "residents", *CONTACTS)


class CouncilQuerySet(PageQuerySet):
    def active(self, on: dt.date | None = None) -> CouncilQuerySet:
        """Councils that exist on the day ``on``, today by default."""
        return self.exclude(dissolved_on__lte=on or timezone.localdate())

    def dissolved(self, on: dt.date | None = None) -> CouncilQuerySet:
        return self.filter(dissolved_on__lte=on or timezone.localdate())

    def around(self, longitude: float, latitude: float) -> CouncilQuerySet:
        """Councils whose boundary may contain the point: it lies within their bounding box."""
        return self.filter(west__lte=longitude, east__gte=longitude, south__lte=latitude, north__gte=latitude)

    def in_sight_of(self, council: CouncilPage) -> CouncilQuerySet:
        """Councils that a map of ``council``'s surroundings shows; none when its boundary is unknown."""
        if council.west is None:
            return self.none()
        width, height = council.east - council.west, council.north - council.south
        return self.filter(
            west__lte=council.east + width,
            east__gte=council.west - width,
            south__lte=council.north + height,
            north__gte=council.south - height,
        )

    def for_list(self) -> CouncilQuerySet:
        """With what a list shows, and without the heavy rest. Two queries."""
        heads = CouncilOffice.objects.leading().current().select_related("person").order_by("role", "sort_order")
        return (
            self.only(*SHOWN, "territory__title", "territory__slug")
            .select_related("territory")
            .prefetch_related(Prefetch("offices", queryset=heads, to_attr="heads"))
        )

    def in_order(self) -> CouncilQuerySet:
        """Active first, then those dissolved last; by name."""
        return self.order_by(F("dissolved_on").desc(nulls_first=True), "title", "pk")


CouncilManager = PageManager.from_queryset(CouncilQuerySet)
