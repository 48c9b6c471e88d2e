"""Menu item, buttons and addresses of the forums' own admin screens."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from core.admin_screens import ItemFor
from forums.editions.models import ForumPage
from forums.resolutions.models import ResolutionPage

from .permissions import may_add_to, may_import
from .views import ImportCompareView, ImportReviewView, ImportUploadView

import_patterns = (
    [
        path("", ImportUploadView.as_view(), name="upload"),
        path("<uuid:pk>/", ImportReviewView.as_view(), name="review"),
        path("<uuid:pk>/compare/", ImportCompareView.as_view(), name="compare"),
    ],
    "resolution_import",
)


@hooks.register("register_admin_urls")
def import_urls() -> list:
    return [path("resolution-import/", include(import_patterns))]


@hooks.register("register_admin_menu_item")
def import_menu_item() -> MenuItem:
    return ItemFor(
        may_import,
        _("Import a resolution"),  # short: the sidebar cuts what is longer
        reverse("resolution_import:upload"),
        name="resolution-import",
        icon_name="doc-full-inverse",
        order=210,
    )


@hooks.register("register_page_header_buttons")
def import_button(page, user, view_name, next_url=None):
    """On a forum without a resolution: start the import for it."""
    specific = page.specific_deferred
    if not isinstance(specific, ForumPage) or not may_add_to(user, page):
        return
    if not ResolutionPage.objects.child_of(page).exists():
        yield Button(
            _("Resolution from a document"),
            url=f"{reverse('resolution_import:upload')}?forum={page.pk}",
            icon_name="doc-full-inverse",
            priority=45,
        )
