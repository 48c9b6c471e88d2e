"""What is asked of the collection: practices, and who took them up."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page, PageManager, PageQuerySet

from core.visibility import is_public

from .choices import COST_BANDS

BANDS = {band.slug: band for band in COST_BANDS}
#: Long texts, which no list shows.
HEAVY = ("problem", "solution", "steps", "figures", "funding", "partners", "papers", "repeat", "body")


class PracticeQuerySet(PageQuerySet):
    """Practices by cost and by whether others took them up."""

    def costing(self, band: str) -> PracticeQuerySet:
        """Practices whose cost lies in the band with this slug."""
        return self.filter(BANDS[band].condition)

    def taken_up(self) -> PracticeQuerySet:
        """Practices that somebody has borrowed."""
        return self.filter(Exists(self._borrowings()))

    def newest_first(self) -> PracticeQuerySet:
        """By the year when it was done."""
        return self.order_by("-year", "title", "pk")

    def for_list(self) -> PracticeQuerySet:
        """With what a list shows, ``times_taken`` included, and without the long texts."""
        taken = self._borrowings().order_by().values("practice")
        times = Coalesce(Subquery(taken.annotate(times=Count("pk")).values("times")), 0)
        return self.defer(*HEAVY).annotate(times_taken=times).prefetch_related("topics")

    def _borrowings(self) -> models.QuerySet:
        model = self.model._meta.get_field("borrowings").related_model
        return model._default_manager.filter(practice=OuterRef("pk"))


PracticeManager = PageManager.from_queryset(PracticeQuerySet)


class BorrowingQuerySet(models.QuerySet):
    """Borrowings as their borrowers tell them."""

    def by_council(self, council: Page) -> BorrowingQuerySet:
        """What ``council`` took up, told in its language; a borrowing names a council by any of its languages."""
        return self._told(council).filter(council__translation_key=council.translation_key)

    def by_project(self, project: Page) -> BorrowingQuerySet:
        """What ``project`` grew out of, told in its language."""
        return self._told(project).filter(project__translation_key=project.translation_key)

    def project_keys(self) -> set[UUID]:
        """The translation keys of the projects that grew out of some practice."""
        return set(self.exclude(project=None).values_list("project__translation_key", flat=True))

    def _told(self, page: Page) -> BorrowingQuerySet:
        told = self.filter(is_public(Page, "practice"), practice__locale=page.locale_id)
        return told.select_related("practice").order_by("-year", "pk")
