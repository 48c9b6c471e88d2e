"""How the admin lists this app's pages: columns and filters that editors look by."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageViewSet

from home.events.models import EventIndexPage, EventPage
from home.library.models import DocumentIndexPage, DocumentPage

from .models import NewsIndexPage, NewsPage


def _columns(*own: Column) -> list[Column]:
    """A page's title first, its own columns, its status last."""
    title = PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title")
    return [BulkActionsColumn("bulk_actions"), title, *own, PageStatusColumn("status", label=_("Status"))]


class NewsViewSet(PageViewSet):
    model = NewsPage
    parent_models = [NewsIndexPage]
    icon = "doc-full"
    ordering = "-date"
    list_display = _columns(DateColumn("date", label=_("Date"), sort_key="date"))
    list_filter = ["date"]


class DocumentViewSet(PageViewSet):
    model = DocumentPage
    parent_models = [DocumentIndexPage]
    icon = "doc-full-inverse"
    ordering = "-adopted_on"
    list_display = _columns(
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("number", label=_("Number"), sort_key="number"),
        DateColumn("adopted_on", label=_("Date"), sort_key="adopted_on"),
        Column("in_force", label=_("In force?"), accessor="get_status_display", sort_key="status"),
    )
    list_filter = ["kind", "status", "adopted_on"]


class EventViewSet(PageViewSet):
    model = EventPage
    parent_models = [EventIndexPage]
    icon = "calendar-alt"
    ordering = "-starts_at"
    list_display = _columns(
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        DateColumn("starts_at", label=_("Begins"), sort_key="starts_at"),
        Column("state", label=_("State"), accessor=lambda page: page.state.label),
        Column("outcome", label=_("Outcome told?"), accessor=lambda page: _("yes") if page.outcome else _("no")),
    )
    list_filter = ["kind", "starts_at"]


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[PageViewSet]:
    """Lists of news, documents and events."""
    return [NewsViewSet(), DocumentViewSet(), EventViewSet()]
