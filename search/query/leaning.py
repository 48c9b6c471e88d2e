"""To what a query leans beside its words: the kinds that it names, and what is not past.

Three rules, the same for every kind, and nothing else is moved: a named kind comes before others, what is past behind
what is not (unless the query asks for the past), and of kinds that age the newest first.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from django.utils import timezone

from core.search import search_kinds
from russian.tokens import words
from search.analysis import readings_of
from search.index.store import kind_words
from search.query.parser import ParsedQuery

KIND_FACTOR = 1.35
PAST_FACTOR = 0.75
#: What a thing of a kind that ages loses at most, and in how many days half of that.
AGE_LOSS, HALF_LIFE = 0.15, 180
_ASKS_FOR_THE_PAST = {
    "прошлый", "прошлогодний", "позапрошлый", "прошедший", "предыдущий", "итог", "результат", "победитель", "архив",
    "старый", "был", "пройти", "закончиться", "завершить", "past", "last", "result", "winner", "archiv", "previous",
}  # fmt: skip


@dataclass(frozen=True)
class Leaning:
    kinds: frozenset[str]
    to_the_past: bool
    today: dt.date

    def factor(self, kind: str, date: dt.date | None, ends: dt.date | None) -> float:
        """By how much an entry's score is multiplied."""
        factor = KIND_FACTOR if kind in self.kinds else 1.0
        if ends and ends < self.today and not self.to_the_past:
            factor *= PAST_FACTOR
        known = search_kinds().get(kind)
        if known and known.ages and date and not self.to_the_past:
            days = max(0, (self.today - date).days)
            factor *= 1 - AGE_LOSS * (1 - 0.5 ** (days / HALF_LIFE))
        return factor


def leaning_of(query: ParsedQuery, language: str) -> Leaning:
    """To what ``query`` leans today."""
    keys = {key for term in query.terms for key in term.keys}
    names_year = any(key.isdigit() and len(key) == 4 for key in keys)
    kinds = frozenset(kind for kind in search_kinds() if not keys.isdisjoint(_keys_of(kind, language)))
    return Leaning(kinds, names_year or not keys.isdisjoint(_ASKS_FOR_THE_PAST), timezone.localdate())


@cache
def _keys_of(kind: str, language: str) -> frozenset[str]:
    return frozenset(reading.key for word in words(kind_words(kind, language)) for reading in readings_of(word))
