"""The base of social projects."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.caching import remember
from core.feeds import LENGTH, feed_response, page_entry
from core.listings import BoundFilters, Listing
from core.models import SectionPage
from core.visibility import readable_children
from projects.councils.municipality import municipality_and_councils

from ..exports import EXPORT, export_csv, export_xlsx
from ..filters import ProjectFilterSet
from ..maps import MAX_DISTRICTS, MAX_POINTS, ProjectMap, project_map
from ..querysets import ProjectQuerySet
from ..summaries import Sums, sum_up
from .project import ProjectPage

#: The ways to show the list, with how many projects a page of it has.
PER_PAGE = {"cards": 18, "table": 50, "map": MAX_POINTS}
LOADERS = {
    "cards": ProjectQuerySet.for_cards,
    "table": ProjectQuerySet.for_table,
    "map": ProjectQuerySet.for_map,
}


@dataclass(frozen=True)
class View:
    """A way to show the list, as a link that keeps the filters."""

    label: str
    url: str
    current: bool


class ProjectIndexPage(RoutablePageMixin, SectionPage):
    """Every project of the town: cards, a table or a map; sums; the same as CSV and XLSX; an Atom feed."""

    propose = models.TextField(
        _("how to add a project"), blank=True, help_text=_("Where to write if your project is not here.")
    )

    subpage_types = ["social.ProjectPage"]
    max_count_per_parent = 1
    query_parameters = ("page", "view", *ProjectFilterSet.base_filters)
    feed_path = "feed/"
    content_panels = [*SectionPage.content_panels, FieldPanel("propose")]

    class Meta:
        verbose_name = _("base of projects")
        verbose_name_plural = _("bases of projects")

    @cached_property
    def projects(self) -> ProjectQuerySet:
        """The base's published projects that anybody may read."""
        return readable_children(ProjectPage.objects, self)

    def get_filterset(self, query: QueryDict) -> ProjectFilterSet:
        """The projects that the query string asks for, and the filters as it has them set."""
        return ProjectFilterSet(query, self.projects, locale_id=self.locale_id, place=self.pk)

    def get_map(self, found: Iterable[ProjectPage]) -> ProjectMap | None:
        """The map of a page of projects, upon the town's outline and its councils'."""
        land, districts = municipality_and_councils(self.locale_id, MAX_DISTRICTS)
        return project_map(((project, project.position) for project in found), land=land, districts=districts)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        filterset = self.get_filterset(request.GET)
        filters = filterset.bound
        view = request.GET.get("view", "")
        view = view if view in PER_PAGE else "cards"
        totals = self._sums(filterset)
        found = filterset.qs.placed_first() if view == "map" else filterset.qs
        listing = Listing(found, request.GET, PER_PAGE[view], filters, total=totals.count, load=LOADERS[view])
        return {
            **super().get_context(request, *args, **kwargs),
            "listing": listing,
            "view": view,
            "quick": filters.as_links("need", view="" if view == "cards" else view),
            "views": self._views(filters, view),
            "sums": totals,
            "map": self.get_map(listing.entries) if view == "map" else None,
            "columns": EXPORT.data_columns,
        }

    def _sums(self, filterset: ProjectFilterSet) -> Sums:
        """The sums of what is chosen; those of the whole base are remembered."""
        if filterset.bound.is_filtered:
            return sum_up(filterset.of_any_stage, filterset.stages)
        name = ("sums of projects", self.pk)
        return remember(name, lambda: sum_up(filterset.of_any_stage, filterset.stages))

    def _views(self, filters: BoundFilters, chosen: str) -> list[View]:
        """Links to the three views of one list."""
        labels = {"cards": gettext("Cards"), "table": gettext("Table"), "map": gettext("Map")}
        return [
            View(label, filters.query_string(view="" if name == "cards" else name), name == chosen)
            for name, label in labels.items()
        ]

    @path("csv/", name="csv")
    def as_csv(self, request: HttpRequest) -> HttpResponseBase:
        """What the list shows, as CSV."""
        return export_csv(self.get_filterset(request.GET).qs, self.full_url)

    @path("xlsx/", name="xlsx")
    def as_xlsx(self, request: HttpRequest) -> HttpResponseBase:
        """What the list shows, as a workbook."""
        return export_xlsx(self.get_filterset(request.GET).qs, self.full_url)

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Projects new in the base, as Atom."""
        latest = self.projects.newest_first().select_related("locale").prefetch_related("topics")[:LENGTH]
        entries = [page_entry(page, categories=[topic.title for topic in page.topics.all()]) for page in latest]
        return feed_response(request, entries, title=self.title, url=self.full_url, subtitle=self.intro)
