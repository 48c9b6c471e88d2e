"""Councils and practices in the admin: listings in the explorer, and the map under the boundary's text."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageViewSet

from projects.practices.models import PracticePage

from .boundary_view import boundary
from .models import CouncilPage


class CouncilViewSet(PageViewSet):
    """The explorer under a register: form, territory, register number, and whether the council still exists."""

    model = CouncilPage
    list_display = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("get_kind_display", label=_("Form"), sort_key="kind"),
        Column("territory", label=_("Territory")),
        Column("register_number", label=_("Register number"), sort_key="register_number"),
        DateColumn("registered_on", label=_("Registered"), sort_key="registered_on"),
        DateColumn("dissolved_on", label=_("Dissolved"), sort_key="dissolved_on"),
        PageStatusColumn("status", label=_("Status"), sort_key="live"),
    ]
    list_filter = {"kind": ["exact"], "territory": ["exact"], "dissolved_on": ["isnull"]}


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
def register_listings() -> list[PageViewSet]:
    return [CouncilViewSet(), PracticeViewSet()]


@hooks.register("register_admin_urls")
def register_boundary_view() -> list:
    return [path("councils/boundary/", boundary, name="projects_boundary")]
