"""The shell in a real browser: it fits, it can be read, it works without JavaScript."""

import pytest

from tests.browser.conftest import overflow


@pytest.mark.parametrize("width", [320, 390, 1440, 2560])
def test_nothing_sticks_out(live_site, open_page, width):
    page = open_page(width=width)
    page.goto(live_site.url)
    assert overflow(page) <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(live_site, open_page, violations, scheme, width):
    page = open_page(width=width, scheme=scheme)
    page.goto(live_site.url)
    assert violations(page) == []


def test_low_vision_is_one_click_in_and_one_click_out_without_javascript(live_site, open_page):
    page = open_page(width=320, javascript=False)
    page.goto(f"{live_site.url}/en/")
    page.get_by_role("button", name="Low vision").click()
    style = "getComputedStyle(document.%s).%s"
    assert page.url == f"{live_site.url}/en/"
    assert page.evaluate(style % ("documentElement", "fontSize")) == "24px"
    assert page.evaluate(style % ("body", "color")) == "rgb(0, 0, 0)"
    assert page.evaluate(style % ("querySelector('h2, p')", "letterSpacing")) != "normal"
    assert overflow(page) <= 0
    page.goto(live_site.url)  # another page, another language
    assert page.evaluate(style % ("documentElement", "fontSize")) == "24px"
    page.get_by_role("button", name="Обычная версия").click()
    assert page.evaluate(style % ("documentElement", "fontSize")) == "16px"


def test_each_choice_is_a_click_in_a_panel_that_stays_open(live_site, open_page):
    page = open_page(width=320, javascript=False)
    page.goto(live_site.url)
    page.get_by_role("button", name="Для слабовидящих").click()
    page.click(".drawer--view > summary")
    page.get_by_role("button", name="Белым по чёрному").click()
    page.get_by_role("button", name="200 %").click()
    assert page.get_by_role("button", name="200 %", pressed=True).is_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(0, 0, 0)"
    panel = "document.querySelector('.drawer--view .drawer__panel')"
    assert page.evaluate(f"{panel}.scrollHeight <= {panel}.clientHeight")  # no bar of its own
    assert overflow(page) <= 0


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("colours", ["bw", "wb", "blue"])
def test_the_largest_text_still_fits_and_can_be_read(live_site, open_page, violations, colours, width):
    page = open_page(width=width)
    look = {"name": "view", "value": f"200.{colours}.wider", "url": live_site.url}
    page.context.add_cookies([look])
    page.goto(live_site.url)
    assert overflow(page) <= 0
    page.click(".drawer--view > summary")
    assert overflow(page) <= 0
    assert violations(page) == []


def test_keyboard_goes_skip_link_then_brand(live_site, page):
    page.goto(live_site.url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.goto(live_site.url)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "brand"


def test_escape_closes_the_drawer_and_returns_the_focus(live_site, open_page):
    page = open_page(width=390)
    page.goto(live_site.url)
    page.click(".drawer--menu > summary")
    page.keyboard.press("Escape")
    assert not page.evaluate("document.querySelector('.drawer--menu').open")
    assert page.evaluate("document.activeElement.parentElement.className") == "drawer drawer--menu"
