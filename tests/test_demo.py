"""The demo loads, loads again without doubling, and can be undone without a trace."""

from collections import Counter
from io import StringIO

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from core.models import Addressee, DemoRecord, Organisation, Territory, Topic
from core.roles import ROLES
from home.front.management.commands.demo import ACCOUNTS, PASSWORD
from tests import databases

#: Bookkeeping that grows with every action and belongs to no content, and what the search works out from content.
NOT_COUNTED = {"wagtailcore", "wagtailsearch", "wagtail_localize", "contenttypes", "auth", "search"}
#: One empty row for each site appears when the settings are first asked for.
MADE_ON_READING = {"core.SiteSettings"}


def row_counts() -> dict[str, int]:
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.app_label not in NOT_COUNTED and model._meta.label not in MADE_ON_READING
    }


def addresses() -> set[str]:
    return set(Page.objects.values_list("url_path", flat=True))


def test_every_page_answers(demo):
    assert Page.objects.live().count() > 60
    client = Client()
    pages = Page.objects.live().filter(depth__gt=1)
    wrong = {page.url: status for page in pages if (status := client.get(page.get_url()).status_code) != 200}
    assert not wrong


def test_the_example_in_the_field_finds_a_council(demo):
    register = Client().get("/councils/", {"address": "ул. Озёрная, 12"}).content.decode()
    assert "Этого дома нет" not in register
    assert "ТОС «Озёрный»" in register


def test_no_term_is_there_twice(demo):
    for model in (Topic, Territory, Organisation, Addressee):
        words = Counter(model.objects.values_list("locale__language_code", "title"))
        assert not [word for word, count in words.items() if count > 1], model


def test_a_second_load_doubles_nothing(demo):
    loaded = row_counts()
    call_command("demo", stdout=StringIO())
    assert row_counts() == loaded


def test_removal_leaves_no_trace(demo):
    own = Topic.objects.create(title="Тема редактора", locale_id=Page.objects.get(depth=2, locale_id=1).locale_id)
    call_command("demo", "--remove", stdout=StringIO())
    own.delete()  # what an editor added is still there
    rows, pages = row_counts(), addresses()
    assert not DemoRecord.objects.exists()
    with databases.migrated():
        assert rows == row_counts()
        assert pages == addresses()


def test_the_demo_has_an_account_of_each_role(demo, client):
    assert {role for *_names, role in ACCOUNTS} == set(ROLES)
    users = get_user_model().objects
    assert not users.filter(is_superuser=True).exists()
    for username, _first, _last, role in ACCOUNTS:
        assert client.login(username=username, password=PASSWORD)
        assert client.get("/admin/").status_code == 200
        assert [group.name for group in users.get(username=username).groups.all()] == [role]
