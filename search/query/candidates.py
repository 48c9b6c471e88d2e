"""Finding and ordering: the engine counts and proposes, the ranking orders.

All of the words are asked for first; when too little has them all, what has some of them follows behind.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.cache import cache
from django.db.models import Avg, Count

from search.engines.base import EntryEngine, Search
from search.models import FacetSet, SearchEntry, Word
from search.query.facets import Filters, allowed, load
from search.query.leaning import Leaning, leaning_of
from search.query.parser import ParsedQuery
from search.query.plan import Clause, clauses, loose_match, respell, strict_match, title_match, weighted
from search.query.ranking import Corpus, Document, Weighed, score, weigh
from search.query.spelling import key_of, kin, known_keys, nearest, vocabulary, written_otherwise
from search.query.synonyms import groups

#: Results that can be paged through. Whoever needs the two hundredth needs another query.
WINDOW = 200
#: Fewer results than this with all the words, and those with some are added.
ENOUGH = 10
#: With more matches than this, those that have the words in their titles are ranked and the newest fill up.
CROWD = 3_000
_CORPUS_SECONDS = 60
_RESPELLED_WORDS = 3


@dataclass(frozen=True)
class Found:
    """Ordered keys of what was found, with what is needed to show and to count it."""

    clauses: tuple[Clause, ...]
    corpus: Corpus
    leaning: Leaning
    ids: tuple[int, ...] = ()
    strict_ids: frozenset[int] = frozenset()
    strict_total: int = 0
    total: int = 0
    relaxed: bool = False
    named: int = 0
    similar: tuple[int, ...] = ()
    counts: Mapping[int, int] = field(default_factory=dict)
    sets: Mapping[int, FacetSet] = field(default_factory=dict)

    @property
    def respelled(self) -> bool:
        """Whether unknown words took known ones beside them."""
        return any(clause.respelled for clause in self.clauses)


def find(
    query: ParsedQuery, engine: EntryEngine, language: str, site_id: int, filters: Filters, newest_first: bool
) -> Found:
    """Everything that matches ``query``; at most ``WINDOW`` of it in order."""
    parts = clauses(query, groups(engine.using))
    corpus = _corpus(parts, engine.using, language)
    parts = _respelled(parts, corpus, engine.using, language)
    query_weight = [part.weight for part in weigh(parts, corpus)]
    strict = Search(
        match=strict_match(parts, query.excluded),
        language=language,
        site_id=site_id,
        weighted=weighted(parts, query_weight),
        newest_first=newest_first,
    )
    found = _collect(strict, Found(parts, corpus, leaning_of(query, language)), engine, filters)
    content = [term for clause in parts for term in clause.terms if not term.is_function]
    if found.total < ENOUGH and len(content) > 1:
        found = _relaxed(found, strict, query, engine, filters)
    else:
        found = replace(found, strict_ids=frozenset(found.ids), strict_total=found.total)
    if found.total or not query.has_phrases:
        return found
    # Nothing has the phrases as they are quoted; what has their words may be what was meant.
    words = find(query.unquoted(), engine, language, site_id, filters, newest_first)
    return replace(words, strict_ids=frozenset(), strict_total=0, relaxed=bool(words.total))


def _relaxed(found: Found, strict: Search, query: ParsedQuery, engine: EntryEngine, filters: Filters) -> Found:
    """What has all of the words, and behind it what has some of them."""
    parts = _with_kin(found.clauses, engine.using, strict.language)
    loose = replace(strict, match=loose_match(parts, query.excluded, found.corpus.frequencies), newest_first=False)
    more = _collect(loose, Found(parts, found.corpus, found.leaning), engine, filters)
    first = found.ids
    rest = tuple(pk for pk in more.ids if pk not in set(first))
    if not rest:
        return replace(found, strict_ids=frozenset(first), strict_total=found.total)
    return replace(
        more,
        ids=(first + rest)[:WINDOW],
        strict_ids=frozenset(first),
        strict_total=found.total,
        total=max(more.total, len(first) + len(rest)),
        relaxed=True,
    )


def _collect(search: Search, found: Found, engine: EntryEngine, filters: Filters) -> Found:
    counts = engine.count(search)
    sets = load(counts, engine.using)
    passed = allowed(sets, filters)
    total = sum(counts[pk] for pk in passed)
    if not total:
        return replace(found, counts=counts, sets=sets)
    narrowed = replace(search, facet_sets=passed) if filters else search
    ids = _ordered(narrowed, found, engine, total)
    return replace(found, counts=counts, sets=sets, total=total, ids=tuple(ids))


def _ordered(search: Search, found: Found, engine: EntryEngine, total: int) -> list[int]:
    if search.newest_first:
        return engine.candidates(search, WINDOW)
    query = weigh(found.clauses, found.corpus)
    if total <= CROWD:
        # What all fits in need not be weighed to choose from.
        search = search if total > WINDOW else replace(search, weighted=())
        return rank(engine.candidates(search, WINDOW), query, found, engine.using)
    titled = replace(search, match=title_match(search.match, found.clauses))
    ids = rank(engine.candidates(titled, WINDOW), query, found, engine.using)
    if len(ids) < WINDOW:
        listed = set(ids)
        ids += [pk for pk in engine.candidates(replace(search, newest_first=True), WINDOW) if pk not in listed]
    return ids[:WINDOW]


def rank(ids: Sequence[int], query: Sequence[Weighed], found: Found, using: str) -> list[int]:
    """``ids`` in the order of their scores, newer first among equals."""
    rows = SearchEntry.objects.using(using).filter(pk__in=ids)
    fields = (
        "pk", "kind", "date", "ends", "boost", "title_length", "body_length", "title_keys", "body_keys", "root_keys",
    )  # fmt: skip
    scored: list[tuple[Any, ...]] = []
    for pk, kind, date, ends, boost, *lengths, title_keys, body_keys, root_keys in rows.values_list(*fields):
        worth = boost * found.leaning.factor(kind, date, ends)
        document = Document(title_keys, body_keys, root_keys, (lengths[0], lengths[1]), worth, found.corpus)
        scored.append((score(document, query), date.toordinal() if date else 0, pk))
    return [pk for _score, _date, pk in sorted(scored, reverse=True)]


def _corpus(parts: Sequence[Clause], using: str, language: str) -> Corpus:
    keys = {key for clause in parts for key in clause.keys}
    keys |= {key for clause in parts for sequence in clause.synonyms for key in sequence}
    number, title_length, body_length = _sizes(using, language)
    return Corpus(number, title_length, body_length, Word.objects.using(using).frequencies(language, keys))


def _sizes(using: str, language: str) -> tuple[int, float, float]:
    def measure() -> tuple[int, float, float]:
        entries = SearchEntry.objects.using(using).filter(language=language)
        sizes = entries.aggregate(number=Count("pk"), title=Avg("title_length"), body=Avg("body_length"))
        return sizes["number"], sizes["title"] or 1.0, sizes["body"] or 1.0

    return cache.get_or_set(f"search-corpus-{using}-{language}", measure, _CORPUS_SECONDS)


def _respelled(parts: tuple[Clause, ...], corpus: Corpus, using: str, language: str) -> tuple[Clause, ...]:
    """Words that nothing contains take themselves in the other alphabet, or (among others) the nearest known word."""
    unknown = [
        clause.terms[0].text
        for clause in parts
        if len(clause.keys) == 1 and not clause.is_function and not clause.synonyms
        and clause.keys[0] not in corpus.frequencies and not clause.is_phrase
    ]  # fmt: skip
    if not unknown:
        return parts
    asked = unknown[:_RESPELLED_WORDS]
    same = {word: other for word in asked if (other := written_otherwise(word, using, language))}
    parts = respell(parts, {word: key_of(other) for word, other in same.items()}, same=True)
    if len(parts) < 2:
        return parts
    known = vocabulary(using, language)
    found = {word: near for word in asked if word not in same and (near := nearest(word, known))}
    return respell(parts, {word: key_of(near) for word, near in found.items()})


def _with_kin(parts: tuple[Clause, ...], using: str, language: str) -> tuple[Clause, ...]:
    keys = known_keys(using, language)
    return tuple(
        replace(clause, kin=kin(clause.keys[0], keys))
        if len(clause.keys) == 1 and not clause.is_function and not clause.is_phrase
        else clause
        for clause in parts
    )
