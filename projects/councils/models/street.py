"""The streets of councils' address lists, in a form that a resident's question is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils.translation import gettext_lazy as _

from projects.geo.houses import House, Match, best_match, read_houses
from projects.geo.streets import Street, read_address_list

if TYPE_CHECKING:
    from .council import CouncilPage

#: Shorter beginnings of a word would find half the town.
SHORTEST_BEGINNING = 3


class CouncilStreetQuerySet(models.QuerySet):
    def asked(self, street: Street) -> CouncilStreetQuerySet:
        """Streets that a resident may mean, the surest first, each knowing whether it ``is_whole``.

        Whole are those that have every word asked for and are of the type asked for, if any. The others have words
        that begin as those asked for: “озер” finds Озёрная, “к маркса” finds Карла Маркса.
        """
        whole = Q(*(Q(key__contains=f" {word} ") for word in street.words))
        if street.kind:
            whole &= Q(kind__in=["", street.kind])
        beginning = Q(*(Q(key__contains=f" {word}") for word in street.words))
        is_long = any(len(word) >= SHORTEST_BEGINNING for word in street.words)
        found = self.filter(beginning if is_long else whole)
        return found.annotate(is_whole=ExpressionWrapper(whole, BooleanField())).order_by("-is_whole", "title", "pk")

    def rebuild(self, council: CouncilPage) -> None:
        """Make the rows of ``council`` say what its address list says."""
        self.filter(council=council).delete()
        self.bulk_create(
            CouncilStreet(
                council=council,
                title=line.title[:255],
                key=line.street.key[:255],
                kind=line.street.kind,
                houses=line.houses,
            )
            for line in read_address_list(council.addresses)
        )


class CouncilStreet(models.Model):
    """One line of a council's address list. Remade whenever the council's page is saved; holds nothing of its own."""

    council = models.ForeignKey("councils.CouncilPage", on_delete=models.CASCADE, related_name="streets")
    title = models.CharField(_("street"), max_length=255)
    key = models.CharField(max_length=257)
    kind = models.CharField(max_length=20, blank=True)
    houses = models.TextField(_("houses"), blank=True)

    objects = CouncilStreetQuerySet.as_manager()

    class Meta:
        verbose_name = _("street of a council")
        verbose_name_plural = _("streets of a council")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return f"{self.title}, {self.houses}" if self.houses else self.title

    def match(self, house: House | None) -> Match:
        """How surely ``house`` of this street belongs to the council; without a house, the street is enough."""
        return Match.EXACT if house is None else best_match(read_houses(self.houses), house)
