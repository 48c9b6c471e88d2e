"""Columns that the explorer shows of forums and of what stands under them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.models import Page


def languages(page: Page) -> str:
    """Other languages that the page is translated into, untranslated copies left out."""
    translated = page.get_translations().filter(alias_of__isnull=True).select_related("locale")
    return ", ".join(str(one.locale.get_display_name()) for one in translated) or "—"


FIRST_COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
]
LAST_COLUMNS = [
    Column("languages", label=_("Translated"), accessor=languages),
    PageStatusColumn("status", label=_("Status"), sort_key="live", width="12%"),
]
