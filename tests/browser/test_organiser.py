"""The organiser's way: from a Word file to a published resolution, read by a resident on a phone."""

import io
import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from docx import Document
from playwright.sync_api import expect

from core.roles import ORGANISERS
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


PASTED = """РЕЗОЛЮЦИЯ
II Общественного форума города Новодумска
«Город, который мы строим вместе»
26 апреля 2017 года
Мы, участники форума, отмечаем, что в городе растёт число общественных инициатив.
Участники форума рекомендуют:
Органам местного самоуправления:
1. Создать единую базу городских социальных проектов.
2. Регулярно проводить ярмарки вакансий. Возродить семинары по теме ЖКХ.
Некоммерческим организациям:
1. Укреплять связи между поколениями.
Приложение на трёх листах
"""


@pytest.fixture
def forum(live_site) -> ForumPage:
    organiser = get_user_model().objects.create_user("organiser", "organiser@example.org", "a long password")
    archive = ForumIndexPageFactory(parent=live_site.home)
    organiser.groups.add(Group.objects.get(name=ORGANISERS))
    return ForumPageFactory(parent=archive, title="II Общественный форум", number=2, slug="second")


def log_in(page, site) -> None:
    page.goto(f"{site.url}/admin/login/")
    page.fill("input[name=username]", "organiser")
    page.fill("input[name=password]", "a long password")
    page.click("button[type=submit]")
    page.wait_for_url(f"{site.url}/admin/")


def upload(page, site, forum) -> None:
    page.goto(f"{site.url}/admin/resolution-import/?forum={forum.pk}")
    page.set_input_files("input[type=file]", {"name": "резолюция.docx", "mimeType": "", "buffer": word_file()})
    page.click(".upload-form button[type=submit]")
    expect(page.locator("[data-import-counts]")).to_be_visible(timeout=60_000)


def paste(page, site, forum) -> None:
    page.goto(f"{site.url}/admin/resolution-import/?forum={forum.pk}")
    page.fill("textarea[name=text]", PASTED)
    page.click(".upload-form button[type=submit]")
    expect(page.locator("[data-import-counts]")).to_be_visible(timeout=60_000)


def counts(page):
    return expect(page.locator("[data-import-counts]"))


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_review_counts_what_the_editor_corrects(live_site, forum, open_page, javascript):
    page = open_page(javascript=javascript)
    log_in(page, live_site)
    upload(page, live_site, forum)
    counts(page).to_have_text("3 рекомендации, 2 адресата")

    line = page.locator(".import-line", has_text="Укреплять связи")
    if javascript:
        expect(line.locator("select")).to_be_hidden()
        line.click()
    line.locator("select").select_option("closing")
    if not javascript:
        page.locator("[data-import-save]").click()
    counts(page).to_have_text("2 рекомендации, 2 адресата")


def test_the_review_is_accessible(live_site, forum, open_page, violations):
    page = open_page()
    log_in(page, live_site)
    page.goto(f"{live_site.url}/admin/resolution-import/?forum={forum.pk}")
    assert violations(page) == []
    upload(page, live_site, forum)
    assert violations(page) == []
    page.locator(".import-line", has_text="Возродить семинары").click()
    assert violations(page) == []
    page.goto(f"{live_site.url}/admin/followup/")
    assert violations(page) == []


def test_a_screen_holds_thirty_lines(live_site, forum, open_page):
    page = open_page()
    log_in(page, live_site)
    page.goto(f"{live_site.url}/admin/resolution-import/?forum={forum.pk}")
    items = "\n".join(f"{number}. Создать в городе парк номер {number}." for number in range(1, 60))
    page.fill("textarea[name=text]", f"РЕЗОЛЮЦИЯ II форума города\nФорум рекомендует:\n{items}")
    page.click(".upload-form button[type=submit]")
    page.locator("#line-10").scroll_into_view_if_needed()
    page.mouse.wheel(0, 400)
    seen = """() => [...document.querySelectorAll(".import-line")].filter((line) => {
        const box = line.getBoundingClientRect();
        return box.top >= 110 && box.bottom <= innerHeight;
    }).length"""
    page.wait_for_function(f"({seen})() >= 30")
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_keys_lead_through_the_doubtful_lines(live_site, forum, open_page):
    page = open_page()
    log_in(page, live_site)
    paste(page, live_site, forum)
    doubtful = page.locator(".import-line--doubt")
    before = doubtful.count()
    assert before
    expect(page.locator(".import-bar__doubt")).to_contain_text(str(before))
    page.locator(".import-bar [data-import-next]").click()
    line = page.locator(".import-line--in-hand")
    expect(line).to_be_focused()
    page.keyboard.press("Enter")
    expect(doubtful).to_have_count(before - 1)
    page.keyboard.press("u")
    expect(doubtful).to_have_count(before)

    page.locator(".import-line", has_text="Укреплять связи").click()
    page.keyboard.press("ArrowUp")
    expect(line).to_contain_text("Некоммерческим организациям")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("j")
    counts(page).to_have_text("2 рекомендации, 2 адресата")
    page.locator("[data-import-undo]").click()
    counts(page).to_have_text("3 рекомендации, 2 адресата")


def test_a_refused_split_is_said_beside_the_line(live_site, forum, open_page):
    open_page.expect("422")
    for javascript in (True, False):
        page = open_page(javascript=javascript)
        log_in(page, live_site)
        paste(page, live_site, forum)
        line = page.locator(".import-line", has_text="Укреплять связи")
        if javascript:
            line.click()
        line.locator("summary").click()
        line.locator("textarea").fill("Совсем другие слова")
        line.get_by_role("button", name="Разделить здесь").click()
        expect(line.locator("[role=alert]")).to_be_in_viewport()
        expect(line.locator("textarea")).to_have_value("Совсем другие слова")


def test_an_ended_session_keeps_the_choice(live_site, forum, open_page):
    open_page.expect("403")
    page = open_page()
    log_in(page, live_site)
    paste(page, live_site, forum)
    counts(page).to_have_text("3 рекомендации, 2 адресата")
    address = page.url
    page.context.clear_cookies()
    line = page.locator(".import-line", has_text="Укреплять связи")
    line.click()
    line.locator("select").select_option("closing")
    again = page.get_by_role("link", name="Войдите снова")
    expect(again).to_be_visible()
    expect(line.locator("select")).to_have_value("closing")
    again.click()
    page.fill("input[name=username]", "organiser")
    page.fill("input[name=password]", "a long password")
    page.click("button[type=submit]")
    page.wait_for_url(address)
    counts(page).to_have_text("2 рекомендации, 2 адресата")


def test_from_a_word_file_to_a_resident(live_site, forum, open_page):
    page = open_page()
    log_in(page, live_site)
    upload(page, live_site, forum)

    line = page.locator(".import-line", has_text="Возродить семинары")
    line.click()
    line.get_by_role("button", name="Разделить перед").click()
    counts(page).to_have_text("4 рекомендации, 2 адресата")
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
