"""A block of a resolution."""

import uuid

from django.db import models
from django.utils.translation import gettext
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

    page = ParentalKey("resolutions.ResolutionPage", on_delete=models.CASCADE, related_name="sections")
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
        # PostgreSQL returns rows of equal order as it likes; the key keeps them as they were written.
        ordering = ["sort_order", "pk"]
        verbose_name = _("section of a resolution")
        verbose_name_plural = _("sections of a resolution")

    def __str__(self) -> str:
        return self.title

    @property
    def heading(self) -> str:
        """To whom the section speaks: as the document says it, else the vocabulary's name."""
        return self.addressee_text.strip().rstrip(":").strip() or (self.addressee.title if self.addressee else "")

    @property
    def title(self) -> str:
        """The heading, or what the forum does in this section: never empty."""
        deeds = {
            self.Verb.RECOMMEND: gettext("The forum recommends"),
            self.Verb.RESOLVE: gettext("The forum resolves"),
            self.Verb.PROPOSE: gettext("The forum proposes"),
        }
        return self.heading or deeds[self.Verb(self.verb)]

    def save(self, **kwargs) -> None:
        if self.locale_id is None:
            self.locale = self.get_default_locale()
        self._keep_identities()
        super().save(**kwargs)

    def _keep_identities(self) -> None:
        """Make the recommendations about to be saved ours: our language, and a key nobody else has.

        Wagtail gives a copied page's children their language and keys but does not descend to grandchildren.
        A key that another page of this language holds means that a resolution was copied: the copy's items are
        new ones. The same key in this page means that an item moves here, so its old row goes first.
        """
        items = list(getattr(self, "_cluster_related_objects", {}).get("recommendations", ()))
        for item in items:
            item.locale_id = self.locale_id
        same_key = self._meta.get_field("recommendations").related_model.objects.filter(
            translation_key__in=[item.translation_key for item in items], locale_id=self.locale_id
        )
        rivals = same_key.exclude(section=self.pk).values_list("translation_key", "section__page_id", "pk")
        if items and rivals:
            held_elsewhere = {key for key, page_id, _pk in rivals if page_id != self.page_id}
            for item in items:
                if item.translation_key in held_elsewhere:
                    item.translation_key = uuid.uuid4()
            same_key.filter(pk__in=[pk for _key, page_id, pk in rivals if page_id == self.page_id]).delete()
