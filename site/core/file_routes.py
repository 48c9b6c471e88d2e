"""Files that a page makes: ``progress.pdf`` or ``forum.ics`` right under the page's address."""

from django.urls import ResolverMatch, URLPattern
from wagtail.contrib.routable_page.models import RoutablePageMixin

from core.extensions import extended_routes


class FileRoutes(RoutablePageMixin):
    """Lets ``@path("forum.ics")`` be found; Wagtail asks for every route with a slash at its end.

    ``config.urls`` has the pattern by which such addresses reach Wagtail at all.
    """

    @classmethod
    def get_subpage_urls(cls) -> tuple[URLPattern, ...]:
        """Routes that rooms above registered stand first: a page may have one that takes every word."""
        return (*extended_routes(cls), *super().get_subpage_urls())

    def resolve_subpage(self, path: str) -> ResolverMatch:
        bare = path.rstrip("/")
        return super().resolve_subpage(bare if "." in bare.rpartition("/")[2] else path)
