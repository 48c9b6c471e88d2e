"""Measuring search against a judged set: how high the right answers stand, and how fast."""

import json
import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from core.searching import SearchOffer

from .analysis import index_keys
from .engines.base import EntryEngine
from .models import SearchEntry
from .service import search
from .store import Draft, write

DEPTH = 10
_BATCH = 5_000


@dataclass(frozen=True)
class Judged:
    """A query and what should be found for it: document → grade (0 is irrelevant)."""

    query: str
    language: str
    relevant: dict[str, float]


@dataclass(frozen=True)
class Document:
    id: str
    title: str
    text: str
    language: str


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


def read_lines(path: Path) -> Iterable[dict[str, Any]]:
    """Objects of a JSONL file. Raises ``CommandError`` with the line's number on anything else."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise CommandError(f"{path}, line {number}: not JSON ({error})") from error
        if not isinstance(value, dict):
            raise CommandError(f"{path}, line {number}: not an object")
        yield value


def read_documents(path: Path) -> list[Document]:
    return [
        Document(
            str(_required(line, "id", path)),
            str(line.get("title") or ""),
            str(line.get("text") or ""),
            str(line.get("language") or "ru"),
        )
        for line in read_lines(path)
    ]


def read_queries(path: Path) -> list[Judged]:
    return [
        Judged(
            str(_required(line, "query", path)),
            str(line.get("language") or "ru"),
            {str(key): float(grade) for key, grade in (line.get("relevant") or {}).items()},
        )
        for line in read_lines(path)
    ]


def _required(line: dict[str, Any], name: str, path: Path) -> Any:
    if name not in line:
        raise CommandError(f"{path}: an object has no {name!r}")
    return line[name]


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
    offer = SearchOffer(kind="page", title=document.title, text=document.text, key=document.id)
    return Draft(offer, SearchEntry.Source.PAGE, number, document.language, url=f"/{document.id}/")


def evaluate(queries: Sequence[Judged], engine: EntryEngine, documents: int, indexed_per_s: float) -> Report:
    """Ask every query and judge the first ten answers. A query that raises counts as an error and a miss."""
    times, reciprocal, recalls = [], [], []
    errors = 0
    for judged in queries:
        started = time.perf_counter()
        try:
            found = [hit.entry.part for hit in search(judged.query, language=judged.language, engine=engine).hits]
        except Exception as error:
            errors += 1
            found = []
            print(f"error for {judged.query!r}: {error!r}")  # noqa: T201
        times.append((time.perf_counter() - started) * 1000)
        relevant = {key for key, grade in judged.relevant.items() if grade > 0}
        if relevant:
            top = found[:DEPTH]
            reciprocal.append(next((1 / place for place, key in enumerate(top, 1) if key in relevant), 0.0))
            recalls.append(len(relevant.intersection(top)) / min(len(relevant), DEPTH))
    return Report(
        engine=engine.name,
        documents=documents,
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
