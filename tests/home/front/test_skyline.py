"""The town drawn from the forum's data."""

from collections import Counter

import pytest

from forums.followup.choices import Status
from forums.followup.tallies import Tally
from home.front.skyline import HEIGHT, MOST, WIDTH, skyline


def windows(tally: Tally) -> list[str]:
    return [window.light for house in skyline(tally).houses for window in house.windows]


def test_there_is_a_window_for_each_recommendation_lit_by_its_state():
    tally = Tally(Counter({Status.DONE: 3, Status.KEPT: 2, Status.ACTIVE: 1, Status.ACCEPTED: 1, Status.NO_ANSWER: 5}))
    assert Counter(windows(tally)) == {"done": 3, "going": 3, "promised": 1, "dark": 5}


@pytest.mark.parametrize("count", [1, 2, 7, 24, 77, 120, 300])
def test_it_stays_within_its_frame(count):
    drawn = skyline(Tally(Counter({Status.DONE: count})))
    last = drawn.houses[-1]
    assert len(windows(Tally(Counter({Status.DONE: count})))) == count
    assert drawn.shift >= 0
    assert drawn.shift + (last.x + last.width) * drawn.scale <= WIDTH
    assert all((HEIGHT - house.top) * drawn.scale <= HEIGHT for house in drawn.houses)


def test_a_crowd_is_cut_and_an_empty_tally_draws_nothing():
    assert len(windows(Tally(Counter({Status.DONE: MOST + 50})))) == MOST
    assert skyline(Tally()) is None
