"""Practices in the admin, and on the pages of councils that took them up."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from core.extensions import Part, page_part
from projects.councils.models import CouncilPage

from . import happenings  # noqa: F401  (says which practices are new)
from .models import PracticeBorrowing, PracticePage


class PracticeViewSet(PageViewSet):
    """The explorer under a collection of practices."""

    model = PracticePage
    list_display = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("get_origin_display", label=_("Whose"), sort_key="origin"),
        Column("city", label=_("City"), sort_key="city"),
        Column("cost_words", label=_("Cost"), sort_key="cost"),
        Column("year", label=_("Year"), sort_key="year"),
        PageStatusColumn("status", label=_("Status"), sort_key="live"),
    ]
    list_filter = {"origin": ["exact"], "territory": ["exact"]}


@hooks.register("register_admin_viewset")
def register_explorer() -> PageViewSet:
    return PracticeViewSet()


@page_part(CouncilPage, "activity")
def practices_of_council(council: Page, request: HttpRequest | None) -> Part | None:
    """The practices that the council took up."""
    borrowings = list(PracticeBorrowing.objects.by_council(council))
    return Part("practices/components/on_council.html", {"borrowings": borrowings}) if borrowings else None
