"""Documents in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.pages import PageViewSet

from core.viewsets import page_columns

from .models import DocumentIndexPage, DocumentPage


class DocumentViewSet(PageViewSet):
    model = DocumentPage
    parent_models = [DocumentIndexPage]
    icon = "doc-full-inverse"
    ordering = "-adopted_on"
    list_display = page_columns(
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("number", label=_("Number"), sort_key="number"),
        DateColumn("adopted_on", label=_("Date"), sort_key="adopted_on"),
        Column("in_force", label=_("In force?"), accessor="get_status_display", sort_key="status"),
    )
    list_filter = ["kind", "status", "adopted_on"]


@hooks.register("register_admin_viewset")
def register_viewset() -> PageViewSet:
    """The list of documents."""
    return DocumentViewSet()
