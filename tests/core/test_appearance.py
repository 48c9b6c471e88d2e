"""How the site looks: one cookie, set by a form without scripts, read by the server."""

import pytest

from core.appearance import COOKIE, GROUPS, LOW_VISION, Appearance

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("value", ["", "dark", "150.bw.wide", "light.125", "200.wb.wider.nopictures", "nopictures"])
def test_a_look_has_one_spelling(value):
    assert Appearance.read(value).cookie == value


@pytest.mark.parametrize(
    "value", ["bw.150", "150.150", "150.125", "dark.bw", "150.", "red", '150"><script>', "150.bw.wide.nopictures.x"]
)
def test_any_other_spelling_is_no_choice(value):
    assert Appearance.read(value) == Appearance()


def test_the_number_of_looks_is_bounded():
    looks = {Appearance()}
    for group in GROUPS:
        looks |= {look.changed(group.name, value) for look in looks for value in group.values}
    assert len({look.cookie for look in looks}) == 144


def test_a_pair_of_colours_and_a_theme_replace_each_other():
    dark = Appearance().changed("theme", "dark")
    assert dark.changed("colours", "blue") == Appearance(colours="blue")
    assert dark.changed("colours", "blue").changed("theme", "light") == Appearance(theme="light")
    assert dark.changed("size", "1000") == dark


def test_one_click_sets_the_preset_and_leads_back(client, site):
    response = client.post("/view/", {"preset": "low-vision", "next": "/?a=1"})
    assert response.status_code == 303
    assert response["Location"] == "/?a=1"
    assert response["Cache-Control"] == "no-store"
    assert response.cookies[COOKIE].value == LOW_VISION.cookie
    page = client.get("/").content.decode()
    assert '<html lang="ru" data-size="150" data-colours="bw" data-spacing="wide">' in page
    client.post("/view/", {"preset": "usual", "next": "/"})
    assert '<html lang="ru">' in client.get("/").content.decode()


def test_a_choice_keeps_the_others(client, site):
    client.cookies[COOKIE] = "150.bw.wide"
    response = client.post("/view/", {"size": "200", "next": "/"})
    assert response.cookies[COOKIE].value == "200.bw.wide"


@pytest.mark.parametrize(
    "address", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)", ""]
)
def test_nobody_is_led_away(client, site, address):
    assert client.post("/view/", {"size": "125", "next": address})["Location"] == "/"


def test_the_browsers_own_copy_does_not_outlive_the_look(client, site):
    assert "Cookie" in client.get("/")["Vary"]


def test_every_choice_stands_on_one_page(client, site):
    page = client.get("/en/view/?next=/en/").content.decode()
    for group in GROUPS:
        assert page.count(f'name="{group.name}"') == len(group.choices)
    assert '<a class="button" href="/en/">' in page
