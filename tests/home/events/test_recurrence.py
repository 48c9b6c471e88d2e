import datetime as dt

import pytest
from dateutil.rrule import rrulestr
from django.utils import timezone, translation

from home.events.recurrence import Repeat, calendar_rule, in_words, last_start, next_start, starts
from tests.factories.home import moment

SECOND_THURSDAY = moment(2026, 5, 14, 18, 30)


def days(repeat, start, until, after, before):
    return [timezone.localtime(found).date() for found in starts(repeat, start, until, after, before)]


@pytest.mark.parametrize(
    ("repeat", "expected"),
    [
        (Repeat.NEVER, [(5, 14)]),
        (Repeat.WEEKLY, [(5, 14), (5, 21), (5, 28), (6, 4), (6, 11)]),
        (Repeat.FORTNIGHTLY, [(5, 14), (5, 28), (6, 11)]),
        (Repeat.MONTHLY_WEEKDAY, [(5, 14), (6, 11)]),
        (Repeat.MONTHLY_DATE, [(5, 14), (6, 14)]),
        (Repeat.YEARLY, [(5, 14)]),
    ],
)
def test_meetings_of_each_kind_of_series(repeat, expected):
    found = days(repeat, SECOND_THURSDAY, None, moment(2026, 5, 1), moment(2026, 6, 15))
    assert [(day.month, day.day) for day in found] == expected


def test_a_fifth_weekday_means_the_last_one():
    fifth_friday = moment(2026, 5, 29, 18)
    found = days(Repeat.MONTHLY_WEEKDAY, fifth_friday, None, moment(2026, 6, 1), moment(2026, 9, 1))
    assert found == [dt.date(2026, 6, 26), dt.date(2026, 7, 31), dt.date(2026, 8, 28)]


def test_the_last_day_of_a_series_is_included():
    found = days(Repeat.WEEKLY, SECOND_THURSDAY, dt.date(2026, 5, 28), moment(2026, 5, 1), moment(2027, 1, 1))
    assert found[-1] == dt.date(2026, 5, 28)
    assert timezone.localdate(last_start(Repeat.WEEKLY, SECOND_THURSDAY, dt.date(2026, 5, 28))) == dt.date(2026, 5, 28)


def test_the_next_meeting_may_begin_this_very_moment():
    assert next_start(Repeat.WEEKLY, SECOND_THURSDAY, None, SECOND_THURSDAY) == SECOND_THURSDAY
    later = SECOND_THURSDAY + dt.timedelta(seconds=1)
    assert next_start(Repeat.WEEKLY, SECOND_THURSDAY, None, later) == SECOND_THURSDAY + dt.timedelta(days=7)
    assert next_start(Repeat.NEVER, SECOND_THURSDAY, None, later) is None


def test_meetings_keep_the_clock_when_the_zones_offset_changes(settings):
    settings.TIME_ZONE = "Europe/Berlin"
    with timezone.override("Europe/Berlin"):
        start = moment(2026, 10, 22, 18)  # summer time ends on 25 October
        found = list(starts(Repeat.WEEKLY, start, None, start, start + dt.timedelta(days=8)))
    assert [found_at.hour for found_at in found] == [18, 18]
    assert found[1] - found[0] == dt.timedelta(days=7)


@pytest.mark.parametrize("repeat", [repeat for repeat in Repeat if repeat])
def test_the_rule_for_calendar_programs_gives_the_same_days(repeat):
    until = dt.date(2027, 5, 1)
    rule = calendar_rule(repeat, SECOND_THURSDAY, until)
    theirs = rrulestr(rule, dtstart=SECOND_THURSDAY)
    ours = list(starts(repeat, SECOND_THURSDAY, until, SECOND_THURSDAY, moment(2028, 1, 1)))
    assert list(theirs) == ours


def test_a_single_meeting_has_no_rule():
    assert calendar_rule(Repeat.NEVER, SECOND_THURSDAY, None) == ""


@pytest.mark.parametrize(
    ("repeat", "words"),
    [
        (Repeat.NEVER, ""),
        (Repeat.WEEKLY, "every Thursday"),
        (Repeat.MONTHLY_WEEKDAY, "every second Thursday of the month"),
        (Repeat.MONTHLY_DATE, "on day 14 of every month"),
    ],
)
def test_series_in_words(repeat, words):
    with translation.override("en"):
        assert in_words(repeat, SECOND_THURSDAY) == words
