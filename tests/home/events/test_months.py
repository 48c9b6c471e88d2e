import datetime as dt
from dataclasses import dataclass

import pytest

from home.events.months import fill, month_weeks, neighbours, parse_month

TODAY = dt.date(2026, 5, 14)


@dataclass
class Meeting:
    day: dt.date
    last_day: dt.date


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "abc",
        "2026",
        "2026-13",
        "2026-00",
        "99999-01",
        "9999-12",
        "0000-01",
        "2026-05\x00",
        "２０２６-05",
        "-1",
    ],
)
def test_what_is_no_month_within_reach_counts_as_this_one(text):
    assert parse_month(text, TODAY) == dt.date(2026, 5, 1)


def test_a_month_is_read():
    assert parse_month("2025-11", TODAY) == dt.date(2025, 11, 1)


def test_weeks_begin_on_monday_and_cover_the_month():
    weeks = month_weeks(dt.date(2026, 5, 1), TODAY)
    assert weeks[0][0].date == dt.date(2026, 4, 27)
    assert weeks[-1][-1].date == dt.date(2026, 5, 31)
    assert [day.date for week in weeks for day in week if day.is_today] == [TODAY]


def test_leafing_ends():
    assert neighbours(dt.date(2026, 5, 1), TODAY) == (dt.date(2026, 4, 1), dt.date(2026, 6, 1))
    assert neighbours(dt.date(2029, 12, 1), TODAY) == (dt.date(2029, 11, 1), None)
    assert neighbours(dt.date(2023, 1, 1), TODAY) == (None, dt.date(2023, 2, 1))


def test_a_meeting_of_several_days_stands_on_each_of_them():
    weeks = month_weeks(dt.date(2026, 5, 1), TODAY)
    fill(weeks, [Meeting(dt.date(2026, 4, 20), dt.date(2026, 4, 28)), Meeting(TODAY, TODAY)])
    busy = [day.date for week in weeks for day in week if day.entries]
    assert busy == [dt.date(2026, 4, 27), dt.date(2026, 4, 28), TODAY]
