"""Dates: those that Russian and English documents write, found; and dates written as people write them.

Of several days («25–26 апреля 2017 года») the one found is the last: on it a forum adopts its resolution.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.utils import formats, timezone
from django.utils.translation import get_language, override

from russian.numerals import spoken_ordinal
from russian.typography import NBSP

RUSSIAN_MONTHS = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
ENGLISH_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

MONTH = r"(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ьяе]|(?:март|август)[ае]?|ма[йяе]"
MONTH_EN = "|".join(ENGLISH_MONTHS)
QUOTE_OPEN, QUOTE_CLOSE = r"[«\"„“”_<]*\s?", r"\s?[»\"“”_>]*"
DAY = rf"{QUOTE_OPEN}\d{{1,2}}{QUOTE_CLOSE}"
YEAR = r"(?:19|20)\d\d"
YEAR_WORD = r"(?:\s?(?:года|году|год|гг?\.|г\b))?"
SPOKEN = r"(?:(?:двадцать|тридцать)\s+)?[а-яё]{3,}(?:ого|его)"
RANGE = rf"(?:{DAY}\s*(?:(?:{MONTH})\s*(?:{YEAR}{YEAR_WORD}\s*)?)?(?:[-–—,]|и|по)\s*){{0,4}}"

WEEKDAYS = "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
WEEKDAY = rf"(?:(?:{WEEKDAYS}),?\s+)?"

PATTERNS = [
    rf"{WEEKDAY}(?<!\d)(?:с\s)?{RANGE}{QUOTE_OPEN}(?P<d1>\d{{1,2}}){QUOTE_CLOSE}[\s_]*(?P<m1>{MONTH}){QUOTE_CLOSE}\s*(?P<y1>{YEAR}){YEAR_WORD}",
    rf"(?<![\d.])(?:\d{{1,2}}(?:\.\d{{2}})?\s?[-–—]\s?)?(?P<d2>\d{{1,2}})[./](?P<m2>\d{{1,2}})[./](?P<y2>{YEAR}|\d\d(?=\s?г))(?!\d){YEAR_WORD}",
    rf"(?<!\d)(?P<y3>{YEAR})-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)",
    rf"{WEEKDAY}(?<!\d)(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s(?:{MONTH_EN}))?\s?(?:[-–—]|and|to)\s?)?(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\s(?:day\s)?(?:of\s)?(?P<m4>{MONTH_EN}),?\s(?P<y4>{YEAR})",
    rf"(?P<m5>{MONTH_EN})\s(?:\d{{1,2}}\s?(?:[-–—]|and|to)\s?)?(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y5>{YEAR})",
    rf"(?P<d7>{SPOKEN})\s+(?P<m7>{MONTH})\s+(?P<y7>{YEAR}|две\s+тысячи\s+{SPOKEN}|двухтысячного){YEAR_WORD}",
    rf"(?P<m6>{MONTH}|{MONTH_EN})\s(?P<y6>{YEAR}){YEAR_WORD}",
]
DATE = re.compile("|".join(f"(?:{pattern})(?!\\w)" for pattern in PATTERNS), re.IGNORECASE)

DATED = re.compile(r"(?:19|20)\d\d|\d[./]\d\d?[./]\d|тысяч", re.IGNORECASE)
"""Without one of these a text holds no date."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, from ``start`` to ``end``; ``value`` is None where no such day can be told."""

    start: int
    end: int
    value: date | None


def find_dates(text: str) -> list[FoundDate]:
    """All dates of *text* in order; one without a day, or with an impossible one, has no value."""
    return [FoundDate(match.start(), match.end(), _value(match)) for match in DATE.finditer(text)]


def _value(match: re.Match[str]) -> date | None:
    for variant in "1234567":
        if variant != "6" and match[f"d{variant}"]:
            year, day = _number(match[f"y{variant}"]), _number(match[f"d{variant}"])
            try:
                return date(year + 2000 if year < 100 else year, _month(match[f"m{variant}"]), day)
            except ValueError:
                return None
    return None


def _number(text: str) -> int:
    """A day or a year, in digits or in words («двадцать шестого», «две тысячи семнадцатого»); 0 for others."""
    if text.isdigit():
        return int(text)
    millennium, _, rest = text.lower().rpartition("тысячи")
    if rest == "двухтысячного":
        return 2000
    return spoken_ordinal(rest) + (2000 if millennium else 0)


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    lower = text.lower()
    if lower in ENGLISH_MONTHS:
        return ENGLISH_MONTHS.index(lower) + 1
    # «ма» is also how «март» begins: the longest stem that fits is the month
    stem = max((stem for stem in RUSSIAN_MONTHS if lower.startswith(stem)), key=len)
    return RUSSIAN_MONTHS.index(stem) + 1


def as_day(moment: date | datetime) -> date:
    """The calendar day of ``moment`` in the site's time zone."""
    if isinstance(moment, datetime):
        return timezone.localtime(moment).date() if timezone.is_aware(moment) else moment.date()
    return moment


@lru_cache(maxsize=5000)
def _day_month(day: date, language: str) -> str:
    with override(language):
        return formats.date_format(day, f"j{NBSP}E" if language == "ru" else f"j{NBSP}F")


def _year(day: date, language: str) -> str:
    return f"{day.year}{NBSP}года" if language == "ru" else str(day.year)


def long_date(moment: date | datetime, language: str | None = None) -> str:
    """«26 апреля 2017 года», "26 April 2017"."""
    language = language or get_language() or "ru"
    day = as_day(moment)
    return f"{_day_month(day, language)} {_year(day, language)}"


def near_date(moment: date | datetime, today: date, language: str | None = None) -> str:
    """«28 ноября» in the year of ``today``, «28 ноября 2027 года» in any other."""
    language = language or get_language() or "ru"
    day = as_day(moment)
    return _day_month(day, language) if day.year == today.year else long_date(day, language)


def date_range(start: date | datetime, end: date | datetime | None = None, language: str | None = None) -> str:
    """«25–26 апреля 2017 года», «30 апреля — 2 мая 2017 года», «30 декабря 2017 года — 2 января 2018 года»."""
    language = language or get_language() or "ru"
    dash = "—" if language == "ru" else "–"
    first, last = as_day(start), as_day(end or start)
    if first == last:
        return long_date(first, language)
    if first.year != last.year:
        return f"{long_date(first, language)}{NBSP}{dash} {long_date(last, language)}"
    if first.month != last.month:
        return f"{_day_month(first, language)}{NBSP}{dash} {long_date(last, language)}"
    return f"{first.day}–{long_date(last, language)}"
