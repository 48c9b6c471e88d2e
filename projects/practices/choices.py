"""How practices are sorted: where they come from, what they cost, who paid."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Origin(models.TextChoices):
    """Whether the practice was born here or studied elsewhere."""

    OWN = "own", _("our own")
    OTHER = "other", _("another city's")


class Source(models.TextChoices):
    """Whose money it was."""

    RESIDENTS = "residents", _("the residents themselves")
    MUNICIPAL = "municipal", _("municipal budget")
    REGIONAL = "regional", _("regional budget")
    FEDERAL = "federal", _("federal budget")
    GRANT = "grant", _("grant of a fund")
    BUSINESS = "business", _("business and sponsors")
    OTHER = "other", _("other source")


@dataclass(frozen=True)
class CostBand:
    """A range of costs for the filter: ``least`` is included, ``below`` is not; None leaves an end open."""

    slug: str
    label: object
    least: Decimal | None
    below: Decimal | None

    @property
    def condition(self) -> Q:
        bounds = {"cost__gte": self.least, "cost__lt": self.below}
        return Q(cost__isnull=False, **{name: value for name, value in bounds.items() if value is not None})


COST_BANDS = (
    CostBand("free", _("no money at all"), None, Decimal("0.01")),
    CostBand("to-50", _("up to 50 thousand ₽"), Decimal("0.01"), Decimal(50_001)),
    CostBand("to-300", _("50 to 300 thousand ₽"), Decimal(50_001), Decimal(300_001)),
    CostBand("to-1000", _("300 thousand to 1 million ₽"), Decimal(300_001), Decimal(1_000_001)),
    CostBand("over", _("over 1 million ₽"), Decimal(1_000_001), None),
)
