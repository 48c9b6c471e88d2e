"""The register of councils."""

import re
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path

from core.caching import remember
from core.feeds import LENGTH, feed_response, page_entry
from core.file_routes import FileRoutes
from core.listings import Listing
from core.models import SectionPage, Territory
from core.search import Question, SearchAnswer
from core.visibility import readable, readable_children
from projects.geo.fields import BoundaryField

from ..addresses import LONGEST_QUESTION, answer
from ..choices import CouncilStatus
from ..exports import csv_of, geojson_of, register_table
from ..filters import CouncilFilterSet
from ..forms import CouncilIndexForm
from ..maps import MAX_SHAPES, legend, register_map
from ..querysets import CouncilQuerySet
from .council import CouncilPage

PER_PAGE = 24
#: A query that ends with the number of a house asks for an address; these words around it are no part of it.
_ADDRESS = re.compile(r"[^\W\d_]{3}.*\d+\s?[а-яa-z]?(?:/\d+)?\s*$", re.IGNORECASE)
_AROUND_ADDRESS = re.compile(
    r"\b(?:мо[йяе]|наш|совет\w*|тос\w*|как\w+|кто|председател\w+|адрес\w*|по|на|где|my|council|of|at|which)\b",
    re.IGNORECASE,
)
MOST_ANSWERED = 3
#: As many streets as a phone loads without noticing.
MOST_OFFERED_STREETS = 300


class CouncilIndexPage(FileRoutes, SectionPage):
    """The register: “which council is mine?”, a list with filters, a map, and the whole as open data."""

    boundary = BoundaryField(
        verbose_name=_("boundary of the municipality"),
        help_text=_("Councils' boundaries must lie within it. Without it, any place on Earth is accepted."),
    )
    outside = models.TextField(
        _("when no council is found"),
        blank=True,
        help_text=_(
            "What a resident should do whose house belongs to no council. For example, whom to call to found one."
        ),
    )

    subpage_types = ["councils.CouncilPage"]
    max_count_per_parent = 1
    query_parameters = ("page", *CouncilFilterSet.base_filters)
    base_form_class = CouncilIndexForm
    content_panels = [
        *SectionPage.content_panels,
        FieldPanel("outside"),
        FieldPanel("boundary"),
    ]

    class Meta:
        verbose_name = _("register of councils")
        verbose_name_plural = _("registers of councils")

    @classmethod
    def search_answers(cls, question: Question) -> Iterator[SearchAnswer]:
        """The council of an address typed into the search box: «Озёрная 12», «мой совет школьная 5»."""
        if not _ADDRESS.search(question.text) or len(question.text) > LONGEST_QUESTION:
            return
        address = _AROUND_ADDRESS.sub(" ", question.text).strip()
        for register in readable(cls.objects.filter(locale__language_code=question.language)):
            found = answer(register.get_councils().active(), address)
            for one in found.found[:MOST_ANSWERED] if found else ():
                council = one.council
                facts = [row.title for row in one.streets[:1]] + ([council.phone] if council.phone else [])
                yield SearchAnswer(council.title, council.url, tuple(facts))

    def get_councils(self) -> CouncilQuerySet:
        """The register's published councils."""
        return readable_children(CouncilPage.objects, self)

    @cached_property
    def choices(self) -> dict[str, list]:
        """What visitors choose from: ``territories`` (slug, title) and ``streets``."""
        return remember(("choices of councils", self.pk), self._find_choices)

    def _find_choices(self) -> dict[str, list]:
        councils = self.get_councils().order_by()
        territories = Territory.objects.filter(Exists(councils.filter(territory=OuterRef("pk"))), locale=self.locale_id)
        streets = councils.active().streets().order_by("title")
        return {
            "territories": list(territories.order_by("title").values_list("slug", "title")),
            "streets": list(streets.values_list("title", flat=True).distinct()[:MOST_OFFERED_STREETS]),
        }

    def get_filterset(self, query: QueryDict) -> CouncilFilterSet:
        """The councils that the query string asks for, and the filters as it has them set."""
        offers = {"territory": self.choices["territories"]}
        return CouncilFilterSet(query, self.get_councils(), locale_id=self.locale_id, offers=offers)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        found = answer(self.get_councils().active(), request.GET.get("address", ""))
        # Who asks for a council gets the council: the register stays a link away.
        return {**context, "answer": found} if found else {**context, **self._register(request.GET)}

    def _register(self, query: QueryDict) -> dict[str, Any]:
        """The list with its map."""
        found = self.get_filterset(query)
        listing = Listing(found.qs.in_order(), query, PER_PAGE, found.bound, load=CouncilQuerySet.for_list)
        town_map = None
        if listing.entries.paginator.count <= MAX_SHAPES:
            # The town as it is today, unless the dissolved are asked for.
            mapped = found.qs if found.chosen["status"] == CouncilStatus.DISSOLVED else found.qs.active()
            town_map = register_map(mapped.in_order(), land=self.boundary, base=self.url)
        return {
            "listing": listing,
            "map": town_map,
            "legend": legend(town_map),
            "columns": register_table(self.url).data_columns,
        }

    @path("councils.csv")
    def as_csv(self, request: HttpRequest) -> HttpResponseBase:
        """The filtered register as a table."""
        return csv_of(self.get_filterset(request.GET).qs, self.full_url)

    @path("councils.geojson")
    def as_geojson(self, request: HttpRequest) -> HttpResponseBase:
        """The filtered register as a map layer."""
        return geojson_of(self.get_filterset(request.GET).qs, self.full_url)

    @path("feed.atom")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Councils new in the register, as Atom."""
        councils = self.get_councils().defer("boundary", "outline").select_related("locale")
        latest = councils.order_by("-first_published_at")[:LENGTH]
        entries = [page_entry(council, categories=[council.get_kind_display()]) for council in latest]
        return feed_response(request, entries, title=self.title, url=self.full_url, subtitle=self.intro)
