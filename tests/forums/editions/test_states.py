"""Where a forum stands in time: by the town's midnight, not by that of Greenwich."""

import datetime as dt

import pytest
import time_machine

from forums.editions.models import ForumPage
from forums.editions.states import ForumState, forum_state
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory

FIRST, LAST = dt.date(2017, 4, 26), dt.date(2017, 4, 27)
OPENS, CLOSES = dt.date(2017, 4, 1), dt.date(2017, 4, 20)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (dt.date(2017, 3, 31), "announced"),
        (dt.date(2017, 4, 1), "registration"),
        (dt.date(2017, 4, 20), "registration"),
        (dt.date(2017, 4, 21), "announced"),
        (dt.date(2017, 4, 26), "under_way"),
        (dt.date(2017, 4, 27), "under_way"),
        (dt.date(2017, 4, 28), "finished"),
    ],
)
def test_states(day, state):
    assert forum_state(day, FIRST, LAST, True, OPENS, CLOSES) == state


@pytest.mark.parametrize(
    ("registration", "opens", "closes", "state"),
    [
        (False, OPENS, CLOSES, ForumState.ANNOUNCED),
        (True, None, None, ForumState.REGISTRATION),
        (True, None, CLOSES, ForumState.REGISTRATION),
        (True, OPENS, None, ForumState.REGISTRATION),
    ],
)
def test_a_window_without_an_edge_is_open_there(registration, opens, closes, state):
    assert forum_state(dt.date(2017, 4, 10), FIRST, None, registration, opens, closes) == state


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2017-04-25T18:59:59+00:00", ForumState.ANNOUNCED),  # 23:59:59 in Yekaterinburg
        ("2017-04-25T19:00:00+00:00", ForumState.UNDER_WAY),  # midnight there
        ("2017-04-26T18:59:59+00:00", ForumState.UNDER_WAY),
        ("2017-04-26T19:00:00+00:00", ForumState.FINISHED),
    ],
)
def test_midnight_is_the_towns_own(moment, state):
    with time_machine.travel(moment, tick=False):
        assert ForumPage(starts_on=FIRST).state == state


@pytest.mark.django_db
def test_past_and_upcoming_share_nothing_and_leave_nothing_out():
    archive = ForumIndexPageFactory()
    dates = {"2017-04-25": "past", "2017-04-26": "today", "2017-04-27": "future"}
    for day, name in dates.items():
        ForumPageFactory(parent=archive, title=name, starts_on=dt.date.fromisoformat(day))
    ForumPageFactory(parent=archive, title="long", starts_on=dt.date(2017, 4, 20), ends_on=dt.date(2017, 4, 26))
    with time_machine.travel("2017-04-26T12:00:00+05:00", tick=False):
        assert [page.title for page in ForumPage.objects.past()] == ["past"]
        assert [page.title for page in ForumPage.objects.upcoming()] == ["long", "today", "future"]


@pytest.mark.django_db
def test_neighbours_are_editions_of_the_same_archive():
    archive = ForumIndexPageFactory()
    first, second, third = (
        ForumPageFactory(parent=archive, starts_on=dt.date(year, 4, 26)) for year in (2015, 2016, 2017)
    )
    assert second.previous_edition == first
    assert second.next_edition == third
    assert third.next_edition is None
