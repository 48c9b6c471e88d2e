"""What is asked of the collection of practices."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from wagtail.models import PageManager, PageQuerySet

from .practice_borrowing import PracticeBorrowing
from .practice_choices import COST_BANDS

BANDS = {band.slug: band for band in COST_BANDS}


class PracticeQuerySet(PageQuerySet):
    def costing(self, band: str) -> PracticeQuerySet:
        """Practices whose cost lies in the band with this slug."""
        return self.filter(BANDS[band].condition)

    def taken_up(self) -> PracticeQuerySet:
        """Practices that somebody has borrowed."""
        return self.filter(Exists(PracticeBorrowing.objects.filter(practice=OuterRef("pk"))))

    def for_list(self) -> PracticeQuerySet:
        """With what a list shows, and without the long texts; the newest first."""
        heavy = ("problem", "solution", "steps", "figures", "funding", "partners", "papers", "repeat", "body")
        return self.defer(*heavy).prefetch_related("topics", "borrowings").order_by("-year", "title", "pk")


PracticeManager = PageManager.from_queryset(PracticeQuerySet)
