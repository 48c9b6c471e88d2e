"""Files that a page makes: ``progress.pdf`` or ``forum.ics`` right under the page's address."""

from django.urls import ResolverMatch, re_path
from wagtail import views
from wagtail.contrib.routable_page.models import RoutablePageMixin

#: Wagtail itself answers only addresses that end with a slash. This one goes beside its own pattern.
file_urlpatterns = [re_path(r"^((?:[\w\-]+/)+[\w\-]+\.[a-z]{2,4})$", views.serve, name="wagtail_serve_file")]


class FileRoutes(RoutablePageMixin):
    """Lets ``@path("forum.ics")`` be found; Wagtail asks for every route with a slash at its end."""

    def resolve_subpage(self, path: str) -> ResolverMatch:
        bare = path.rstrip("/")
        return super().resolve_subpage(bare if "." in bare.rpartition("/")[2] else path)
