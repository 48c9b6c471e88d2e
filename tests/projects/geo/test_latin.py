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


@pytest.mark.parametrize(
    ("title", "spellings"),
    [
        ("улица Озёрная", ["Ozërnaja ulica", "Ozĕrnaja", "ul. Ozyornaya"]),
        ("улица Щорса", ["Shchorsa", "Schorsa street"]),
        ("площадь Победы", ["Pobedy Square", "pl. Pobedy", "Ploshchad Pobedy"]),
        ("улица Съездовская", ["S'ezdovskaya", "ul. S’yezdovskaya"]),
        ("бульвар Юрия Гагарина", ["Gagarina Yuriya blvd", "Jurija Gagarina bulvar"]),
    ],
)
def test_a_name_has_one_key_in_any_alphabet_and_order(title, spellings):
    assert {latin_key(spelling) for spelling in spellings} == {latin_key(title)}


def test_kinds_of_streets_alone_are_no_name():
    assert latin_key("ul. street, улица, No. 5") == ""
    assert read_latin("Street 5") is None
