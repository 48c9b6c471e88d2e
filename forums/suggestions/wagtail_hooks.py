"""Matches in the admin: beside the form of a page, after its publication, on the board, over a whole year."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from core.admin_screens import ItemFor
from core.extensions import Part, extend
from forums.followup.dossiers import Dossier
from forums.followup.permissions import may_report

from . import views
from .backwards import pages_for
from .matches import load_open


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    patterns = [
        path("", views.year, name="year"),
        path("<int:page_id>/", views.for_page, name="page"),
        path("<int:page_id>/panel/", views.panel, name="panel"),
        path("<int:page_id>/<uuid:key>/record/", views.make_report, name="record"),
        path("<int:page_id>/<uuid:key>/dismiss/", views.dismiss, name="dismiss"),
    ]
    return [path("suggestions/", include((patterns, "suggestions"), namespace="suggestions"))]


@extend("items of the follow-up menu")
def offer_the_year() -> MenuItem:
    return ItemFor(
        may_report,
        gettext_lazy("Reports from pages"),
        reverse(views.YEAR),
        name="suggestions",
        icon_name="link",
        order=250,
    )


@hooks.register("insert_editor_js")
def add_panel_to_forms() -> SafeString:
    """The script asks for the matches when a page's form opens and whenever it is saved by itself."""
    return format_html(
        '<script type="module" src="{}" data-suggestions="{}"></script>',
        static("js/admin/suggestions.js"),
        reverse("suggestions:panel", args=[0]),
    )


@hooks.register("insert_global_admin_css")
def add_styles() -> SafeString:
    """Forms and the board show parts of this room, and neither knows its styles."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/suggestions.css"))


@hooks.register("after_publish_page")
def ask_after_publication(request: HttpRequest, page: Page) -> None:
    """Say what the page that was just published may be evidence for."""
    if not getattr(page, "may_be_evidence", False) or not may_report(request.user):
        return
    [matches] = load_open(request.user).match([page.specific])
    if not matches:
        return
    subject = matches[0].subject
    messages.info(
        request,
        _("It looks as if this were about a recommendation: %(label)s. Record it as a report?")
        % {"label": subject.label(60)},
        buttons=[messages.button(reverse("suggestions:page", args=[page.pk]), _("See and record"))],
    )


@extend("parts of the board's rows")
def pages_for_quiet_recommendations(request: HttpRequest, dossiers: Sequence[Dossier]) -> dict[UUID, Part]:
    """Under a recommendation of which nothing was heard for half a year: pages that may be its evidence."""
    found = pages_for(request.user, dossiers)
    return {key: Part("suggestions/components/on_board.html", {"matches": matches}) for key, matches in found.items()}
