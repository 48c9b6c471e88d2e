"""The one way to search: query in, ordered hits, counts, facets and corrections out, the same on every engine."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.search import Question
from search.engines.base import EntryEngine
from search.engines.database import current_engine
from search.models import SearchEntry
from search.query.candidates import Found, find
from search.query.facets import Facet, Filters, facets, known_filters
from search.query.highlighting import Marker
from search.query.naming import with_named
from search.query.parser import parse
from search.query.spelling import correct
from search.semantic.fusion import by_meaning, with_meaning

PAGE_SIZE = 20
RELEVANCE, DATE = "relevance", "date"
SORTS = (RELEVANCE, DATE)
#: An automatic correction is for a few mistyped words; a long question says enough without it.
_CORRECTED_TERMS = 6
#: A misspelling that stands in fewer results than this is asked about.
_FEW = 3


@dataclass(frozen=True)
class Hit:
    """An entry as it is shown. ``relaxed`` tells that it has only some of the words."""

    entry: SearchEntry
    title: str
    fragment: str
    relaxed: bool

    @property
    def url(self) -> str:
        return self.entry.url


@dataclass(frozen=True)
class Results:
    """What was found for ``query``.

    ``similar`` are near in meaning and have none of the words. ``correction``: nothing was found as typed, these are
    the results for this spelling. ``suggestion``: a spelling that would find more. ``relaxed``: too little had all the
    words, so that what has some of them was added.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    strict_total: int = 0
    facets: tuple[Facet, ...] = ()
    page: int = 1
    pages: int = 1
    sort: str = RELEVANCE
    correction: str = ""
    suggestion: str = ""
    relaxed: bool = False
    similar: tuple[Hit, ...] = ()


def search(
    query: str,
    *,
    language: str,
    filters: Filters | None = None,
    sort: str = RELEVANCE,
    page: int = 1,
    site_id: int = 0,
    page_size: int = PAGE_SIZE,
    engine: EntryEngine | None = None,
    semantic: bool = True,
) -> Results:
    """Find entries of ``language`` that visitors of ``site_id`` may see; by meaning too where that is on.

    Never raises on any query, filter or page number; what makes no sense finds nothing.
    """
    engine = engine or current_engine()
    parsed = parse(query)
    if not parsed.terms:
        return Results(parsed.text)
    narrowed = known_filters(filters)
    newest_first = sort == DATE
    found = find(parsed, engine, language, site_id, narrowed, newest_first)
    if not newest_first:
        found = with_named(found, Question(parsed.text, language), site_id, narrowed, engine.using)
    correction = suggestion = ""
    if not found.named and (found.strict_total < _FEW or found.respelled) and len(parsed.content) <= _CORRECTED_TERMS:
        better = correct(parsed, found.corpus.frequencies, engine.using, language)
        if better:
            retry = find(parse(better), engine, language, site_id, narrowed, newest_first)
            if (not found.strict_total and retry.strict_total) or found.respelled:
                found, correction = retry, better
            elif retry.strict_total > found.strict_total:
                suggestion = better
    if semantic and not newest_first:
        meaning = by_meaning(correction or parsed.text, language, site_id, engine.using)
        found = with_meaning(found, meaning, only_order=bool(narrowed or parsed.excluded or parsed.has_phrases))
    results = _page(found, page, page_size, engine)
    return replace(
        results,
        query=parsed.text,
        facets=facets(found.counts, found.sets, narrowed, engine.using),
        sort=DATE if newest_first else RELEVANCE,
        correction=correction,
        suggestion=suggestion,
    )


def _page(found: Found, page: int, page_size: int, engine: EntryEngine) -> Results:
    pages = max(1, -(-len(found.ids) // page_size))
    page = min(max(1, page), pages)
    start = (page - 1) * page_size
    ids = found.ids[start : start + page_size]
    return Results(
        query="",
        hits=_hits(ids, found, engine.using),
        total=found.total,
        strict_total=found.strict_total,
        page=page,
        pages=pages,
        relaxed=found.relaxed,
        similar=_hits(found.similar, found, engine.using) if page == 1 else (),
    )


def _hits(ids: Sequence[int], found: Found, using: str) -> tuple[Hit, ...]:
    entries = SearchEntry.objects.using(using).defer("title_keys", "body_keys", "root_keys", "word_keys").in_bulk(ids)
    marker = Marker.of(found.clauses)
    return tuple(
        Hit(entry, marker.title(entry.title), marker.fragment(entry.text), entry.pk not in found.strict_ids)
        for pk in ids
        if (entry := entries.get(pk))
    )
