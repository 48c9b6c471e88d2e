"""One numbered item of a resolution, at an address of its own."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from core.caching import remember
from core.fields import TermsField
from core.search import SearchOffer, terms

from ..numbering import clean_number, is_number, number_slug
from ..querysets import RecommendationQuerySet
from ..repetitions import connected_keys
from ..widgets import RecommendationChooser
from .section import ResolutionSection


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
    text = models.TextField(_("text"), help_text=_("Word for word as adopted, without the number and the list mark."))
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind.choices,
        default=Kind.ONE_OFF,
        help_text=_(
            "One-off: “create a single database”. Recurring: “hold job fairs regularly”. "
            "Ongoing: “strengthen traditions”. Declaratory: “recognise self-government as …”."
        ),
    )
    topics = TermsField("core.Topic", verbose_name=_("topics"), blank=True, related_name="+")
    repeats = models.UUIDField(
        _("repeats"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("An earlier forum's recommendation that this one asks for again."),
    )

    objects = models.Manager.from_queryset(RecommendationQuerySet)()

    panels = [
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("number"), FieldPanel("kind")]),
        FieldPanel("topics"),
        FieldPanel(
            "repeats",
            widget=RecommendationChooser(
                choose_one_text=_("Choose the earlier recommendation"), linked_fields={"before": "#id_adopted_on"}
            ),
        ),
    ]
    override_translatable_fields = [
        SynchronizedField("number", overridable=False),
        SynchronizedField("repeats", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        # PostgreSQL returns rows of equal order as it likes; the key keeps them as they were written.
        ordering = ["sort_order", "pk"]
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")

    def __str__(self) -> str:
        return f"{self.number} {Truncator(self.text).chars(80)}".strip()

    def clean(self) -> None:
        super().clean()
        self.number = clean_number(self.number)
        if self.number and not is_number(self.number):
            raise ValidationError(
                {"number": _("Letters and digits joined by points, for example 2.1 or 3а; or leave it empty.")}
            )

    @property
    def slug(self) -> str:
        """The number as a part of an address: ``1.3`` → ``1-3``."""
        return number_slug(self.number)

    @property
    def resolution(self) -> Any:
        """The :class:`ResolutionPage` that it is an item of."""
        return self.section.page

    @property
    def addressee(self):
        """The vocabulary's term for whom it is meant, or None."""
        return self.section.addressee

    @property
    def title(self) -> str:
        """``Recommendation 1.3``, in the active language."""
        return gettext("Recommendation %(number)s") % {"number": self.number}

    @property
    def short_text(self) -> str:
        """The beginning, for titles and lists."""
        return Truncator(self.text).chars(110)

    # --- other recommendations ----------------------------------------------------------------------------

    @property
    def repeated_recommendation(self) -> Self | None:
        """The earlier forum's recommendation that this one asks for again."""
        rows = (row for row in self.connected if row.locale_id == self.locale_id)
        return next((row for row in rows if row.translation_key == self.repeats), None)

    @property
    def repeating_recommendations(self) -> list[Self]:
        """Those of later forums that ask for this one again, the earliest first."""
        rows = (row for row in self.connected if row.locale_id == self.locale_id)
        return [row for row in rows if row.repeats == self.translation_key]

    @property
    def addresses_by_language(self) -> dict[str, str]:
        """Where the same recommendation stands in each language."""
        rows = (row for row in self.connected if row.translation_key == self.translation_key)
        return {row.resolution.locale.language_code: row.get_absolute_url() for row in rows}

    @cached_property
    def connected(self) -> list[Self]:
        """What everybody may read in any language of itself and of all that is connected with it by repetition."""
        keys = connected_keys(self.translation_key, remember("repetitions", Recommendation.objects.repetitions))
        rows = Recommendation.objects.live().with_place().filter(translation_key__in=keys | {self.repeats} - {None})
        return list(rows.order_by("section__page__adopted_on", "pk"))

    @property
    def place_label(self) -> str:
        """«II форум, 1.3»: how another page refers to it."""
        return f"{self.resolution.edition_label}, {self.number}"

    @property
    def reference(self) -> str:
        """«II форум, 1.3. Приглашать общественность …»: how forms name it."""
        return f"{self.place_label}. {self.short_text}"

    # --- finding ------------------------------------------------------------------------------------------

    @property
    def search_offer(self) -> SearchOffer:
        """What search finds of it; the key survives edits, renumbering and translation."""
        return SearchOffer(
            kind="recommendation",
            title=f"{self.number}. {self.short_text}",
            text=self.text,
            key=str(self.translation_key),
            path=f"{self.slug}/",
            context=self.resolution.title,
            year=self.resolution.year,
            date=self.resolution.adopted_on,
            topics=terms(self.topics.all()),
            addressees=terms([self.addressee] if self.addressee else []),
        )

    @property
    def structured_data(self) -> dict[str, Any]:
        """schema.org description: a part of its resolution."""
        resolution = self.resolution
        data: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "CreativeWork",
            "name": self.title,
            "text": self.text,
            "url": self.full_url,
            "position": self.number,
            "inLanguage": resolution.locale.language_code,
            "isPartOf": {"@type": "Legislation", "name": resolution.title, "url": resolution.full_url},
        }
        if resolution.adopted_on:
            data["datePublished"] = resolution.adopted_on.isoformat()
        if self.addressee:
            data["audience"] = {"@type": "Audience", "name": self.addressee.title}
        topics = [topic.title for topic in self.topics.all()]
        if topics:
            data["about"] = topics
        return data

    # --- addresses ----------------------------------------------------------------------------------------

    def get_absolute_url(self) -> str:
        return f"{self.resolution.url}{self.slug}/"

    @property
    def full_url(self) -> str:
        return f"{self.resolution.full_url}{self.slug}/"
