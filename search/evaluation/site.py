"""Measuring the search of the site itself, as its residents meet it: queries judged by addresses of pages.

A query may name what moves with the site's content: ``{year:/forums/forum-2/}`` and ``{day:/documents/rules/}`` stand
for the date of the page at that address.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from django.utils.translation import override

from russian.dates import long_date
from search.engines.database import current_engine
from search.evaluation.judged import Judged
from search.evaluation.measuring import Report, judge
from search.models import SearchEntry
from search.page.answering import answered
from search.query.service import search

_DATED = re.compile(r"\{(year|day):([^}]+)\}")
#: Of so many questions one is kept out of sight while the ranking is tuned.
_PARTS = 3


def filled(judged: Judged) -> Judged:
    """The query with the dates of the pages that it names."""

    def date_of(match: re.Match[str]) -> str:
        entry = SearchEntry.objects.filter(url=match[2], language=judged.language, part="").first()
        if entry is None or entry.date is None:
            return ""
        return str(entry.date.year) if match[1] == "year" else long_date(entry.date, judged.language)

    return replace(judged, query=_DATED.sub(date_of, judged.query))


def is_held_out(judged: Judged) -> bool:
    """Whether a question is of the third that nobody tunes to; told by its words."""
    return hashlib.blake2b(judged.query.encode(), digest_size=4).digest()[0] % _PARTS == 0


def shown(judged: Judged, site_id: int, semantic: bool = False) -> list[str]:
    """Addresses of what the page of results shows for a query, from the top: answers, then hits."""
    with override(judged.language):
        told = [answer.url for answer in answered(judged.query, judged.language)]
    results = search(judged.query, language=judged.language, site_id=site_id, semantic=semantic)
    return list(dict.fromkeys([*told, *(hit.url for hit in (*results.hits, *results.similar))]))


def evaluate_site(
    queries: Sequence[Judged], site_id: int, log: Callable[[str], object], semantic: bool = False
) -> Report:
    """The report on the site's own index and engine, as it stands."""
    return judge(
        [filled(judged) for judged in queries],
        lambda judged: shown(judged, site_id, semantic),
        current_engine().name,
        SearchEntry.objects.count(),
        log=log,
    )
