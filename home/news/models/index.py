"""The news section."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from core.feeds import LENGTH, feed_response, page_entry
from core.file_routes import FileRoutes
from core.listings import Listing
from core.models import SectionPage, Topic
from core.visibility import readable_children

from ..filters import NewsFilterSet
from ..querysets import NewsPageQuerySet
from .page import NewsPage


class NewsIndexPage(FileRoutes, SectionPage):
    """News, newest first, by year and by topic; an Atom feed at ``feed.atom``."""

    subpage_types = ["news.NewsPage"]
    max_count_per_parent = 1
    query_parameters = ("page", *NewsFilterSet.base_filters)

    class Meta:
        verbose_name = _("news section")
        verbose_name_plural = _("news sections")

    def get_news(self) -> NewsPageQuerySet:
        """The section's published news, newest first."""
        return readable_children(NewsPage.objects, self).newest_first()

    def get_listing(self, query: QueryDict) -> Listing:
        """The news that the query string asks for."""
        found = NewsFilterSet(query, self.get_news(), locale_id=self.locale_id, place=self.pk)
        return Listing(found.qs, query, per_page=12, filters=found.bound, load=NewsPageQuerySet.for_cards)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        listing = self.get_listing(request.GET)
        return {
            **super().get_context(request, *args, **kwargs),
            "listing": listing,
            "topic_key": self._topic_key(listing.filters["topic"].value),
        }

    def _topic_key(self, slug: str) -> UUID | None:
        """What tells the topic that the list is narrowed to in every language; None for all topics."""
        topics = Topic.objects.filter(slug=slug, locale=self.locale_id) if slug else Topic.objects.none()
        return topics.values_list("translation_key", flat=True).first()

    @path("feed.atom")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """The latest news as Atom."""
        news = self.get_news().select_related("locale").prefetch_related("topics")[:LENGTH]
        entries = [
            page_entry(page, published=page.published_at, categories=[topic.title for topic in page.topics.all()])
            for page in news
        ]
        return feed_response(request, entries, title=self.title, url=self.full_url, subtitle=self.intro)
