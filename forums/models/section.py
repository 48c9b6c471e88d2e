"""A block of a resolution."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, TranslatableMixin


class ResolutionSection(TranslatableMixin, ClusterableModel, Orderable):
    """A block of a resolution with its lead-in and one addressee."""

    class Verb(models.TextChoices):
        RECOMMEND = "recommend", _("recommends")
        RESOLVE = "resolve", _("resolves")
        PROPOSE = "propose", _("proposes")

    page = ParentalKey("forums.ResolutionPage", on_delete=models.CASCADE, related_name="sections")
    lead_in = models.TextField(
        _("lead-in"),
        blank=True,
        help_text=_("As written in the document, for example: Having heard the reports, the participants recommend:"),
    )
    verb = models.CharField(
        _("the forum"),
        max_length=20,
        choices=Verb.choices,
        default=Verb.RECOMMEND,
        help_text=_("What the lead-in says: the forum recommends, resolves or proposes."),
    )
    addressee_text = models.CharField(
        _("addressee, as written"),
        max_length=500,
        blank=True,
        help_text=_("As written in the document, for example: To the local government of the district:"),
    )
    addressee = models.ForeignKey(
        "core.Addressee",
        verbose_name=_("addressee"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Choose from the vocabulary: by it readers filter recommendations of all years."),
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
        return self.heading or str(_("Section"))

    @property
    def heading(self) -> str:
        """To whom the section speaks: as the document says it, else the vocabulary's name."""
        return self.addressee_text.strip().rstrip(":").strip() or (self.addressee.title if self.addressee else "")
