"""From proposals to paragraphs: items of the draft resolution, and what the forum adopted of a proposal."""

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from core.models import Addressee

from .period import ProposalPeriod
from .proposal import Proposal


class DraftItem(models.Model):
    """A paragraph of the draft resolution: from many proposals, or one of many from a proposal."""

    period = models.ForeignKey(ProposalPeriod, on_delete=models.CASCADE, related_name="draft_items")
    track = models.CharField(_("section of the forum"), max_length=255, blank=True)
    addressee = models.ForeignKey(
        Addressee, verbose_name=_("to whom"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(_("text"), max_length=3000)
    sort_order = models.PositiveIntegerField(_("place"), default=0)
    proposals = models.ManyToManyField(
        Proposal, verbose_name=_("from the proposals"), blank=True, related_name="draft_items"
    )

    class Meta:
        verbose_name = _("item of the draft resolution")
        verbose_name_plural = _("items of the draft resolution")
        ordering = ["track", "sort_order", "pk"]

    def __str__(self) -> str:
        return Truncator(self.text).chars(80)


class Adoption(models.Model):
    """A recommendation came of a proposal. Found by the words at first, public once the organiser has confirmed it."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="adoptions")
    recommendation_key = models.UUIDField(_("recommendation"), db_index=True)
    in_part = models.BooleanField(_("in part"), default=False)
    is_confirmed = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("adopted proposal")
        verbose_name_plural = _("adopted proposals")
        constraints = [
            models.UniqueConstraint(fields=["proposal", "recommendation_key"], name="proposals_adopted_once")
        ]

    def __str__(self) -> str:
        return f"{self.proposal.label} → {self.recommendation_key}"
