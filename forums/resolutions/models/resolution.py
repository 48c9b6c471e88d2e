"""The adopted text of a forum: frozen words, with every recommendation at an address of its own."""

from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urljoin

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import RichTextField
from wagtail.models import Locale, PageManager
from wagtail_localize.fields import SynchronizedField

from core.caching import declare, remember
from core.extensions import extensions_of
from core.file_routes import FileRoutes
from core.models import BasePage
from core.search import NamedThing, Question, SearchKind, SearchOffer
from core.shell import settings_of
from core.text import plain_text
from core.visibility import readable
from forums.editions.models import ForumPage
from russian.dates import long_date

from ..adopted import Change, Part, Words, changes, numbers_in_order, unexplained, words_of
from ..filters import RecommendationFilterSet
from ..forms import ResolutionForm
from ..naming import read_reference
from ..numbering import fill_numbers, repeated
from ..panels import LockedNotice, ProsePanel
from ..querysets import ResolutionQuerySet
from .correction import Correction, corrected_words
from .published_address import PublishedAddress
from .recommendation import Recommendation
from .section import ResolutionSection

LOCKED = _(
    "The text was adopted by the forum and published: it does not change. "
    "A misprint is mended by a correction, which readers see; nothing was saved."
)
PROSE = ["bold", "italic", "link", "ol", "ul"]


@dataclass(frozen=True)
class ShownSection:
    """A section with those of its recommendations that the filters leave."""

    section: ResolutionSection
    items: list[Recommendation]
    anchor: str


class ResolutionPage(FileRoutes, BasePage):
    """What a forum adopted: preamble, sections of recommendations, closing.

    Each recommendation has an address of its own under the page's: ``1-3/``.
    """

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
    search_kind = SearchKind("resolution", _("Resolution"), _("Resolutions"))
    search_part_kinds = (SearchKind("recommendation", _("Recommendation"), _("Recommendations")),)
    schema_type = "Legislation"
    base_form_class = ResolutionForm
    content_panels = [
        LockedNotice(),
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("letterhead"),
                FieldRowPanel([FieldPanel("number"), FieldPanel("adopted_on"), FieldPanel("place")]),
            ],
            heading=_("Head of the document"),
        ),
        ProsePanel("preamble"),
        InlinePanel("sections", heading=_("Sections"), label=_("Section")),
        ProsePanel("closing"),
        FieldPanel("original"),
    ]
    override_translatable_fields = [SynchronizedField("number", overridable=False)]

    class Meta:
        verbose_name = _("resolution")
        verbose_name_plural = _("resolutions")

    # --- what was adopted stays ---------------------------------------------------------------------------

    @property
    def source(self) -> Self:
        """The version in the site's own language, whose words are the adopted ones; this one where there is none."""
        language = Locale.get_default()
        if self.locale_id == language.pk:
            return self
        found = type(self).objects.filter(translation_key=self.translation_key, locale=language).first()
        return found or self

    def adopted_words(self) -> Words | None:
        """The words that may not change any more; None before the first publication."""
        published = type(self).objects.filter(pk=self.source.pk, first_published_at__isnull=False).first()
        words = words_of(published) if published else {}
        return words if any(part.key and part.field == "text" for part in words) else None

    @property
    def is_locked(self) -> bool:
        """Whether the text was adopted and published: a misprint is then mended by a :class:`Correction`."""
        return bool(self.pk) and self.adopted_words() is not None

    def unexplained_changes(self) -> list[Change]:
        """What this version would change of the adopted text though no correction was recorded for it.

        A translation may be worded better at any time, but its items and their numbers are those of the source.
        """
        stored = self.adopted_words() if self.pk else None
        if stored is None:
            return []
        if self.source.pk != self.pk:
            return self._changes_of_translation()
        return unexplained(changes(stored, words_of(self)), corrected_words(self.translation_key))

    def _changes_of_translation(self) -> list[Change]:
        """Numbers are those that were published, or the source's own, which a synchronisation brings."""
        published = type(self).objects.filter(pk=self.pk, first_published_at__isnull=False).first()
        wanted = numbers_in_order(self)
        if published is None or wanted in (numbers_in_order(published), numbers_in_order(self.source)):
            return []
        return [Change(Part("number"), " ".join(numbers_in_order(published)), " ".join(wanted))]

    def refuse_changes(self) -> None:
        """Raise where the adopted text would change: every save, revision and publication comes by here."""
        if found := self.unexplained_changes():
            raise ValidationError(LOCKED, code="adopted", params={"count": len(found)})

    def minimal_clean(self) -> None:
        super().minimal_clean()
        self.refuse_changes()

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
        self.refuse_changes()

    # --- reading ------------------------------------------------------------------------------------------

    @classmethod
    def of_forum(cls, forum: ForumPage) -> Self | None:
        """The published resolution of ``forum``, with its counts; several parts of the forum's page ask for it."""
        if "adopted_text" not in forum.__dict__:
            forum.__dict__["adopted_text"] = readable(cls.objects.child_of(forum)).with_counts().first()
        return forum.__dict__["adopted_text"]

    @cached_property
    def forum(self) -> ForumPage:
        """The forum that adopted the text."""
        return ForumPage.objects.by_place().get(self.path[: -self.steplen]) or self.get_parent().specific

    @cached_property
    def document_sections(self) -> list[ResolutionSection]:
        """The sections in the document's order, each with its recommendations in ``items``.

        In a preview the unsaved children are read.
        """
        sections = list(self.sections.select_related("addressee").prefetch_related("recommendations__topics").all())
        for section in sections:
            section.page = self
            section.items = list(section.recommendations.all())
            for item in section.items:
                item.section = section
        return sections

    @cached_property
    def corrections(self) -> list[Correction]:
        """Mended misprints, the newest first; those of an item are in its ``corrections`` as well."""
        mended = remember("mended resolutions", Correction.objects.resolution_keys)
        found = list(Correction.objects.of_resolution(self.translation_key)) if self.translation_key in mended else []
        for item in self.recommendations:
            item.corrections = [one for one in found if one.part_key == item.translation_key]
        return found

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

    # --- pages --------------------------------------------------------------------------------------------

    @path("")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        context = self._get_text_context(request)
        return declare(self.render(request, context_overrides=context), *(one.name for one in context["filters"]))

    def _get_text_context(self, request: HttpRequest) -> dict[str, Any]:
        """What the page with the whole text shows; the pages of single recommendations need none of it."""
        for prepare in extensions_of("reading of a resolution"):
            prepare(self)
        filterset = RecommendationFilterSet(request.GET, self.recommendations)
        sections = [
            ShownSection(section, filterset.narrow(section.items), f"section-{position}")
            for position, section in enumerate(self.document_sections, start=1)
        ]
        if filterset.bound.is_filtered:
            sections = [shown for shown in sections if shown.items]
        return {
            "filters": filterset.bound,
            "sections": sections,
            "found": len(filterset.found),
            "contents": [(2, shown.section.title, shown.anchor) for shown in sections],
        }

    @path("<slug:item>/", name="recommendation")
    def recommendation_route(self, request: HttpRequest, item: str) -> HttpResponse:
        """The page of one recommendation; no route may stand behind this one, as it takes every single word."""
        found = next((one for one in self.recommendations if one.slug == item), None)
        if found is None:
            return self._redirect_to_moved(request, item)
        return self.render(
            request,
            template="resolutions/recommendation_page.html",
            context_overrides=self._get_recommendation_context(request, found),
        )

    def _redirect_to_moved(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Lead on from a number that the recommendation had before; not for ever, as numbers may come back."""
        key = PublishedAddress.objects.key_at(self.translation_key, slug)
        moved = next((item for item in self.recommendations if item.translation_key == key), None)
        if moved is None:
            raise Http404
        return redirect(f"{self.get_url(request)}{moved.slug}/")

    def _get_recommendation_context(self, request: HttpRequest, item: Recommendation) -> dict[str, Any]:
        """What the page of one recommendation shows beside what every page does."""
        place = self.recommendations.index(item)
        item.locale = self.locale
        return {
            "recommendation": item,
            "previous": self.recommendations[place - 1] if place else None,
            "next": self.recommendations[place + 1] if place + 1 < len(self.recommendations) else None,
            "earlier": item.repeated_recommendation,
            "later": item.repeating_recommendations,
            "crumbs": [(self.title, self.get_url(request))],
            "meta_title": f"{item.title}. {item.short_text}",
            "meta_description": item.text[:300],
            "alternates": item.addresses_by_language,
            "citation": self._cite(request, item.number),
            "structured_data": item.structured_data,
        }

    def _cite(self, request: HttpRequest, number: str) -> str:
        """A reference to the item ``number`` after GOST R 7.0.100-2018 (electronic resources).

        «Резолюция … : принята 26 апреля 2017 года. — П. 1.3. — Текст : электронный // … : [сайт]. — URL: https://…
        (дата обращения: 01.02.2018).»
        """
        title = self.title
        if self.adopted_on:
            day = long_date(self.adopted_on, get_language())
            title = gettext("%(title)s : adopted on %(date)s") % {"title": title, "date": day}
        site = settings_of(request).display_title
        url = request.build_absolute_uri(request.path)
        parts = [
            title,
            gettext("Item %(number)s") % {"number": number},
            gettext("Text : electronic // %(site)s : [site]") % {"site": site},
            gettext("URL: %(url)s (accessed: %(date)s).") % {"url": url, "date": f"{timezone.localdate():%d.%m.%Y}"},
        ]
        return ". — ".join(parts)

    def get_structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """A Legislation: an adopted act with its date and number."""
        data = super().get_structured_data(request) | {"legislationType": "Resolution"}
        if self.adopted_on:
            data["legislationDate"] = self.adopted_on.isoformat()
        if self.number:
            data["legislationIdentifier"] = self.number
        if self.original:
            data["encoding"] = {"@type": "MediaObject", "contentUrl": urljoin(self.full_url, self.original.url)}
        return data

    # --- finding ------------------------------------------------------------------------------------------

    def get_search_text(self) -> str:
        """The resolution's own words, without its recommendations: each of them is found by itself."""
        lead_ins = [section.lead_in for section in self.document_sections]
        headings = [section.heading for section in self.document_sections]
        words = [plain_text(self.preamble), *lead_ins, *headings, plain_text(self.closing)]
        return "\n".join(filter(None, words))

    def get_search_attributes(self) -> dict[str, Any]:
        originals = (self.original_id,) if self.original_id else ()
        return {"date": self.adopted_on, "year": self.year, "boost": 1.1, "originals": originals}

    @classmethod
    def named_in_query(cls, question: Question) -> list[NamedThing]:
        """«резолюция второго форума» names a resolution, «2.3 прошлого форума» and «рекомендация 2.3» an item."""
        asked = read_reference(question)
        if asked is None:
            return []
        editions = ForumPage.in_language(question.language)
        chosen = asked.choose(editions, timezone.localdate()) if asked.is_told else editions
        pages = readable(cls.objects.filter(locale__language_code=question.language))
        by_forum = {page.path[: -page.steplen]: page for page in pages}
        in_order = [by_forum[forum.path] for forum in chosen if forum.path in by_forum]
        if not asked.items:
            return [NamedThing(page.pk) for page in in_order if asked.is_told]
        rows = Recommendation.objects.filter(section__page__in=in_order, number__in=asked.items)
        keys = {row.section.page_id: str(row.translation_key) for row in rows.select_related("section")}
        return [NamedThing(page.pk, keys[page.pk]) for page in in_order if page.pk in keys]

    def get_search_offers(self) -> list[SearchOffer]:
        """The resolution, and each recommendation as a thing of its own."""
        return [*super().get_search_offers(), *(item.search_offer for item in self.recommendations)]

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        own = super().get_sitemap_urls(request)
        if not own:
            return own
        parts = [{**own[0], "location": f"{own[0]['location']}{item.slug}/"} for item in self.recommendations]
        return [*own, *parts]
