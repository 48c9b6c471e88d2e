"""What is asked of the collection of practices."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import PageManager, PageQuerySet

from .choices import COST_BANDS
from .models.borrowing import PracticeBorrowing

BANDS = {band.slug: band for band in COST_BANDS}


class PracticeQuerySet(PageQuerySet):
    def costing(self, band: str) -> PracticeQuerySet:
        """Practices whose cost lies in the band with this slug."""
        return self.filter(BANDS[band].condition)

    def taken_up(self) -> PracticeQuerySet:
        """Practices that somebody has borrowed."""
        return self.filter(Exists(PracticeBorrowing.objects.filter(practice=OuterRef("pk"))))

    def newest_first(self) -> PracticeQuerySet:
        """By the year when it was done."""
        return self.order_by("-year", "title", "pk")

    def for_list(self) -> PracticeQuerySet:
        """With what a list shows, ``times_taken`` included, and without the long texts. Two queries."""
        heavy = ("problem", "solution", "steps", "figures", "funding", "partners", "papers", "repeat", "body")
        taken = PracticeBorrowing.objects.filter(practice=OuterRef("pk")).order_by().values("practice")
        times = Coalesce(Subquery(taken.annotate(times=Count("pk")).values("times")), 0)
        return self.defer(*heavy).annotate(times_taken=times).prefetch_related("topics")


PracticeManager = PageManager.from_queryset(PracticeQuerySet)
