"""Sections of a resolution and their numbered items."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, TranslatableMixin

from core.text import anchor_for


class ResolutionSection(TranslatableMixin, ClusterableModel, Orderable):
    """A block of a resolution with its lead-in and one addressee."""

    class Verb(models.TextChoices):
        RECOMMEND = "recommend", _("recommends")
        RESOLVE = "resolve", _("resolves")
        PROPOSE = "propose", _("proposes")

    page = ParentalKey("forums.ResolutionPage", on_delete=models.CASCADE, related_name="sections")
    lead_in = models.TextField(_("lead-in"), blank=True, help_text=_("As written in the document."))
    verb = models.CharField(_("verb"), max_length=20, choices=Verb.choices, default=Verb.RECOMMEND)
    addressee_text = models.CharField(
        _("addressee, as written"), max_length=500, blank=True, help_text=_("As written in the document.")
    )
    addressee = models.ForeignKey(
        "core.Addressee", verbose_name=_("addressee"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    panels = [
        FieldPanel("lead_in"),
        FieldPanel("verb"),
        FieldPanel("addressee_text"),
        FieldPanel("addressee"),
        InlinePanel("recommendations", heading=_("Recommendations"), label=_("Recommendation")),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("section of a resolution")
        verbose_name_plural = _("sections of a resolution")

    def __str__(self) -> str:
        return self.addressee_text or self.lead_in


class Recommendation(TranslatableMixin, ClusterableModel, Orderable):
    """One numbered item. Its ``translation_key`` is its identity: rows are remade when a page is published."""

    class Kind(models.TextChoices):
        ONE_OFF = "one_off", _("one-off")
        RECURRING = "recurring", _("recurring")
        ONGOING = "ongoing", _("ongoing")
        DECLARATORY = "declaratory", _("declaratory")

    section = ParentalKey(ResolutionSection, on_delete=models.CASCADE, related_name="recommendations")
    number = models.CharField(
        _("number"),
        max_length=20,
        blank=True,
        help_text=_("As in the document, for example 2.1. Left empty, it is given as section.item."),
    )
    text = models.TextField(_("text"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.ONE_OFF)
    topics = ParentalManyToManyField("core.Topic", verbose_name=_("topics"), blank=True)
    repeats = models.UUIDField(
        _("repeats"),
        null=True,
        blank=True,
        help_text=_("The earlier forum's recommendation that this one asks for again."),
    )

    panels = [
        FieldPanel("number"),
        FieldPanel("text"),
        FieldPanel("kind"),
        FieldPanel("topics"),
        FieldPanel("repeats"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")

    def __str__(self) -> str:
        return f"{self.number} {self.text}".strip()

    @property
    def slug(self) -> str:
        """The number as a part of an address: ``1.3`` → ``1-3``."""
        return anchor_for(self.number.replace(".", "-"))
