"""The collection of good practices."""

from typing import Any

from django.db.models import Exists, F, OuterRef
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from core.feeds import LENGTH, feed_response, page_entry
from core.file_routes import FileRoutes
from core.listings import Listing, choice_filter
from core.models import SectionPage, Topic
from core.visibility import readable_children
from core.vocabulary_options import options

from ..choices import COST_BANDS, Origin
from ..querysets import PracticeQuerySet
from .practice import PracticePage

PER_PAGE = 18
TAKEN_UP = "borrowed"


class PracticeIndexPage(FileRoutes, SectionPage):
    """Practices worth borrowing, by topic, cost, city, our own or another city's."""

    subpage_types = ["practices.PracticePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("collection of practices")
        verbose_name_plural = _("collections of practices")

    def get_practices(self) -> PracticeQuerySet:
        """The collection's published practices."""
        return readable_children(PracticePage.objects, self)

    def _choices(self, practices: PracticeQuerySet) -> dict[str, list[tuple[str, str]]]:
        """Topics and cities that occur. One query."""
        within = practices.order_by()
        cities = within.exclude(city="").annotate(facet=F("city")).distinct()
        topics = Topic.objects.filter(Exists(within.filter(topics=OuterRef("pk"))), locale=self.locale_id)
        return options(topic=topics, city=cities)

    def get_listing(self, query: QueryDict) -> Listing:
        """The practices that the query string asks for."""
        practices = self.get_practices()
        offered = self._choices(practices)
        origins = [*Origin.choices, (TAKEN_UP, _("taken up by others"))]
        bands = [(band.slug, band.label) for band in COST_BANDS]
        filters = [
            choice_filter(query, "topic", _("Topic"), offered["topic"], everything=_("All topics")),
            choice_filter(query, "cost", _("Cost"), bands, everything=_("Any cost")),
            choice_filter(query, "city", _("City"), offered["city"], everything=_("All cities")),
            choice_filter(query, "origin", _("Whose"), origins, everything=_("Our own and others’")),
        ]
        topic, cost, city, origin = (one.value for one in filters)
        if topic:
            practices = practices.filter(topics__slug=topic, topics__locale=self.locale_id)
        if cost:
            practices = practices.costing(cost)
        if city:
            practices = practices.filter(city=city)
        if origin:
            practices = practices.taken_up() if origin == TAKEN_UP else practices.filter(origin=origin)
        return Listing(
            practices.newest_first(), query, per_page=PER_PAGE, filters=filters, dress=PracticeQuerySet.for_list
        )

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
