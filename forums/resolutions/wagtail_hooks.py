"""Resolutions in the admin, and what of them the pages of forums show."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.admin.widgets import Button
from wagtail.models import Page

from core.extensions import Part, extend, page_context, page_part
from core.visibility import readable
from forums.editions.columns import FIRST_COLUMNS, LAST_COLUMNS
from forums.editions.models import ForumIndexPage, ForumPage

from . import happenings  # noqa: F401  (says what happens to resolutions)
from .chooser import RecommendationChooserViewSet
from .models import Recommendation, ResolutionPage
from .views import CorrectionsView, CorrectView


def recommendation_count(page: Page) -> int | str:
    """How many recommendations the forum's (or this) resolution has, drafts included; a dash without one."""
    counted = Recommendation.objects.filter(section__page__path__startswith=page.path)
    return counted.aggregate(n=Count("pk"))["n"] or "—"


@extend("columns of forums")
def recommendations_column() -> Column:
    return Column("recommendations", label=_("Recommendations"), accessor=recommendation_count)


class ResolutionViewSet(PageViewSet):
    """The explorer under a forum."""

    model = ResolutionPage
    list_display = [
        *FIRST_COLUMNS,
        Column("edition_label", label=_("Edition")),
        DateColumn("adopted_on", label=_("Adopted on"), sort_key="adopted_on"),
        recommendations_column(),
        *LAST_COLUMNS,
    ]


@hooks.register("register_admin_urls")
def register_corrections() -> list[URLPattern | URLResolver]:
    patterns = [
        path("<int:page_id>/", CorrectionsView.as_view(), name="corrections"),
        path("<int:page_id>/<slug:field>/", CorrectView.as_view(), name="correct"),
    ]
    return [path("resolutions/misprints/", include((patterns, "resolutions_admin"), namespace="resolutions_admin"))]


@hooks.register("register_page_header_buttons")
def correct_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """On an adopted text: the way to mend a misprint."""
    specific = page.specific_deferred
    if not isinstance(specific, ResolutionPage) or not specific.first_published_at:
        return
    if page.permissions_for_user(user).can_publish():
        url = reverse("resolutions_admin:corrections", args=[page.pk])
        yield Button(_("Correct a misprint"), url, icon_name="resubmit", priority=45)


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[ViewSet]:
    chooser = RecommendationChooserViewSet("recommendation_chooser", url_prefix="choose-recommendation")
    return [ResolutionViewSet(), chooser]


# --- on the pages of forums ---------------------------------------------------------------------------------------


@page_part(ForumPage, "after_programme", order=10)
def resolution_card(forum: ForumPage, request: HttpRequest | None) -> Part | None:
    resolution = ResolutionPage.of_forum(forum)
    return Part("resolutions/components/card.html", {"resolution": resolution}) if resolution else None


@extend("contents of a forum")
def line_of_contents(forum: ForumPage) -> list[tuple[int, str, str]]:
    return [(2, gettext("Resolution"), "resolution")] if ResolutionPage.of_forum(forum) else []


@page_context(ForumIndexPage)
def resolutions_of_archive(archive: ForumIndexPage, request: HttpRequest) -> dict[str, Any]:
    return {"resolutions": readable(ResolutionPage.objects.descendant_of(archive)).by_forum()}


@page_part(ForumIndexPage, "edition")
def resolution_of_edition(archive: ForumIndexPage, request: HttpRequest | None) -> Part:
    return Part("resolutions/components/on_edition.html")
