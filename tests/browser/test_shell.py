"""The shell in a real browser: it fits, it can be read, it works without JavaScript."""

import pytest


def overflow(page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


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


def test_low_vision_panel_works_without_javascript(live_site, open_page):
    page = open_page(javascript=False)
    page.goto(live_site.url)
    page.click(".drawer--view > summary")
    page.check("#view-size-largest")
    page.check("#view-colours-white")
    page.check("#view-spacing-wide")
    style = "getComputedStyle(document.%s).%s"
    assert page.evaluate(style % ("documentElement", "fontSize")) == "32px"
    assert page.evaluate(style % ("documentElement", "backgroundColor")) == "rgb(0, 0, 0)"
    assert page.evaluate(style % ("body", "color")) == "rgb(255, 255, 255)"
    assert page.evaluate(style % ("querySelector('h2, p')", "letterSpacing")) != "normal"
    assert overflow(page) <= 0


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("colours", ["black", "white", "blue", "brown"])
def test_the_largest_text_still_fits_and_can_be_read(live_site, open_page, violations, colours, width):
    page = open_page(width=width)
    page.goto(live_site.url)
    page.click(".drawer--view > summary")
    page.check(f"#view-colours-{colours}")
    page.check("#view-size-largest")
    page.check("#view-spacing-wider")
    assert overflow(page) <= 0
    assert violations(page) == []


def test_choice_is_remembered(live_site, page):
    page.goto(live_site.url)
    page.click(".drawer--view > summary")
    page.check("#view-size-larger")
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    assert page.is_checked("#view-size-larger")
    page.click(".drawer--view > summary")
    page.click(".view-panel button[type=reset]")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "16px"


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
