"""Councils in the admin: the explorer's columns, the map under a boundary's text; what the forums are told."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageViewSet

from forums.followup.evidence import register_part

from . import happenings  # noqa: F401  (says what happens to councils)
from .evidence import councils_at_work
from .models import CouncilPage
from .views import check_boundary

register_part("councils", _("Register of councils"), councils_at_work)


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


@hooks.register("register_admin_viewset")
def register_explorer() -> PageViewSet:
    return CouncilViewSet()


@hooks.register("register_admin_urls")
def register_boundary_check() -> list[URLPattern]:
    return [path("councils/boundary/", check_boundary, name="councils_boundary")]
