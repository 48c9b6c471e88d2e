"""What is asked of the register: councils, offices, streets. ``on`` is the site's today when left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, F, Prefetch, Q
from django.utils import timezone
from wagtail.models import Page, PageManager, PageQuerySet

from projects.geo.streets import AddressLine, Street

from .choices import LEADING_ROLES

#: West, south, east, north in degrees.
Bounds = tuple[float, float, float, float]
CONTACTS = ("reception", "address", "phone")
#: What a list shows of a council: sorting thousands of rows is quick only while they are narrow.
SHOWN = ("title", "slug", "url_path", "path", "depth", "locale", "kind", "dissolved_on", "residents", *CONTACTS)
#: Shorter beginnings of a word would find half the town.
SHORTEST_BEGINNING = 3


class CouncilQuerySet(PageQuerySet):
    """Councils by their state on a day and by where they lie."""

    def active(self, on: dt.date | None = None) -> CouncilQuerySet:
        """Councils that exist on the day ``on``."""
        return self.exclude(dissolved_on__lte=on or timezone.localdate())

    def dissolved(self, on: dt.date | None = None) -> CouncilQuerySet:
        """Councils that have ceased to exist by the day ``on``."""
        return self.filter(dissolved_on__lte=on or timezone.localdate())

    def around(self, longitude: float, latitude: float) -> CouncilQuerySet:
        """Councils whose boundary may contain the point: it lies within their bounding box."""
        return self.filter(west__lte=longitude, east__gte=longitude, south__lte=latitude, north__gte=latitude)

    def in_sight_of(self, bounds: Bounds) -> CouncilQuerySet:
        """Councils that a map of the surroundings of ``bounds`` shows."""
        west, south, east, north = bounds
        width, height = east - west, north - south
        return self.filter(
            west__lte=east + width,
            east__gte=west - width,
            south__lte=north + height,
            north__gte=south - height,
        )

    def for_list(self) -> CouncilQuerySet:
        """With what a list shows (``heads`` are the offices of those who head it), and without the heavy rest."""
        offices = self._related("offices").leading().current()
        heads = offices.select_related("person").order_by("role", "sort_order")
        return (
            self.only(*SHOWN, "territory__title", "territory__slug")
            .select_related("territory")
            .prefetch_related(Prefetch("offices", queryset=heads, to_attr="heads"))
        )

    def in_order(self) -> CouncilQuerySet:
        """Active first, then those dissolved last; by name."""
        return self.order_by(F("dissolved_on").desc(nulls_first=True), "title", "pk")

    def streets(self) -> CouncilStreetQuerySet:
        """The streets of these councils."""
        return self._related("streets").filter(council__in=self.order_by().values("pk"))

    def _related(self, name: str) -> Any:
        return self.model._meta.get_field(name).related_model._default_manager.all()


CouncilManager = PageManager.from_queryset(CouncilQuerySet)


class OfficeQuerySet(models.QuerySet):
    """Offices by day and by role."""

    def current(self, on: dt.date | None = None) -> OfficeQuerySet:
        """Offices held on the day ``on``."""
        day = on or timezone.localdate()
        return self.exclude(since__gt=day).exclude(until__lt=day)

    def leading(self) -> OfficeQuerySet:
        """Those who head a council: chairs and managers."""
        return self.filter(role__in=LEADING_ROLES)


class CouncilStreetQuerySet(models.QuerySet):
    """Lines of address lists."""

    def matching(self, street: Street) -> CouncilStreetQuerySet:
        """Streets that a resident may mean, the surest first, each with ``is_whole``.

        Whole are those that have every word of ``street`` and are of its type, if it has one. The others have words
        that begin so: “озер” finds Озёрная, “к маркса” finds Карла Маркса.
        """
        whole = Q(*(Q(key__contains=f" {word} ") for word in street.words))
        if street.kind:
            whole &= Q(kind__in=["", street.kind])
        beginning = Q(*(Q(key__contains=f" {word}") for word in street.words))
        is_long = any(len(word) >= SHORTEST_BEGINNING for word in street.words)
        found = self.filter(beginning if is_long else whole)
        return found.annotate(is_whole=ExpressionWrapper(whole, BooleanField())).order_by("-is_whole", "title", "pk")

    def rebuild(self, council: Page, lines: Iterable[AddressLine]) -> None:
        """Replace the streets of ``council`` by those of its address list."""
        self.filter(council=council).delete()
        self.bulk_create(
            self.model(
                council=council,
                title=line.title[:255],
                key=line.street.key[:255],
                kind=line.street.kind,
                houses=line.houses,
            )
            for line in lines
        )
