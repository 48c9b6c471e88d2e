"""The organiser's way: from a Word file to a published resolution, read by a resident on a phone."""

import io
import re

import pytest
from django.contrib.auth import get_user_model
from docx import Document
from playwright.sync_api import expect

from forums.editions.models import ForumPage
from forums.resolutions.models import ResolutionPage
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory

LINES = (
    (None, "РЕЗОЛЮЦИЯ"),
    (None, "II Общественного форума города Новодумска"),
    (None, "«Город, который мы строим вместе»"),
    (None, "26 апреля 2017 года"),
    (None, "Мы, участники форума, отмечаем, что в городе растёт число общественных инициатив."),
    (None, "Участники форума рекомендуют:"),
    (None, "Органам местного самоуправления:"),
    ("List Bullet", "Создать единую базу городских социальных проектов."),
    ("List Bullet", "Регулярно проводить ярмарки вакансий. Возродить семинары по теме ЖКХ."),
    (None, "Некоммерческим организациям:"),
    ("List Bullet", "Укреплять связи между поколениями."),
)


def word_file() -> bytes:
    document = Document()
    for style, text in LINES:
        document.add_paragraph(text, style=style)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def forum(live_site) -> ForumPage:
    get_user_model().objects.create_superuser("organiser", "organiser@example.org", "a long password")
    archive = ForumIndexPageFactory(parent=live_site.home)
    return ForumPageFactory(parent=archive, title="II Общественный форум", number=2, slug="second")


def log_in(page, site) -> None:
    page.goto(f"{site.url}/admin/login/")
    page.fill("input[name=username]", "organiser")
    page.fill("input[name=password]", "a long password")
    page.click("button[type=submit]")
    page.wait_for_url(f"{site.url}/admin/")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_review_counts_what_the_editor_corrects(live_site, forum, open_page, javascript):
    page = open_page(javascript=javascript)
    log_in(page, live_site)
    page.goto(f"{live_site.url}/admin/resolution-import/?forum={forum.pk}")
    page.set_input_files("input[type=file]", {"name": "резолюция.docx", "mimeType": "", "buffer": word_file()})
    page.click("form[enctype] button[type=submit]")
    expect(page.locator("[data-import-counts]")).to_have_text("3 рекомендации, 2 адресата")

    page.locator(".import-line", has_text="Укреплять связи").locator("select").select_option("closing")
    if not javascript:
        page.locator("[data-import-save]").click()
    expect(page.locator("[data-import-counts]")).to_have_text("2 рекомендации, 2 адресата")


def test_the_review_is_accessible(live_site, forum, open_page, violations):
    page = open_page()
    log_in(page, live_site)
    page.goto(f"{live_site.url}/admin/resolution-import/?forum={forum.pk}")
    assert violations(page) == []
    page.set_input_files("input[type=file]", {"name": "резолюция.docx", "mimeType": "", "buffer": word_file()})
    page.click("form[enctype] button[type=submit]")
    expect(page.locator("[data-import-counts]")).to_be_visible()
    assert violations(page) == []
    page.goto(f"{live_site.url}/admin/followup/")
    assert violations(page) == []


def test_from_a_word_file_to_a_resident(live_site, forum, open_page):
    page = open_page()
    log_in(page, live_site)
    page.goto(f"{live_site.url}/admin/resolution-import/?forum={forum.pk}")
    page.set_input_files("input[type=file]", {"name": "резолюция.docx", "mimeType": "", "buffer": word_file()})
    page.click("form[enctype] button[type=submit]")

    line = page.locator(".import-line", has_text="Возродить семинары")
    line.locator("summary").click()
    line.locator("textarea").fill("Регулярно проводить ярмарки вакансий.\nВозродить семинары по теме ЖКХ.")
    line.get_by_role("button", name="Разделить здесь").click()
    expect(page.locator("[data-import-counts]")).to_have_text("4 рекомендации, 2 адресата")
    page.get_by_role("button", name="Создать черновик").click()
    page.wait_for_url(re.compile(r"/edit/"), timeout=60_000)

    draft = ResolutionPage.objects.get()
    assert not draft.live
    resident = open_page(width=390)
    page.locator("footer .w-dropdown__toggle").click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/$"), timeout=60_000)
    draft.refresh_from_db()
    assert draft.live

    resident.goto(f"{live_site.url}{draft.url}")
    expect(resident.locator("h1")).to_contain_text("Резолюция II")
    expect(resident.locator(".items__item")).to_have_count(4)
    assert resident.evaluate("document.documentElement.scrollWidth") <= 390
    resident.locator(".items__number", has_text="1.3").click()
    expect(resident.locator(".recommendation__text")).to_contain_text("Возродить семинары по теме ЖКХ.")
