"""Forums and resolutions in the explorer: what an organiser looks for at a glance."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from forums.resolutions.models import Recommendation, ResolutionPage

from .models import ForumPage


def recommendation_count(page: Page) -> int | str:
    """How many recommendations the forum's (or this) resolution has, drafts included; a dash without one."""
    counted = Recommendation.objects.filter(section__page__path__startswith=page.path)
    return counted.aggregate(n=Count("pk"))["n"] or "—"


def languages(page: Page) -> str:
    """Other languages that the page is translated into, untranslated copies left out."""
    translated = page.get_translations().filter(alias_of__isnull=True).select_related("locale")
    return ", ".join(str(one.locale.get_display_name()) for one in translated) or "—"


TITLE = [
    BulkActionsColumn("bulk_actions"),
    PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
]
COMMON = [
    Column("recommendations", label=_("Recommendations"), accessor=recommendation_count),
    Column("languages", label=_("Translated"), accessor=languages),
    PageStatusColumn("status", label=_("Status"), sort_key="live", width="12%"),
]


class ForumViewSet(PageViewSet):
    """The explorer under the archive."""

    model = ForumPage
    list_display = [
        *TITLE,
        Column("roman_number", label=_("Edition"), sort_key="number"),
        DateColumn("starts_on", label=_("Date"), sort_key="starts_on"),
        *COMMON,
    ]


class ResolutionViewSet(PageViewSet):
    """The explorer under a forum."""

    model = ResolutionPage
    list_display = [
        *TITLE,
        Column("edition_label", label=_("Edition")),
        DateColumn("adopted_on", label=_("Adopted on"), sort_key="adopted_on"),
        *COMMON,
    ]


@hooks.register("register_admin_viewset")
def register_listings() -> list[PageViewSet]:
    return [ForumViewSet(), ResolutionViewSet()]
