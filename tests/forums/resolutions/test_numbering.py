"""Numbers of recommendations: strings that are also addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forums.resolutions.numbering import clean_number, fill_numbers, is_number, number_slug, repeated


@pytest.mark.parametrize(("typed", "number"), [("2.1.", "2.1"), (" а) ", "а"), ("7", "7"), ("", ""), ("1.2.)", "1.2")])
def test_what_only_closes_a_number_is_dropped(typed, number):
    assert clean_number(typed) == number


@pytest.mark.parametrize("number", ["1", "1.1", "12.10", "3а", "IV.2", "2-б", "1/2", "12.1.3"])
def test_numbers(number):
    assert is_number(number)
    assert number_slug(number)


@pytest.mark.parametrize("text", ["", ".", "1..2", "№ 1", "-1", "1.", "a b  c", "<1>"])
def test_what_is_no_number(text):
    assert not is_number(text)


@pytest.mark.parametrize(("number", "slug"), [("1.3", "1-3"), ("2а", "2a"), ("IV.2", "iv-2"), ("", "")])
def test_slugs(number, slug):
    assert number_slug(number) == slug


def test_empty_numbers_are_given_and_taken_ones_passed_over():
    assert fill_numbers([["", "", ""], ["", ""]]) == [["1.1", "1.2", "1.3"], ["2.1", "2.2"]]
    assert fill_numbers([["1.2", "", ""], []]) == [["1.2", "1.3", "1.4"], []]
    assert fill_numbers([["", ""], ["1.1"]]) == [["1.2", "1.3"], ["1.1"]]


@pytest.mark.parametrize(
    ("numbers", "clashing"),
    [(["1", "2"], set()), (["1.2", "1.2"], {"1.2"}), (["1.2", "1-2"], {"1.2", "1-2"}), (["", ""], set())],
)
def test_clashes_are_told_by_address(numbers, clashing):
    assert repeated(numbers) == clashing


@given(st.lists(st.lists(st.sampled_from(["", "", "", "1.1", "2.2", "7", "1-1"]), max_size=6), max_size=4))
def test_given_numbers_never_clash_with_anything(sections):
    before = {number for numbers in sections for number in numbers if number}
    filled = fill_numbers(sections)
    own = [
        n for numbers, old in zip(filled, sections, strict=True) for n, was in zip(numbers, old, strict=True) if not was
    ]
    assert len({number_slug(number) for number in own}) == len(own)
    assert not {number_slug(number) for number in own} & {number_slug(number) for number in before}
