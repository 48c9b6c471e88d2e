"""Suggestions while a query is being typed: titles that have its words, the last of them perhaps unfinished."""

from core.search import search_kinds
from search.analysis import WORD_MARK
from search.engines.base import EntryEngine, Search, Weighted
from search.engines.database import current_engine
from search.engines.nodes import Key, Node, Prefix, Root, either, every
from search.models import SearchEntry
from search.query.parser import Term, last_word, parse

LIMIT = 8
MIN_LETTERS = 2
_CONSIDERED = 40


def suggestions(
    text: str, *, language: str, site_id: int = 0, engine: EntryEngine | None = None
) -> list[dict[str, str]]:
    """At most ``LIMIT`` entries, short titles that begin like ``text`` first."""
    before, last = last_word(text)
    if len(last) < MIN_LETTERS:
        return []
    engine = engine or current_engine()
    nodes = [_title_node(term) for term in parse(before).terms if not term.is_function]
    # A single typed word may be complete; an inflected one is found by its key, not by its letters.
    whole = [_title_node(term) for term in parse(last).terms]
    match = every([*nodes, either([Prefix(last), *whole])])
    search = Search(match, language, site_id, weighted=(Weighted(Prefix(last), 1.0), Weighted(match, 1.0)))
    ids = engine.candidates(search, _CONSIDERED)
    rows = SearchEntry.objects.using(engine.using).filter(pk__in=ids).order_by()
    fields = ("pk", "title", "url", "kind", "boost", "word_keys")
    order = {pk: place for place, pk in enumerate(ids)}
    best = sorted(
        rows.values_list(*fields),
        key=lambda row: (not row[5].startswith(f"{WORD_MARK}{last}"), -row[4], len(row[1]) // 20, order[row[0]]),
    )
    kinds = search_kinds()
    seen: set[str] = set()
    found: list[dict[str, str]] = []
    for _pk, title, url, kind, _boost, _words in best:
        if title not in seen and len(found) < LIMIT:
            seen.add(title)
            found.append({"title": title, "url": url, "kind": str(kinds[kind].label) if kind in kinds else ""})
    return found


def _title_node(term: Term) -> Node:
    keys = [Key(key, title=True) for key in term.keys]
    return either([every(list(keys)), *(Root(root) for root in term.roots)]) if term.roots else every(list(keys))
