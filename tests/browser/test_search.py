"""Search in a real browser: results, suggestions by keyboard, both without a complaint of axe."""

from core.search import SearchOffer
from search.index.store import Draft, write
from search.models import SearchEntry
from tests.browser.conftest import overflow


def fill(site) -> None:
    offers = [
        SearchOffer("page", "Благоустройство дворов", "Летом отремонтируют пять дворов.", key="1", year=2024),
        SearchOffer("page", "Благотворительный марафон", "Собрали на двор приюта.", key="2", year=2025),
    ]
    write(
        [
            Draft(offer, SearchEntry.Source.PAGE, 9_000, "ru", f"/search/?q={offer.key}", site.site.pk)
            for offer in offers
        ]
    )


def test_results_fit_and_can_be_read(live_site, open_page, violations):
    fill(live_site)
    for width in (320, 1440):
        page = open_page(width=width)
        page.goto(f"{live_site.url}/search/?q=двор")
        assert page.locator(".hit").count() == 2
        assert overflow(page) <= 0
        assert violations(page) == []


def test_suggestions_by_keyboard(live_site, open_page, violations):
    fill(live_site)
    page = open_page()
    page.goto(f"{live_site.url}/search/")
    box = page.locator("#search-q")
    box.press_sequentially("благо", delay=20)
    page.wait_for_selector("#search-q[aria-expanded=true]")
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    active = box.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "благо"
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "q=" in page.url


def test_the_form_works_without_javascript(live_site, open_page):
    fill(live_site)
    page = open_page(javascript=False)
    page.goto(live_site.url)
    page.fill("#masthead-q", "двору")
    page.press("#masthead-q", "Enter")
    page.wait_for_url("**/search/?q=*")
    assert page.locator(".hit").count() == 2
