"""Measuring search against a judged set: how high the right answers stand, and how fast."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from core.search import SearchOffer
from search.analysis import index_keys
from search.engines.base import EntryEngine
from search.evaluation.judged import Document, Judged
from search.index.store import Draft, write
from search.models import SearchEntry
from search.query.service import search

DEPTH = 10
_BATCH = 5_000


@dataclass(frozen=True)
class Report:
    """MRR and recall over the queries that have anything relevant; times of all queries in milliseconds."""

    engine: str
    documents: int
    queries: int
    mrr_at_10: float
    recall_at_10: float
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


def evaluate(
    queries: Sequence[Judged],
    engine: EntryEngine,
    documents: Sequence[Document],
    indexed_per_s: float = 0,
    log: Callable[[str], object] = lambda _line: None,
) -> Report:
    """Ask every query and judge the first ten answers. A query that raises is logged, counts as an error and a miss."""
    times, reciprocal, recalls = [], [], []
    errors = 0
    for judged in queries:
        started = time.perf_counter()
        try:
            hits = search(judged.query, language=judged.language, engine=engine).hits
            found = [documents[hit.entry.source_id].id for hit in hits]
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
    return Report(
        engine=engine.name,
        documents=len(documents),
        queries=len(queries),
        mrr_at_10=round(statistics.fmean(reciprocal), 4) if reciprocal else 0.0,
        recall_at_10=round(statistics.fmean(recalls), 4) if recalls else 0.0,
        errors=errors,
        p50_ms=round(_percentile(times, 50), 2),
        p95_ms=round(_percentile(times, 95), 2),
        indexed_per_s=round(indexed_per_s, 1),
    )


def _percentile(values: Sequence[float], share: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)] if ordered else 0.0
