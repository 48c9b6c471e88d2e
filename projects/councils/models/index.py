"""The register of councils."""

from typing import Any

from django.core.cache import cache
from django.db import models
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path

from core.feeds import LENGTH, feed_response, page_entry
from core.file_routes import FileRoutes
from core.listings import Filter, Listing, choice_filter
from core.models import SectionPage, Territory
from core.visibility import readable_children
from projects.geo.fields import BoundaryField

from ..addresses import answer
from ..exports import COLUMNS, csv_response, geojson_response
from ..maps import MAX_SHAPES, legend, register_map
from ..querysets import CouncilQuerySet
from .council import CouncilPage
from .street import CouncilStreet

PER_PAGE = 24
#: As many streets as a phone loads without noticing.
MOST_OFFERED_STREETS = 300
#: Seconds for which the choices of the filters are remembered.
CHOICES_AGE = 300
STATUSES = (("active", _("active")), ("dissolved", _("dissolved")))


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
    content_panels = [
        *SectionPage.content_panels,
        FieldPanel("outside"),
        FieldPanel("boundary"),
    ]

    class Meta:
        verbose_name = _("register of councils")
        verbose_name_plural = _("registers of councils")

    def get_councils(self) -> CouncilQuerySet:
        """The register's published councils."""
        return readable_children(CouncilPage.objects, self)

    @cached_property
    def choices(self) -> dict[str, list]:
        """What visitors choose from: ``territories`` (slug, title) and ``streets``; up to :data:`CHOICES_AGE` old."""
        return cache.get_or_set(f"council-choices-{self.pk}", self._find_choices, CHOICES_AGE)

    def _find_choices(self) -> dict[str, list]:
        councils = self.get_councils().order_by()
        territories = Territory.objects.filter(Exists(councils.filter(territory=OuterRef("pk"))), locale=self.locale_id)
        streets = CouncilStreet.objects.filter(council__in=councils.active().values("pk")).order_by("title")
        return {
            "territories": list(territories.order_by("title").values_list("slug", "title")),
            "streets": list(streets.values_list("title", flat=True).distinct()[:MOST_OFFERED_STREETS]),
        }

    def get_filtered(self, query: QueryDict) -> tuple[CouncilQuerySet, list[Filter]]:
        """The councils that the query string asks for, and the filters as it has them set."""
        councils = self.get_councils()
        filters = [
            choice_filter(query, "kind", _("Form"), CouncilPage.Kind.choices, everything=_("All forms")),
            choice_filter(
                query,
                "territory",
                _("Territory"),
                self.choices["territories"],
                everything=_("The whole municipality"),
            ),
            choice_filter(query, "status", _("Status"), STATUSES, everything=_("Any status")),
        ]
        kind, territory, status = (one.value for one in filters)
        if kind:
            councils = councils.filter(kind=kind)
        if territory:
            councils = councils.filter(territory__slug=territory, territory__locale=self.locale_id)
        if status == "dissolved":
            councils = councils.dissolved()
        elif status == "active":
            councils = councils.active()
        return councils, filters

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        found = answer(self.get_councils().active(), request.GET.get("address", ""))
        # Who asks for a council gets the council: the register stays a link away.
        return {**context, "answer": found} if found else {**context, **self._register(request.GET)}

    def _register(self, query: QueryDict) -> dict[str, Any]:
        """The list with its map."""
        councils, filters = self.get_filtered(query)
        listing = Listing(
            councils.in_order(), query, per_page=PER_PAGE, filters=filters, dress=CouncilQuerySet.for_list
        )
        town_map = None
        if listing.entries.paginator.count <= MAX_SHAPES:
            # The town as it is today, unless the dissolved are asked for.
            mapped = councils if filters[-1].value == "dissolved" else councils.active()
            town_map = register_map(mapped.in_order(), land=self.boundary, base=self.url)
        return {
            "listing": listing,
            "map": town_map,
            "legend": legend(town_map, CouncilPage.Kind.choices),
            "columns": COLUMNS,
        }

    @path("councils.csv")
    def as_csv(self, request: HttpRequest) -> HttpResponse:
        """The filtered register as a table."""
        return csv_response(self.get_filtered(request.GET)[0], self.full_url)

    @path("councils.geojson")
    def as_geojson(self, request: HttpRequest) -> HttpResponse:
        """The filtered register as a map layer."""
        return geojson_response(self.get_filtered(request.GET)[0], self.full_url)

    @path("feed.atom")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Councils new in the register, as Atom."""
        councils = self.get_councils().defer("boundary", "outline").select_related("locale")
        latest = councils.order_by("-first_published_at")[:LENGTH]
        entries = [page_entry(council, categories=[council.get_kind_display()]) for council in latest]
        return feed_response(request, entries, title=self.title, url=self.full_url, subtitle=self.intro)
