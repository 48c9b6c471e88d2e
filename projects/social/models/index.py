"""The base of social projects."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.feeds import LENGTH, feed_response, page_entry
from core.listings import Filter
from core.models import SectionPage
from core.visibility import readable_children
from projects.councils.municipality import municipality_and_councils

from ..exports import COLUMNS, csv_response, xlsx_response
from ..listing import chosen_view, filtered, narrowed, project_filters, project_listing, stages_shown, sums, views
from ..maps import MAX_DISTRICTS, ProjectMap, project_map
from ..querysets import ProjectQuerySet
from ..quick_filter import quick_filter
from .project import ProjectPage


class ProjectIndexPage(RoutablePageMixin, SectionPage):
    """Every project of the town: cards, a table or a map; sums; the same as CSV and XLSX; an Atom feed."""

    propose = models.TextField(
        _("how to add a project"), blank=True, help_text=_("Where to write if your project is not here.")
    )

    subpage_types = ["social.ProjectPage"]
    max_count_per_parent = 1
    feed_path = "feed/"
    content_panels = [*SectionPage.content_panels, FieldPanel("propose")]

    class Meta:
        verbose_name = _("base of projects")
        verbose_name_plural = _("bases of projects")

    @cached_property
    def projects(self) -> ProjectQuerySet:
        """The base's published projects that anybody may read."""
        return readable_children(ProjectPage.objects, self)

    def get_filtered(self, query: QueryDict) -> tuple[ProjectQuerySet, list[Filter]]:
        """The projects that the query string asks for, and the filters as it has them set."""
        filters = project_filters(query, self.projects, self.locale_id)
        return filtered(self.projects, filters, self.locale_id), filters

    def get_map(self, found: Iterable[ProjectPage]) -> ProjectMap | None:
        """The map of a page of projects, upon the town's outline and its councils'."""
        land, districts = municipality_and_councils(self.locale_id, MAX_DISTRICTS)
        return project_map(found, land=land, districts=districts)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        found, filters = self.get_filtered(request.GET)
        totals = sums(narrowed(self.projects, filters, self.locale_id), stages_shown(filters))
        listing = project_listing(request.GET, found, filters, totals.count)
        view = chosen_view(request.GET)
        return {
            **super().get_context(request, *args, **kwargs),
            "listing": listing,
            "view": view,
            "quick": quick_filter(listing, "need", {"view": view} if view != "cards" else None),
            "views": views(request.GET, listing),
            "sums": totals,
            "map": self.get_map(listing.entries) if view == "map" else None,
            "columns": COLUMNS,
        }

    @path("csv/", name="csv")
    def as_csv(self, request: HttpRequest) -> HttpResponse:
        """What the list shows, as CSV."""
        return csv_response(self.get_filtered(request.GET)[0], self.full_url)

    @path("xlsx/", name="xlsx")
    def as_xlsx(self, request: HttpRequest) -> HttpResponse:
        """What the list shows, as a workbook."""
        return xlsx_response(self.get_filtered(request.GET)[0], self.full_url)

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Projects new in the base, as Atom."""
        latest = self.projects.newest_first().select_related("locale").prefetch_related("topics")[:LENGTH]
        entries = [page_entry(page, categories=[topic.title for topic in page.topics.all()]) for page in latest]
        return feed_response(request, entries, title=self.title, url=self.full_url, subtitle=self.intro)
