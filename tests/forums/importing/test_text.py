"""Quotations in a text."""

import pytest

from forums.importing.text import without_quotes


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("до «внутри» после", "до          после"),
        ("до «а «б» в» после", "до           после"),
        ("до «а «б» после", "до        после"),
        ("до «открыто", "до «открыто"),
    ],
)
def test_quotations_are_blanked_out(text, left):
    assert without_quotes(text) == left


def test_marks_left_open_cost_no_more_than_others():
    """Twenty open marks would take hours if all ways to pair them were tried."""
    text = "«" + "«слово" * 40
    assert without_quotes(text) == text
