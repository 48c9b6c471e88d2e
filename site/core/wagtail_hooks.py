"""Vocabularies in the admin, and what of Wagtail's own menus nobody here needs."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .contacts import register_action
from .contacts.change_of_address import ChangeOfAddress
from .models import Addressee, Organisation, Person, Territory, Topic

#: Wagtail's news and its handbook: in English, on a foreign host.
ABROAD = ("whats-new", "editor-guide")


class VocabularyViewSet(SnippetViewSet):
    """A vocabulary's list and forms."""

    icon = "list-ul"
    copy_view_enabled = False
    list_display = ["title"]
    list_per_page = 50
    ordering = ["title"]
    search_fields = ["title"]


class TopicViewSet(VocabularyViewSet):
    model = Topic
    icon = "tag"


class TerritoryViewSet(VocabularyViewSet):
    model = Territory
    icon = "site"


class OrganisationViewSet(VocabularyViewSet):
    model = Organisation
    icon = "home"
    list_display = ["title", "short_title", "phone"]


class PersonViewSet(VocabularyViewSet):
    model = Person
    icon = "user"
    list_display = ["title", "position", "organisation", "consent_on"]


class AddresseeViewSet(VocabularyViewSet):
    model = Addressee
    icon = "group"
    list_display = ["title", "get_group_display"]


class VocabularyGroup(SnippetViewSetGroup):
    items = (PersonViewSet, OrganisationViewSet, TopicViewSet, TerritoryViewSet, AddresseeViewSet)
    menu_label = _("Vocabularies")
    menu_name = "vocabularies"
    menu_icon = "list-ul"
    menu_order = 260


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
