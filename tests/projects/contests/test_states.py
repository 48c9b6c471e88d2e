"""The state of a contest around its deadlines, whatever clock anybody has."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone, translation

from projects.contests.clocks import clock_name, here_words, moment_words
from projects.contests.models import ContestPage
from projects.contests.states import ContestState, contest_state, next_change
from tests.factories.projects import ContestIndexPageFactory, ContestPageFactory

MOSCOW = ZoneInfo("Europe/Moscow")
YEKATERINBURG = ZoneInfo("Asia/Yekaterinburg")
OPENS = dt.datetime(2026, 11, 1, 9, 0, tzinfo=MOSCOW)
CLOSES = dt.datetime(2026, 11, 30, 23, 59, tzinfo=MOSCOW)


def at(day: int, hour: int, minute: int = 0, second: int = 0, zone: dt.tzinfo = MOSCOW, month: int = 11) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, minute, second, tzinfo=zone)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(1, 8, 59, 59), "announced"),
        (at(1, 9, 0), "open"),
        (at(1, 10, 59, zone=YEKATERINBURG), "announced"),  # 8:59 in Moscow
        (at(1, 11, 0, zone=YEKATERINBURG), "open"),
        (at(23, 23, 58, 59), "open"),
        (at(23, 23, 59), "closing_soon"),
        (at(30, 23, 58, 59), "closing_soon"),
        (at(30, 23, 59), "closed"),
        (at(1, 1, 58, 59, zone=YEKATERINBURG, month=12), "closing_soon"),  # midnight has passed here, not in Moscow
        (at(1, 1, 59, zone=YEKATERINBURG, month=12), "closed"),
        (at(30, 15, 58, 59, zone=ZoneInfo("America/New_York")), "closing_soon"),
        (at(30, 15, 59, zone=ZoneInfo("America/New_York")), "closed"),
    ],
)
def test_state_is_right_to_the_second(now, expected):
    assert contest_state(now, OPENS, CLOSES) == expected


def test_without_an_opening_it_is_open_at_once():
    assert contest_state(at(1, 0), None, CLOSES) == ContestState.OPEN


def test_published_results_win():
    assert contest_state(at(15, 0), OPENS, CLOSES, has_results=True) == ContestState.RESULTS


def test_next_change_goes_from_opening_through_the_last_week_to_the_deadline():
    seen, now = [], at(1, 0)
    while now := next_change(now, OPENS, CLOSES):
        seen.append(now)
    assert seen == [OPENS, CLOSES - dt.timedelta(days=7), CLOSES]


@pytest.mark.django_db
@pytest.mark.parametrize("seconds", [-1, 0, 1])
@pytest.mark.parametrize("moment", [OPENS, CLOSES - dt.timedelta(days=7), CLOSES])
def test_the_database_agrees_with_the_pure_function(site, moment, seconds):
    page = ContestPageFactory(parent=ContestIndexPageFactory(parent=site.home), opens_at=OPENS, closes_at=CLOSES)
    now = moment + dt.timedelta(seconds=seconds)
    with time_machine.travel(now, tick=False):
        state = page.state
        assert [one for one in ContestState if ContestPage.objects.in_state(one).exists()] == [state]
        assert ContestPage.objects.open().exists() == page.takes_applications
        assert ContestPage.objects.closing_soon().exists() == (state == ContestState.CLOSING_SOON)
        assert ContestPage.objects.next_change() == page.next_change


@pytest.mark.django_db
def test_state_does_not_depend_on_the_visitors_time_zone(site):
    index = ContestIndexPageFactory(parent=site.home)
    page = ContestPageFactory(parent=index, opens_at=OPENS, closes_at=CLOSES, time_zone="Europe/Moscow")
    with time_machine.travel(CLOSES - dt.timedelta(minutes=1), tick=False):
        for zone in ("Pacific/Kiritimati", "America/Los_Angeles", "UTC"):
            with timezone.override(zone):
                assert page.state == ContestState.CLOSING_SOON
                assert page.deadline == "30\u00a0ноября 2026\u00a0года, 23:59\u00a0МСК"


@pytest.mark.django_db
def test_nearest_deadline_first_and_announced_last(site):
    index = ContestIndexPageFactory(parent=site.home)
    now = timezone.now()
    hours = {"later": 240, "sooner": 24, "soonest": 2}
    for slug, ahead in hours.items():
        ContestPageFactory(parent=index, slug=slug, closes_at=now + dt.timedelta(hours=ahead))
    ContestPageFactory(
        parent=index,
        slug="announced",
        opens_at=now + dt.timedelta(hours=1),
        closes_at=now + dt.timedelta(hours=1, minutes=30),
    )
    found = ContestPage.objects.not_over().ordered_by_deadline().values_list("slug", flat=True)
    assert list(found) == ["soonest", "sooner", "later", "announced"]


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "stale"), [(59, False), (61, True)])
def test_stale_after_sixty_days_without_results(site, days, stale):
    index = ContestIndexPageFactory(parent=site.home)
    closed = timezone.now() - dt.timedelta(days=days)
    ContestPageFactory(parent=index, opens_at=None, closes_at=closed)
    ContestPageFactory(parent=index, opens_at=None, closes_at=closed, results_on=timezone.localdate())
    assert ContestPage.objects.stale().count() == int(stale)


def test_a_clock_is_named_by_its_distance_from_moscow():
    with translation.override("ru"):
        assert clock_name(CLOSES) == "МСК"
        assert clock_name(CLOSES.astimezone(YEKATERINBURG)) == "по местному времени"
        assert clock_name(CLOSES.astimezone(ZoneInfo("Europe/Kaliningrad"))) == "МСК−1"


def test_an_end_at_midnight_belongs_to_the_day_that_ends():
    midnight = dt.datetime(2026, 12, 1, tzinfo=MOSCOW)
    with translation.override("ru"):
        assert moment_words(midnight, MOSCOW, is_end=True) == "30\u00a0ноября 2026\u00a0года, 24:00\u00a0МСК"
        assert moment_words(midnight, MOSCOW) == "1\u00a0декабря 2026\u00a0года, 0:00\u00a0МСК"


def test_the_sites_own_clock_is_told_when_it_differs():
    with translation.override("ru"):
        assert here_words(CLOSES, MOSCOW, is_end=True) == "1\u00a0декабря 2026\u00a0года, 1:59"
        assert here_words(CLOSES, YEKATERINBURG, is_end=True) == ""
