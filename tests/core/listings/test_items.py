"""Filters over rows in memory."""

from dataclasses import dataclass

import pytest
from django.http import QueryDict

from core.listings import ItemFilter, ItemFilterSet


@dataclass(frozen=True)
class Row:
    text: str
    addressee: str
    topics: tuple[str, ...] = ()


ROWS = [Row("1", "city", ("yards", "sport")), Row("2", "city", ("sport",)), Row("3", "firms"), Row("4", "")]
FILTERS = (
    ItemFilter("to", "Addressee", lambda row: {row.addressee: row.addressee.title()} if row.addressee else {}),
    ItemFilter("topic", "Topic", lambda row: {topic: topic.title() for topic in row.topics}, "Any topic"),
)


def ask(query="", *, counted=False):
    return ItemFilterSet(QueryDict(query), ROWS, FILTERS, counted=counted)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "1234"),
        ("to=city", "12"),
        ("topic=yards", "1"),
        ("to=firms&topic=sport", ""),
        ("to=nobody", "1234"),
        ("to=%00&topic=", "1234"),
    ],
)
def test_choices_narrow_and_others_count_for_nothing(query, expected):
    assert "".join(row.text for row in ask(query).found) == expected


def test_values_that_occur_are_offered_by_label():
    assert ask().bound["topic"].choices == [("sport", "Sport"), ("yards", "Yards")]
    assert ask().bound["topic"].everything == "Any topic"
    assert ask().bound["to"].options == [("city", "City", None), ("firms", "Firms", None)]


def test_a_filter_is_counted_without_its_own_choice():
    bound = ask("to=city&topic=yards", counted=True).bound
    assert bound["to"].options == [("city", "City", 1)]
    assert bound["topic"].options == [("sport", "Sport", 2), ("yards", "Yards", 1)]


def test_a_choice_that_leaves_nothing_can_still_be_taken_away():
    bound = ask("to=firms&topic=sport", counted=True).bound
    assert bound.removable == [("Firms", "?topic=sport"), ("Sport", "?to=firms")]


def test_a_part_of_the_rows_is_narrowed_by_the_same_choice():
    assert ask("topic=sport").narrow(ROWS[1:]) == [ROWS[1]]
