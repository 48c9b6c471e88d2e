"""Vocabularies in the admin, and what of Wagtail's own menus nobody here needs."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from . import creation, draft_parents, editing  # noqa: F401  (register their hooks)
from .bin import hooks as bin_hooks  # noqa: F401  (registers its hooks)
from .contacts import register_action
from .contacts.change_of_address import ChangeOfAddress
from .vocabulary_admin import VocabularyGroup

#: Wagtail's news and its handbook: in English, on a foreign host.
ABROAD = ("whats-new", "editor-guide")


register_snippet(VocabularyGroup)
register_action(ChangeOfAddress())


@hooks.register("construct_help_menu")
def leave_out_foreign_help(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    menu_items[:] = [item for item in menu_items if not item.name.startswith(ABROAD)]


@hooks.register("construct_reports_menu")
def translations_for_translators(request: HttpRequest, menu_items: list[Any]) -> None:
    """The report of translations is for those who may have something translated."""
    if not request.user.has_perm("wagtail_localize.submit_translation"):
        menu_items[:] = [item for item in menu_items if "/localize/" not in item.url]
