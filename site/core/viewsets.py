"""What the admin's lists of pages have in common."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn


def page_columns(*own: Column) -> list[Column]:
    """The columns of a list of pages, for ``list_display``: the title first, ``own`` ones, the status last."""
    title = PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title")
    return [BulkActionsColumn("bulk_actions"), title, *own, PageStatusColumn("status", label=_("Status"))]
