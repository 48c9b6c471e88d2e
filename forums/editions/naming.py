"""How a query names an edition: «второй форум», «II форум», «форум 2025 года», «прошлый», «следующий».

An edition is named only when the query says nothing else: «освещение после второго форума» is a search for words.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.search import Question
from russian.numerals import number_of, ordinal, quantity_of

_ITEM = re.compile(r"(?<![\d.])\d{1,2}(?:\.\d{1,3})+(?![\d-]|\.\d)\.?")
_YEAR = range(1990, 2100)
_MOST_EDITIONS = 60
FORUM = frozenset({"форум", "forum"})
_LAST = {"прошлый", "прошедший", "предыдущий", "последний", "минувший", "last", "previous", "past"}
_BEFORE_LAST = {"позапрошлый"}
_NEXT = {
    "следующий", "близкий", "ближайший", "предстоящий", "будущий", "грядущий", "новый", "очередной",
    "next", "coming", "upcom",
    "запись", "записаться", "регистрация", "зарегистрироваться", "registr", "regist",
}  # fmt: skip
_PLACES = {"last": _LAST, "before last": _BEFORE_LAST, "next": _NEXT}
#: Words that say how an edition is meant, or what of it is wanted, and not what it is about.
_ABOUT_NOTHING = {
    "общественный", "городской", "наш", "год", "номер", "дата", "день", "время", "место", "программа", "текст", "пункт",
    "п", "рекомендация", "итог", "материал", "документ", "проходить", "состояться", "пройти", "назначить", "принять",
    "этот", "public", "year", "number", "date", "programm", "program", "text", "item", "recommend", "forum", "форум",
    "быть",
}  # fmt: skip


@dataclass(frozen=True)
class NamedEdition:
    """What a query says of an edition; ``items`` are numbers of recommendations, ``rest`` is what else it says."""

    number: int | None
    year: int | None
    place: str
    items: tuple[str, ...]
    rest: frozenset[str]
    says_forum: bool

    @property
    def is_told(self) -> bool:
        """Whether it says which edition."""
        return bool(self.number or self.year or self.place)

    def choose(self, editions: Sequence, today: dt.date) -> list:
        """Of ``editions`` (newest first) those that are meant, by number, else by year, else by their place in time."""
        if self.number:
            return [one for one in editions if one.number == self.number]
        if self.year:
            return [one for one in editions if one.starts_on.year == self.year]
        past = [one for one in editions if one.last_day < today]
        if self.place == "next":
            return [one for one in reversed(editions) if one.last_day >= today][:1]
        return past[1:2] if self.place == "before last" else past[:1]


def read_edition(question: Question, ignored: Iterable[str] = ()) -> NamedEdition:
    """What ``question`` says of an edition; words of ``ignored`` say nothing more."""
    items = tuple(match.rstrip(".") for match in _ITEM.findall(question.text))
    plain = Question(_ITEM.sub(" ", question.text), question.language)
    number = year = None
    place = ""
    rest = set()
    left_out = _ABOUT_NOTHING | set(ignored)
    for word, reading in plain.readings:
        key = reading.key
        forms = {key, *reading.others}
        value = ordinal(word) or (int(word) if word.isdecimal() and len(word) < 5 else None)
        value = value or int(number_of(key) or quantity_of(key) or 0) or None
        if value in _YEAR:
            year = value
        elif value and value <= _MOST_EDITIONS:
            number = value
        elif told := next((name for name, names in _PLACES.items() if forms & names), ""):
            place = told
        elif not reading.is_function and not forms & left_out:
            rest.add(key)
    return NamedEdition(number, year, place, items, frozenset(rest), plain.has(*FORUM))
