"""Councils in a real browser: the editor's form, the resident's question, the map."""

import json

import pytest
from playwright.sync_api import expect
from shapely.geometry import shape

from projects.councils.models import CouncilPage
from tests.factories.councils import CouncilFactory, CouncilIndexFactory, OfficeFactory, square


@pytest.fixture
def register(live_site):
    return CouncilIndexFactory(parent=live_site.home, locale=live_site.ru, show_in_menus=True)


def test_editor_fills_a_council_in_one_go(register, editor):
    CouncilFactory(parent=register, title="Сосед", boundary=square(2, 2, 3))
    editor.add(register, "councils/councilpage")
    editor.fill("[name=title]", "ТОС «Озёрный»")
    editor.select_option("[name=kind]", "tos")
    editor.fill("[name=summary]", "Берег озера и улицы вокруг него.")
    editor.fill("[name=reception]", "по вторникам с 17:00 до 19:00")
    editor.fill("[name=addresses]", "ул. Озёрная, 1–15 (нечётные), 20")
    editor.fill("[name=register_number]", "07/2019")
    editor.fill("[name=registered_on]", "12.03.2019")
    editor.fill("[name=legal_name]", "ТОС «Озёрный»")
    editor.fill("[name=inn]", "7707083893")

    widget = editor.locator("[data-boundary]")
    widget.scroll_into_view_if_needed()
    widget.get_by_role("button", name="Рисовать").click()
    drawing = widget.locator("[data-boundary-map] svg")
    box = drawing.bounding_box()
    corners = [(0.55, 0.1), (0.68, 0.1), (0.68, 0.35), (0.55, 0.35)]
    for x, y in [*corners, corners[0]]:
        drawing.click(position={"x": box["width"] * x, "y": box["height"] * y})
    expect(widget.locator("[data-boundary-message]")).to_contain_text("Граница в порядке: 4 точки")
    drawn = json.loads(editor.input_value("[name=boundary]"))
    assert shape(drawn).is_valid

    editor.publish()
    expect(editor.locator(".messages")).to_contain_text("ТОС «Озёрный»")
    council = CouncilPage.objects.get(title="ТОС «Озёрный»")
    assert council.live
    assert council.boundary
    assert council.streets.get().title == "ул. Озёрная"


def test_mistakes_are_told_at_their_fields(register, editor):
    editor.add(register, "councils/councilpage")
    editor.fill("[name=title]", "ТОС «Ошибка»")
    editor.fill("[name=addresses]", "ул. Озёрная, где-то у пруда")
    editor.fill("[name=boundary]", json.dumps(square(50, 50)))
    expect(editor.locator("[data-boundary-message]")).to_contain_text("вне муниципалитета")
    editor.fill("[name=registered_on]", "12.03.2019")
    editor.fill("[name=dissolved_on]", "12.03.2018")
    editor.fill("[name=inn]", "7707083894")
    editor.publish()

    def told(name: str):
        return editor.locator(f"[data-contentpath={name}]")

    expect(told("addresses")).to_contain_text("Строка 1")
    expect(told("boundary")).to_contain_text("вне муниципалитета")
    expect(told("inn")).to_contain_text("Такого ИНН не бывает")
    assert not CouncilPage.objects.filter(title="ТОС «Ошибка»").exists()


@pytest.mark.parametrize("javascript", [True, False])
def test_resident_finds_the_council_in_two_steps(register, live_site, open_page, javascript):
    council = CouncilFactory(parent=register, title="ТОС «Озёрный»", addresses="ул. Озёрная, 1–15 (нечётные), 20")
    OfficeFactory(council=council)
    phone = open_page(width=390, javascript=javascript)
    phone.goto(live_site.url + register.url)
    phone.get_by_label("Ваша улица и дом").fill("озерная 7")
    phone.get_by_role("button", name="Найти", exact=True).click()
    answer = phone.locator("#answer")
    expect(answer).to_contain_text("Ваш совет")
    expect(answer).to_be_in_viewport()
    answer.get_by_role("link", name="ТОС «Озёрный»").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("ТОС «Озёрный»")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_map_is_walked_with_the_keyboard(register, live_site, page):
    for number, name in enumerate(["Западный", "Восточный"]):
        CouncilFactory(parent=register, title=name, boundary=square(number * 4, 3, 3))
    page.goto(live_site.url + register.url)
    links = page.locator(".town-map__link")
    assert {link.get_attribute("aria-label") for link in links.all()} == {"2 Западный", "1 Восточный"}
    page.get_by_role("link", name="Пропустить карту").focus()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    outline = "getComputedStyle(document.activeElement.querySelector('path')).strokeWidth"
    assert page.evaluate(outline) == "6px"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(focused.split(" ", 1)[1])


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_pages_are_accessible(register, live_site, open_page, violations, width, scheme):
    council = CouncilFactory(
        parent=register, title="ТОС «Озёрный»", addresses="ул. Озёрная", boundary=square(1, 1, 4), phone="+7 000"
    )
    CouncilFactory(parent=register, kind="house", boundary=square(5, 1, 3))
    OfficeFactory(council=council)
    page = open_page(width=width, scheme=scheme)
    for url in (f"{register.url}?address=озерная", council.url):
        page.goto(live_site.url + url)
        assert violations(page) == [], url
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url
