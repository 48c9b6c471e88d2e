"""Dates as people write them."""

import datetime as dt

import pytest

from core.dates import NBSP, date_range, long_date

D = dt.date


@pytest.mark.parametrize(("language", "words"), [("ru", "26~апреля 2017~года"), ("en", "26~April 2017")])
def test_long_date(language, words):
    assert long_date(D(2017, 4, 26), language) == words.replace("~", NBSP)


@pytest.mark.parametrize(
    ("start", "end", "language", "words"),
    [
        (D(2017, 4, 25), D(2017, 4, 26), "ru", "25–26~апреля 2017~года"),
        (D(2017, 4, 25), None, "ru", "25~апреля 2017~года"),
        (D(2017, 4, 30), D(2017, 5, 2), "ru", "30~апреля~– 2~мая 2017~года"),
        (D(2017, 12, 30), D(2018, 1, 2), "ru", "30~декабря 2017~года~– 2~января 2018~года"),
        (D(2017, 4, 25), D(2017, 4, 26), "en", "25–26~April 2017"),
        (D(2017, 4, 30), D(2017, 5, 2), "en", "30~April~– 2~May 2017"),
    ],
)
def test_date_range(start, end, language, words):
    assert date_range(start, end, language) == words.replace("~", NBSP)


def test_a_moment_is_the_day_in_the_towns_time_zone(settings):
    settings.TIME_ZONE = "Asia/Yekaterinburg"
    late = dt.datetime(2017, 4, 25, 22, 0, tzinfo=dt.UTC)  # already the 26th there
    assert long_date(late, "ru").startswith("26")
