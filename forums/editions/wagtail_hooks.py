"""Forums in the explorer: what an organiser looks for at a glance."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.pages import PageViewSet

from core.extensions import extensions_of

from . import happenings  # noqa: F401  (says what happens to forums)
from .columns import FIRST_COLUMNS, LAST_COLUMNS
from .models import ForumPage


class ForumViewSet(PageViewSet):
    """The explorer under the archive."""

    model = ForumPage

    @property
    def list_display(self) -> list[Column]:
        """The forum's own columns and, before the last ones, those of the rooms above."""
        return [
            *FIRST_COLUMNS,
            Column("roman_number", label=_("Edition"), sort_key="number"),
            DateColumn("starts_on", label=_("Date"), sort_key="starts_on"),
            *(make() for make in extensions_of("columns of forums")),
            *LAST_COLUMNS,
        ]


@hooks.register("register_admin_viewset")
def register_explorer() -> PageViewSet:
    return ForumViewSet()
