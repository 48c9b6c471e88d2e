"""Streets in Latin letters."""

import pytest

from projects.geo.latin import latin_key, read_latin, spelled_like

TITLES = ["улица Озёрная", "улица Щорса", "переулок Юности", "проспект Ленина", "улица Цветочная"]


@pytest.mark.parametrize(
    ("typed", "title", "house"),
    [
        ("Ozyornaya 12", "улица Озёрная", "12"),
        ("12 Ozyornaya Street", "улица Озёрная", "12"),
        ("ul. Ozernaya, d. 12", "улица Озёрная", "12"),
        ("Ozjornaja 12a", "улица Озёрная", "12a"),
        ("Shchorsa 3/1", "улица Щорса", "3/1"),
        ("Yunosti Lane", "переулок Юности", ""),
        ("Lenin Avenue", "", ""),
        ("Tsvetochnaya", "улица Цветочная", ""),
        ("Cvetochnaya", "улица Цветочная", ""),
    ],
)
def test_the_usual_spellings_are_understood(typed, title, house):
    asked = read_latin(typed)
    assert spelled_like(asked.key, TITLES) == title
    assert asked.house == house


def test_russian_questions_are_left_alone():
    assert read_latin("Озёрная 12") is None
    assert read_latin("12") is None
    assert latin_key("улица Озёрная") == latin_key("Ozyornaya")
