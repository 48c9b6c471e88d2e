"""Addresses: the same street however written, houses of a list, a resident's question."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from projects.geo.houses import House, HousesError, Match, best_match, read_house, read_houses
from projects.geo.streets import AddressError, read_address_list, read_address_query, read_street


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ул. Озёрная", "озерная улица"),
        ("пр-т Карла Маркса", "Маркса Карла проспект"),
        ("1-я Заречная ул.", "ул 1 заречная"),
        ("б-р Молодёжный", "бульвар МОЛОДЕЖНЫЙ"),
        ("наб. Тихая", "тихая набережная"),
        ("мкр. Южный", "микрорайон «Южный»"),
    ],
)
def test_one_street_in_two_writings(one, other):
    assert read_street(one) == read_street(other)


def test_street_and_avenue_of_one_name_differ():
    assert read_street("ул. Мира") != read_street("пр-т Мира")


@pytest.mark.parametrize(
    ("question", "words", "house"),
    [
        ("озерная 12", ("озерная",), House(12)),
        ("ул. Озёрная, д. 12", ("озерная",), House(12)),
        ("Озёрная 12 А", ("озерная",), House(12, "а")),
        ("дом 5/2 улица Мира", ("мира",), House(5, "/2")),
        ("8 Марта", ("8", "марта"), None),
        ("8 Марта 3", ("8", "марта"), House(3)),
        ("ул. 50 лет Октября, 7 корп. 1", ("50", "лет", "октября"), House(7, "к1")),
        ("000000, Область, г. Новодумск, мкр Заречный, ул. Мира, д. 3, кв. 17", ("мира",), House(3)),
    ],
)
def test_reads_what_residents_type(question, words, house):
    asked = read_address_query(question)
    assert (asked.street.words, asked.house) == (words, house)


@pytest.mark.parametrize("nonsense", ["", "  ", "12", ",,,", "кв. 5", "№", "💧"])
def test_no_street_no_question(nonsense):
    assert read_address_query(nonsense) is None or not any(
        word.isalpha() for word in read_address_query(nonsense).street.words
    )


@pytest.mark.parametrize(
    ("houses", "inside", "outside"),
    [
        ("1–15 (нечётные), 20", ["1", "15", "7а", "20"], ["2", "16", "17", "21"]),
        ("", ["1", "999"], []),
        ("с 40 до конца", ["40", "400"], ["39"]),
        ("чётная сторона", ["2", "98/1"], ["3"]),
        ("2–18 чет., д. 5/2", ["18", "5/2"], ["5", "17", "20"]),
        ("14, 14а", ["14", "14а"], ["15"]),
    ],
)
def test_houses_of_a_list(houses, inside, outside):
    listed = read_houses(houses)
    assert [text for text in inside if best_match(listed, read_house(text)) is Match.NO] == []
    assert [text for text in outside if best_match(listed, read_house(text)) is not Match.NO] == []


def test_a_house_named_with_its_letter_beats_the_bare_number():
    bare, exact = read_houses("20"), read_houses("20а")
    house = read_house("20 А")
    assert best_match(exact, house) > best_match(bare, house) > Match.NO


@pytest.mark.parametrize("bad", ["15–1", "дом у реки", "1-5-9", "99999", "20 (нечётные)"])
def test_refuses_what_is_no_house(bad):
    with pytest.raises(HousesError):
        read_houses(bad)


def test_names_the_line_at_fault():
    with translation.override("ru"), pytest.raises(AddressError, match="Строка 3: «15-1»"):
        read_address_list("ул. Озёрная, 1–15\n\nул. Лесная, 15–1")


def test_reads_lines_without_a_comma():
    (line,) = read_address_list("пр-т Мира 2–40 (чётные), 41;")
    assert (line.title, line.houses) == ("пр-т Мира", "2–40 (чётные), 41")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    read_address_query(text)
    try:
        read_address_list(text)
    except AddressError:
        pass
