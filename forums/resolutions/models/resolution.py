"""The adopted text of a forum: frozen words, with every recommendation at an address of its own."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField

from core.extensions import extensions_of
from core.models import BasePage
from core.search import SearchOffer
from core.text import plain_text

from ..forms import ResolutionForm
from ..numbering import fill_numbers, repeated
from ..querysets import ResolutionQuerySet
from ..reading import Reading
from ..routes import RecommendationRoutes
from ..searching import recommendation_offers, resolution_text
from ..structured_data import resolution_data
from .recommendation import Recommendation
from .section import ResolutionSection

if TYPE_CHECKING:
    from forums.editions.models.forum import ForumPage

PROSE = ["bold", "italic", "link", "ol", "ul"]


class ResolutionPage(RecommendationRoutes, BasePage):
    """What a forum adopted: preamble, sections of recommendations, closing."""

    letterhead = models.TextField(
        _("letterhead"),
        blank=True,
        help_text=_("What stands above the title in the document: approvals, names of bodies. A line each."),
    )
    number = models.CharField(
        _("number"), max_length=30, blank=True, help_text=_("Only if the document has a number of its own.")
    )
    adopted_on = models.DateField(
        _("adopted on"), null=True, blank=True, help_text=_("The date in the document, for example 26.04.2017.")
    )
    place = models.CharField(
        _("place"), max_length=255, blank=True, help_text=_("The town named in the document, if it is.")
    )
    preamble = RichTextField(
        _("preamble"),
        blank=True,
        features=PROSE,
        help_text=_("Everything before the words “the participants recommend”."),
    )
    closing = RichTextField(
        _("closing"),
        blank=True,
        features=PROSE,
        help_text=_("What follows the last recommendation, signatures included."),
    )
    original = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("original document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The file as signed. Readers are offered to download it."),
    )

    objects = PageManager.from_queryset(ResolutionQuerySet)()

    parent_page_types = ["editions.ForumPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    search_kind = "resolution"
    schema_type = "Legislation"
    base_form_class = ResolutionForm
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("letterhead"),
                FieldRowPanel([FieldPanel("number"), FieldPanel("adopted_on"), FieldPanel("place")]),
            ],
            heading=_("Head of the document"),
        ),
        FieldPanel("preamble"),
        InlinePanel("sections", heading=_("Sections"), label=_("Section")),
        FieldPanel("closing"),
        FieldPanel("original"),
    ]
    override_translatable_fields = [SynchronizedField("number", overridable=False)]

    class Meta:
        verbose_name = _("resolution")
        verbose_name_plural = _("resolutions")

    # --- numbers ------------------------------------------------------------------------------------------

    def full_clean(self, *args, **kwargs) -> None:
        """Number what has no number; refuse numbers that would share an address.

        Runs before every save and every revision, so that pages made by code obey the same rules.
        """
        super().full_clean(*args, **kwargs)
        sections = [list(section.recommendations.all()) for section in self.sections.all()]
        numbers = fill_numbers([[item.number for item in items] for items in sections])
        if clashing := repeated(number for group in numbers for number in group):
            raise ValidationError(
                _("Numbers used twice in the resolution: %(numbers)s."),
                code="repeated_numbers",
                params={"numbers": ", ".join(sorted(clashing))},
            )
        for items, group in zip(sections, numbers, strict=True):
            for item, number in zip(items, group, strict=True):
                item.number = number

    # --- reading ------------------------------------------------------------------------------------------

    @cached_property
    def forum(self) -> "ForumPage":
        """The forum that adopted the text."""
        return self.get_parent().specific

    @cached_property
    def document_sections(self) -> list[ResolutionSection]:
        """The sections in the document's order, each with its recommendations in ``items``.

        A constant number of queries whatever the length; in a preview the unsaved children are read.
        """
        sections = list(self.sections.select_related("addressee").prefetch_related("recommendations__topics").all())
        for section in sections:
            section.page = self
            section.items = list(section.recommendations.all())
            for item in section.items:
                item.section = section
        return sections

    @cached_property
    def recommendations(self) -> list[Recommendation]:
        """All recommendations in the document's order."""
        return [item for section in self.document_sections for item in section.items]

    @property
    def year(self) -> int | None:
        return self.adopted_on.year if self.adopted_on else None

    @property
    def lead(self) -> str:
        return self.search_description or plain_text(self.preamble)

    @cached_property
    def edition_label(self) -> str:
        """«II форум»: the forum's short name, for references from elsewhere."""
        return self.forum.short_title

    @property
    def addressee_count(self) -> int:
        return len({section.addressee_id or section.heading for section in self.document_sections} - {""})

    @property
    def letterhead_lines(self) -> list[str]:
        return [line for line in self.letterhead.splitlines() if line.strip()]

    def get_reading_context(self, request: HttpRequest) -> dict[str, Any]:
        """What the reading page shows beside what every page does; the pages of recommendations need none of it."""
        for look_up in extensions_of("reading of a resolution"):
            look_up(self)
        return {"reading": Reading(self.document_sections, request.GET)}

    def get_structured_data(self, request: HttpRequest) -> dict[str, Any]:
        return resolution_data(self, super().get_structured_data(request))

    # --- finding ------------------------------------------------------------------------------------------

    def get_search_text(self) -> str:
        return resolution_text(self)

    def get_search_attributes(self) -> dict[str, Any]:
        return {"date": self.adopted_on, "year": self.year, "boost": 1.1}

    def get_search_offers(self) -> list[SearchOffer]:
        """The resolution, and each recommendation as a thing of its own."""
        return [*super().get_search_offers(), *recommendation_offers(self)]

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        own = super().get_sitemap_urls(request)
        if not own:
            return own
        parts = [{**own[0], "location": f"{own[0]['location']}{item.slug}/"} for item in self.recommendations]
        return [*own, *parts]
