"""The demo loads, loads again without doubling, and can be undone without a trace."""

from io import StringIO

from django.apps import apps
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from core.models import DemoRecord, Topic

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


def test_demo_loads_answers_and_vanishes(site_after_flush):
    site_after_flush.home_en.delete()
    before, pages_before = row_counts(), set(Page.objects.values_list("url_path", flat=True))
    own = Topic.objects.create(title="Тема редактора", locale_id=Page.objects.get(depth=2).locale_id)

    call_command("demo", stdout=StringIO())
    loaded = row_counts()
    assert Page.objects.live().count() > 60
    call_command("demo", stdout=StringIO())
    assert row_counts() == loaded

    client = Client()
    wrong = {}
    for page in Page.objects.live().filter(depth__gt=1):
        response = client.get(page.get_url())
        if response.status_code != 200:
            wrong[page.url] = response.status_code
    assert not wrong
    # The example that stands in the field of the question finds a council.
    register = client.get("/councils/", {"address": "ул. Озёрная, 12"})
    assert "Этого дома нет" not in register.content.decode()
    assert "ТОС «Озёрный»" in register.content.decode()

    call_command("demo", "--remove", stdout=StringIO())
    own.delete()
    assert row_counts() == before
    assert set(Page.objects.values_list("url_path", flat=True)) == pages_before
    assert not DemoRecord.objects.exists()
