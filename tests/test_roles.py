"""Who may do what: every role at every screen of the admin, and the demo's account of each role."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import URLResolver, get_resolver, reverse
from wagtail.admin.menu import admin_menu

from core.roles import ADMINISTRATORS, BODIES, CHIEF_EDITORS, EDITORS, ORGANISERS, ROLES
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory
from tests.factories.home import NewsPageFactory

pytestmark = pytest.mark.django_db

#: Screens under /admin/, and who may open them: editor, chief editor, organiser, body, administrator.
SCREENS = {
    "": "ecoba",
    "account/": "ecoba",
    "pages/": "eco-a",
    "pages/search/": "eco-a",
    "choose-page/": "ecoba",
    "images/": "ecoba",
    "documents/": "ecoba",
    "collections/": "-c--a",
    "snippets/core/person/": "eco-a",
    "snippets/core/person/add/": "eco-a",
    "snippets/core/organisation/add/": "eco-a",
    "snippets/core/topic/add/": "eco-a",
    "snippets/core/territory/add/": "eco-a",
    "snippets/core/addressee/add/": "eco-a",
    "snippets/choose/core/organisation/create/": "eco-a",
    "resolution-import/": "eco-a",
    "proposals/": "-co-a",
    "registration/": "-co-a",
    "registration/check-in/": "-co-a",
    "snippets/registration/registrationperiod/": "-co-a",
    "snippets/proposals/proposalperiod/": "-co-a",
    "settings/proposals/proposalsettings/": "-c--a",
    "newsletters/": "ec--a",
    "newsletters/new/": "ec--a",
    "followup/": "ecoba",
    "witnesses/": "ecoba",
    "followup/upload/": "eco-a",
    "suggestions/": "ecoba",
    "followup/table.xlsx": "eco-a",
    "followup/users/": "eco-a",
    "snippets/followup/progressreport/": "ecoba",
    "snippets/followup/progressreport/add/": "ecoba",
    "snippets/followup/response/": "eco-a",
    "snippets/followup/assignment/add/": "eco-a",
    "snippets/followup/livinglink/": "eco-a",
    "settings/core/sitesettings/": "-c--a",
    "snippets/search/synonyms/": "ec--a",
    "searchpicks/": "ec--a",
    "redirects/": "-c--a",
    "forms/": "eco-a",
    "reports/searched/": "ec--a",
    "reports/locked/": "-co-a",
    "reports/workflow/": "eco-a",
    "reports/aging-pages/": "eco-a",
    "reports/letters/": "----a",
    "reports/suspended/": "----a",
    "users/": "----a",
    "groups/": "----a",
    "sites/": "----a",
    "locales/": "----a",
    "workflows/list/": "----a",
    "workflows/tasks/index/": "----a",
}
LETTERS = dict(zip("ecoba", ROLES, strict=True))
#: The main menu of each role.
MENUS = {
    EDITORS: "explorer resolution-import followup newsletters vocabularies images documents reports settings help",
    CHIEF_EDITORS: (
        "explorer resolution-import followup proposals registration newsletters vocabularies images documents reports "
        "settings help"
    ),
    ORGANISERS: "explorer resolution-import followup proposals registration vocabularies images documents reports help",
    BODIES: "followup images documents help",
    ADMINISTRATORS: (
        "explorer resolution-import followup proposals registration newsletters vocabularies images documents reports "
        "settings help"
    ),
}


@pytest.fixture
def archive(site):
    return ForumIndexPageFactory(parent=site.home)


@pytest.fixture
def signed_in(client, archive):
    """``signed_in(role)``: the client as a member of the group and of nothing else."""

    def sign_in(role: str):
        user = get_user_model().objects.create_user("somebody", "somebody@novodumsk.example", "secret")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return sign_in


@pytest.mark.parametrize("letter", LETTERS)
def test_screens(signed_in, letter):
    client = signed_in(LETTERS[letter])

    found = {}
    for screen in SCREENS:
        answer = client.get(f"/admin/{screen}", follow=True)
        refused = screen and answer.request["PATH_INFO"] == "/admin/"
        found[screen] = answer.status_code == 200 and not refused

    assert found == {screen: letter in who for screen, who in SCREENS.items()}


@pytest.mark.parametrize("role", ROLES)
def test_no_screen_breaks(signed_in, role):
    """Every address of the admin that asks for nothing answers, or refuses."""
    client = signed_in(role)
    broken = {route: status for route in _plain_routes() if (status := client.get(f"/{route}").status_code) >= 500}
    assert not broken


def _plain_routes() -> set[str]:
    routes = {route for route in _routes(get_resolver(), "") if re.fullmatch(r"admin/[\w/.\-]*", route)}
    return routes - {"admin/failwhale/"}


def _routes(resolver: URLResolver, before: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        route = before + re.sub(r"^\^|\\Z|\$$", "", str(pattern.pattern))
        yield from _routes(pattern, route) if isinstance(pattern, URLResolver) else [route]


@pytest.mark.parametrize("role", ROLES)
def test_the_menu_shows_what_the_role_can_do(signed_in, role):
    request = signed_in(role).get("/admin/").wsgi_request
    assert {item.name for item in admin_menu.menu_items_for_request(request)} == set(MENUS[role].split())


class TestPages:
    def test_an_editor_writes_and_a_chief_editor_publishes(self, signed_in, site):
        news = NewsPageFactory(parent=site.home)
        editor = signed_in(EDITORS).get("/admin/").wsgi_request.user
        assert news.permissions_for_user(editor).can_edit()
        assert not news.permissions_for_user(editor).can_publish()
        editor.groups.set([Group.objects.get(name=CHIEF_EDITORS)])
        editor = get_user_model().objects.get(pk=editor.pk)
        assert news.permissions_for_user(editor).can_publish()

    def test_an_organiser_publishes_forums_and_nothing_else(self, signed_in, site, archive):
        forum, news = ForumPageFactory(parent=archive), NewsPageFactory(parent=site.home)
        client = signed_in(ORGANISERS)
        user = client.get("/admin/").wsgi_request.user
        assert forum.permissions_for_user(user).can_publish()
        assert not news.permissions_for_user(user).can_edit()
        assert client.get(reverse("wagtailadmin_explore", args=[archive.pk])).status_code == 200
        assert client.get(reverse("wagtailadmin_pages:edit", args=[news.pk])).status_code == 302

    def test_a_translated_archive_is_theirs_as_well(self, signed_in, site, archive):
        english = archive.copy_for_translation(site.en, copy_parents=True)
        user = signed_in(ORGANISERS).get("/admin/").wsgi_request.user
        assert english.permissions_for_user(user).can_publish()
