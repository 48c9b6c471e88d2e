"""The collection of good practices."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from core.feeds import LENGTH, feed_response, page_entry
from core.file_routes import FileRoutes
from core.listings import Listing
from core.models import SectionPage
from core.visibility import readable_children

from ..filters import PracticeFilterSet
from ..querysets import PracticeQuerySet
from .practice import PracticePage

PER_PAGE = 18


class PracticeIndexPage(FileRoutes, SectionPage):
    """Practices worth borrowing, by topic, cost, city, our own or another city's."""

    subpage_types = ["practices.PracticePage"]
    max_count_per_parent = 1
    query_parameters = ("page", *PracticeFilterSet.base_filters)

    class Meta:
        verbose_name = _("collection of practices")
        verbose_name_plural = _("collections of practices")

    def get_practices(self) -> PracticeQuerySet:
        """The collection's published practices."""
        return readable_children(PracticePage.objects, self)

    def get_listing(self, query: QueryDict) -> Listing:
        """The practices that the query string asks for."""
        found = PracticeFilterSet(query, self.get_practices(), locale_id=self.locale_id, place=self.pk)
        return Listing(found.qs.newest_first(), query, PER_PAGE, found.bound, load=PracticeQuerySet.for_list)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "listing": self.get_listing(request.GET)}

    @path("feed.atom")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """The practices added last, as Atom."""
        latest = (
            self.get_practices().select_related("locale").prefetch_related("topics").order_by("-first_published_at")
        )
        entries = [
            page_entry(page, categories=[topic.title for topic in page.topics.all()]) for page in latest[:LENGTH]
        ]
        return feed_response(request, entries, title=self.title, url=self.full_url, subtitle=self.intro)
