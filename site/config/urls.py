"""Addresses. Russian stands at the root, other languages under their code."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail import views as wagtail_views
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core.views import appearance, styleguide

handler500 = "core.views.server_error"

urlpatterns = [
    path(f"{settings.ADMIN_PATH}/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("core.urls")),
    path("", include("home.pages.urls")),
]

if settings.SERVE_MEDIA:
    # Renditions only: originals and documents may be private and go through Wagtail's own views.
    urlpatterns += [
        re_path(r"^media/(?P<path>images/.+)$", serve, {"document_root": settings.MEDIA_ROOT}),
    ]

urlpatterns += i18n_patterns(
    path("view/", appearance, name="appearance"),
    path("styleguide/", styleguide, name="styleguide"),
    path("", include("forums.followup.urls")),
    path("", include("core.contacts.urls")),
    path("", include("core.mail.urls")),
    path("", include("home.subscriptions.urls")),
    path("search/", include("search.page.urls")),
    # Files that a page makes; Wagtail's own pattern takes only addresses that end with a slash.
    re_path(r"^((?:[\w\-]+/)+[\w\-]+\.[a-z]{2,7})$", wagtail_views.serve, name="wagtail_serve_file"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
