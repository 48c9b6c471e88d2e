"""Measuring search against a judged set: how high the right answers stand, and how fast."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from core.embeddings import Encoder
from core.search import SearchOffer
from search.analysis import index_keys
from search.engines.base import EntryEngine
from search.evaluation.judged import Document, Judged
from search.index.store import Draft, write
from search.models import SearchEntry
from search.query.service import search
from search.semantic.vectors import calibrate, embed, forget

DEPTH = 10
_BATCH = 5_000


@dataclass(frozen=True)
class Report:
    """MRR and recall over the queries that have anything relevant; times of all queries in milliseconds.

    ``nonsense_found`` is the share of queries with nothing relevant that found something all the same.
    """

    engine: str
    documents: int
    queries: int
    mrr_at_10: float
    recall_at_10: float
    nonsense_found: float
    errors: int
    p50_ms: float
    p95_ms: float
    indexed_per_s: float

    def as_json(self) -> dict[str, Any]:
        return {key.replace("_at_", "@"): value for key, value in asdict(self).items()}


def load(documents: Sequence[Document], engine: EntryEngine) -> float:
    """Index the documents; returns entries a second, once the dictionary is loaded."""
    index_keys("словарь")
    started = time.perf_counter()
    with engine.loading() as put:
        for start in range(0, len(documents), _BATCH):
            batch = documents[start : start + _BATCH]
            drafts = [_draft(document, number) for number, document in enumerate(batch, start)]
            put(write(drafts, using=engine.using).changed)
    return len(documents) / max(time.perf_counter() - started, 1e-9)


def _draft(document: Document, number: int) -> Draft:
    """The entry's number tells which document it is: an identifier of somebody else's may be of any length."""
    offer = SearchOffer(kind="page", title=document.title, text=document.text)
    return Draft(offer, SearchEntry.Source.PAGE, number, document.language, url=f"/{number}/")


def embed_all(source: Encoder, engine: EntryEngine) -> None:
    """Make the vectors of everything that is loaded, and the floors."""
    entries = SearchEntry.objects.using(engine.using)
    for _made in embed(source, entries.order_by("pk").values_list("pk", flat=True), engine.using):
        pass
    forget()
    for language in set(entries.values_list("language", flat=True)):
        calibrate(source, language, engine.using)


def evaluate(
    queries: Sequence[Judged],
    engine: EntryEngine,
    documents: Sequence[Document],
    indexed_per_s: float = 0,
    log: Callable[[str], object] = lambda _line: None,
) -> Report:
    """Ask every query and judge the first ten answers. A query that raises is logged, counts as an error and a miss."""

    def ask(judged: Judged) -> list[str]:
        results = search(judged.query, language=judged.language, engine=engine)
        return [documents[hit.entry.source_id].id for hit in (*results.hits, *results.similar)]

    return judge(queries, ask, engine.name, len(documents), indexed_per_s, log)


def judge(
    queries: Sequence[Judged],
    ask: Callable[[Judged], list[str]],
    engine: str,
    documents: int,
    indexed_per_s: float = 0,
    log: Callable[[str], object] = lambda _line: None,
) -> Report:
    """The report on what ``ask`` gives for each query: the ids of what it finds, best first."""
    times, reciprocal, recalls, nonsense = [], [], [], []
    errors = 0
    for judged in queries:
        started = time.perf_counter()
        try:
            found = ask(judged)
        except Exception as error:
            errors += 1
            found = []
            log(f"error for {judged.query!r}: {error!r}")
        times.append((time.perf_counter() - started) * 1000)
        relevant = {key for key, grade in judged.relevant.items() if grade > 0}
        if relevant:
            top = found[:DEPTH]
            reciprocal.append(next((1 / place for place, key in enumerate(top, 1) if key in relevant), 0.0))
            recalls.append(len(relevant.intersection(top)) / min(len(relevant), DEPTH))
        else:
            nonsense.append(bool(found))
    return Report(
        engine=engine,
        documents=documents,
        queries=len(queries),
        mrr_at_10=round(statistics.fmean(reciprocal), 4) if reciprocal else 0.0,
        recall_at_10=round(statistics.fmean(recalls), 4) if recalls else 0.0,
        nonsense_found=round(statistics.fmean(nonsense), 4) if nonsense else 0.0,
        errors=errors,
        p50_ms=round(_percentile(times, 50), 2),
        p95_ms=round(_percentile(times, 95), 2),
        indexed_per_s=round(indexed_per_s, 1),
    )


def _percentile(values: Sequence[float], share: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)] if ordered else 0.0
