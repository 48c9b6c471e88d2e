"""Doubts about a council's address list, said at the field."""

import pytest

from projects.councils.claims import overlap
from projects.geo.houses import Houses, read_houses
from tests.factories.councils import CouncilFactory, CouncilIndexFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(site):
    return CouncilIndexFactory(parent=site.home)


def told(council) -> str:
    return " ".join(str(one.message) for one in council.own_concerns())


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("1–15 (нечётные)", "2–20 (чётные)", False),
        ("1–15 (нечётные)", "15–20", True),
        ("", "7", True),
        ("5а", "5б", False),
        ("20", "с 10 до конца", True),
        ("1–9", "10–20", False),
    ],
)
def test_runs_of_houses_that_overlap(one, other, shared):
    assert any(overlap(a, b) for a in read_houses(one) for b in read_houses(other)) is shared


def test_one_even_house_is_not_on_the_odd_side():
    assert not overlap(Houses(2, 2), Houses(1, 9, 1))


def test_what_is_no_street_is_pointed_out(register):
    assert "не похоже на улицу" in told(CouncilFactory(parent=register, addresses="тарабарщина 12-5"))
    assert told(CouncilFactory(parent=register, addresses="ул. Озёрная, 1–15")) == ""


def test_the_other_council_of_a_house_is_named(register):
    first = CouncilFactory(parent=register, title="ТОС «Озёрный»", addresses="ул. Озёрная, 1–15")
    second = CouncilFactory(parent=register, title="ТОС «Лесной»", addresses="ул. Озёрная, 15–20")
    assert "ТОС «Озёрный»" in told(second)
    assert "ТОС «Лесной»" in told(first)
