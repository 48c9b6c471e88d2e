"""Numbers in every spelling that documents have."""

import pytest

from russian.numerals import neuter_ordinal, number_of, ordinal, roman, spoken_ordinal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("II", 2),
        ("XXXIX", 39),
        ("XL", 40),
        ("LVIII", 58),
        ("ХII", 12),  # with a Cyrillic letter
        ("П", 2),
        ("Ш", 3),
        ("Ⅻ", 12),
        ("IIII", None),
        ("LX", None),
        ("двор", None),
        ("", None),
    ],
)
def test_roman(text, value):
    assert roman(text) == value


@pytest.mark.parametrize("text", ["ХII", "П", "Ш"])
def test_strictly_roman_is_latin(text):
    assert roman(text, strict=True) is None


@pytest.mark.parametrize(
    ("word", "before", "value"),
    [
        ("II", "", 2),
        ("II-го", "", 2),
        ("2-й", "", 2),
        ("12-го", "", 12),
        ("2nd", "", 2),
        ("second", "", 2),
        ("второго", "", 2),
        ("второе", "", 2),
        ("первый", "двадцать", 21),
        ("пятидесятый", "", 50),
        ("форум", "", None),
        ("2", "", None),
    ],
)
def test_ordinal(word, before, value):
    assert ordinal(word, before) == value


@pytest.mark.parametrize(("text", "value"), [("двадцать шестого", 26), ("семнадцатого", 17), ("города", 0)])
def test_spoken_ordinal(text, value):
    assert spoken_ordinal(text) == value


@pytest.mark.parametrize(("word", "value"), [("Первое", 1), ("третье", 3), ("четвёртое", 4), ("второй", None)])
def test_neuter_ordinal(word, value):
    assert neuter_ordinal(word) == value


@pytest.mark.parametrize(
    ("form", "digits"), [("II", "2"), ("второй", "2"), ("сороковой", "40"), ("L", ""), ("XL", ""), ("ii", ""), ("", "")]
)
def test_number_of(form, digits):
    assert number_of(form) == digits
