"""The editor's day in a real browser: what the forms of everyday pages do beyond taking words."""

import pytest
from playwright.sync_api import expect

from core.roles import CHIEF_EDITORS, EDITORS
from home.news.models import NewsPage
from tests.factories.core import TopicFactory
from tests.factories.home import NewsIndexPageFactory

MANY = ("Экология", "Молодёжь", "Дороги и транспорт", "Культура", "Спорт и здоровье", "Доступная среда")


@pytest.fixture
def topics(live_site):
    return {title: TopicFactory(title=title, locale=live_site.ru) for title in MANY}


@pytest.fixture
def news(live_site):
    return NewsIndexPageFactory(parent=live_site.home, locale=live_site.ru)


def fill(page, live_site, news) -> None:
    """A piece of news with a topic that was searched for."""
    page.goto(f"{live_site.url}/admin/pages/add/news/newspage/{news.pk}/")
    page.fill("[name=title]", "Автобус пойдёт до озера")
    page.fill("[name=summary]", "С мая маршрут № 4 продлят.")
    choice = page.locator("terms-choice")
    expect(choice.locator("summary")).to_have_text("Ничего не выбрано")
    expect(choice.locator("select")).to_be_hidden()
    choice.locator("summary").click()
    choice.get_by_role("searchbox").fill("транс")
    expect(choice.locator("li:visible")).to_have_count(1)
    choice.get_by_role("searchbox").press("Enter")
    expect(choice.locator("summary")).to_have_text("Дороги и транспорт")


def test_a_topic_is_found_by_typing(live_site, news, topics, editor):
    fill(editor, live_site, news)
    editor.publish()
    expect(editor.locator(".messages")).to_contain_text("опубликована")
    page = NewsPage.objects.get(title="Автобус пойдёт до озера")
    assert list(page.topics.all()) == [topics["Дороги и транспорт"]]


def test_an_editor_writes_and_a_chief_editor_publishes(live_site, news, topics, open_page, settings, sign_in):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    editor, chief, resident = open_page(), open_page(), open_page(width=390, javascript=False)
    sign_in(editor, EDITORS)
    fill(editor, live_site, news)
    editor.locator("footer [data-w-dropdown-target=toggle]").first.click()
    expect(editor.locator("[name=action-publish]")).to_have_count(0)
    editor.locator("[name=action-submit]").click()
    editor.wait_for_load_state()
    page = NewsPage.objects.get(title="Автобус пойдёт до озера")
    assert not page.live

    sign_in(chief, CHIEF_EDITORS)
    expect(chief.get_by_text("Автобус пойдёт до озера").first).to_be_visible()
    chief.goto(f"{live_site.url}/admin/pages/{page.pk}/edit/")
    chief.locator("footer [data-w-dropdown-target=toggle]").first.click()
    chief.locator("[data-workflow-action-name=approve]").first.click()
    chief.wait_for_load_state()

    resident.goto(f"{live_site.url}{page.url}")
    expect(resident.get_by_role("heading", name="Автобус пойдёт до озера")).to_be_visible()
