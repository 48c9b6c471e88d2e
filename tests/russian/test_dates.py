"""Dates found in documents, and dates as people write them."""

import datetime as dt

import pytest

from russian.dates import date_range, find_dates, long_date
from russian.typography import NBSP

D = dt.date


@pytest.mark.parametrize(("language", "words"), [("ru", "26~апреля 2017~года"), ("en", "26~April 2017")])
def test_long_date(language, words):
    assert long_date(D(2017, 4, 26), language) == words.replace("~", NBSP)


@pytest.mark.parametrize(
    ("start", "end", "language", "words"),
    [
        (D(2017, 4, 25), D(2017, 4, 26), "ru", "25–26~апреля 2017~года"),
        (D(2017, 4, 25), None, "ru", "25~апреля 2017~года"),
        (D(2017, 4, 30), D(2017, 5, 2), "ru", "30~апреля~— 2~мая 2017~года"),
        (D(2017, 12, 30), D(2018, 1, 2), "ru", "30~декабря 2017~года~— 2~января 2018~года"),
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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Принята 26 апреля 2017 года", D(2017, 4, 26)),
        ("25–26 апреля 2017 г.", D(2017, 4, 26)),
        ("«26» апреля 2017", D(2017, 4, 26)),
        ("26.04.2017", D(2017, 4, 26)),
        ("26.04.17 г.", D(2017, 4, 26)),
        ("2017-04-26", D(2017, 4, 26)),
        ("двадцать шестого апреля две тысячи семнадцатого года", D(2017, 4, 26)),
        ("3 мая 2017 года", D(2017, 5, 3)),
        ("3 марта 2017 года", D(2017, 3, 3)),
        ("on the 26th of April 2017", D(2017, 4, 26)),
        ("April 25-26, 2017", D(2017, 4, 26)),
        ("31 февраля 2017 года", None),
        ("апрель 2017 года", None),
        ("2017", None),
    ],
)
def test_first_date(text, day):
    assert next((found.value for found in find_dates(text) if found.value), None) == day


def test_a_date_without_a_day_has_a_place_and_no_value():
    (found,) = find_dates("Апрель 2017 года, город Ясноград")
    assert (found.start, found.end, found.value) == (0, 16, None)
