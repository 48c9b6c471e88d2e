"""Practices in a real browser: the editor's form, the pages, the printed card."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from projects.practices.models import PracticePage
from tests.factories.practices import PracticeFactory, PracticeIndexFactory


def test_editor_fills_a_practice_in_one_go(live_site, editor):
    collection = PracticeIndexFactory(parent=live_site.home, locale=live_site.ru)
    editor.add(collection, "practices/practicepage")
    editor.fill("[name=title]", "Библиотека вещей")
    editor.fill("[name=summary]", "Дрель одна на весь подъезд.")
    editor.fill("[name=cost]", "150 000")
    editor.fill("[name=people]", "двое хранителей")
    editor.locator("[data-contentpath=steps]").get_by_role("button", name="Вставить блок").first.click()
    editor.get_by_label("Что сделать").fill("Найти шкаф под замок")
    editor.publish()
    expect(editor.locator(".messages")).to_contain_text("Библиотека вещей")
    practice = PracticePage.objects.get(title="Библиотека вещей")
    assert practice.cost == 150_000
    assert practice.steps[0].value["title"] == "Найти шкаф под замок"


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_pages_are_accessible(live_site, open_page, violations, width, scheme):
    collection = PracticeIndexFactory(parent=live_site.home, locale=live_site.ru)
    practice = PracticeFactory(parent=collection, problem="<p>Родник зарос.</p>")
    page = open_page(width=width, scheme=scheme)
    for url in (collection.url, practice.url, f"{practice.url}card/"):
        page.goto(live_site.url + url)
        assert violations(page) == [], url
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url


def test_card_is_one_sheet_of_paper(live_site, page):
    long = "<p>" + "Родник у озера зарос, и никто не знал, можно ли пить из него воду. " * 30 + "</p>"
    step = {
        "title": "Согласовать работы с администрацией и с теми, кто живёт рядом",
        "text": "",
        "duration": "3 недели",
    }
    figure = {"value": "52 семьи", "before": "8 семей", "label": "берут воду каждую неделю, и очередь не растёт"}
    practice = PracticeFactory(
        parent=PracticeIndexFactory(parent=live_site.home, locale=live_site.ru),
        title="Родник во дворе: вода, за которой следят сами жители",
        summary="Заброшенный родник стал местом, куда идут с детьми. " * 7,
        problem=long,
        solution=long,
        repeat=long,
        people="координатор, двадцать добровольцев и инженер, который умеет читать чертежи",
        duration="3 месяца",
        contact="ТОС «Озёрный», +7 (000) 000-00-00",
        steps=[("step", step)] * 12,
        figures=[("figure", figure)] * 6,
    )
    page.goto(f"{live_site.url}{practice.url}card/")
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(paper.pages) == 1
    assert round(float(paper.pages[0].mediabox.height)) == 842  # A4 in points
