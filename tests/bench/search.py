"""Search: how fast it indexes and answers on every engine at hand, and how good its answers are."""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test.utils import override_settings

from search.engines.base import EntryEngine
from search.evaluation.judged import read_documents, read_queries
from search.evaluation.measuring import evaluate, load
from search.evaluation.temporary import temporary_engine
from search.query.service import search
from search.query.typeahead import suggestions
from tests.bench.corpus import generate
from tests.search.hostile import HOSTILE

JUDGED = Path(__file__).parent / "judged"
CLASSES = {
    "word in most entries": ["город", "города", "городом"],
    "rare word": ["медкомплекс", "лесомонтаж", "инфосвязь"],
    "two words": ["благоустройство двора", "турнир школьников", "ремонт дороги"],
    "question": ["кто отремонтировал детскую площадку на рябиновой улице", "где провели субботнюю ярмарку для пожилых"],
    "phrase": ["«по итогам голосования»", '"детскую площадку"'],
    "typo": ["благаустройство", "субсидея", "резалюция"],
}
TYPED = ["бл", "благо", "детская пл", "тур", "конкурс: пар"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--entries", type=int, default=10_000, help="generated entries (default: 10000)")
    parser.add_argument("--rounds", type=int, default=10, help="how often each query is asked (default: 10)")
    parser.add_argument("--no-stock", action="store_true", help="leave out stock modelsearch, which takes minutes")


def run(options: argparse.Namespace) -> None:
    documents = generate(options.entries)
    print(f"Search, {options.entries} generated entries; times in ms (p50 / p95).")
    for name in engines():
        with _settings(), temporary_engine(name) as engine:
            rate = load(documents, engine)
            print(f"\n{name}: {rate:.0f} entries/s indexed")
            measure(engine, options.rounds)
            quality(engine)
    if not options.no_stock:
        from tests.bench.stock import run as run_stock

        run_stock(documents[: options.entries], CLASSES)


def engines() -> list[str]:
    """SQLite always; the others where an address is in the environment."""
    found = ["sqlite"]
    if os.environ.get("POSTGRESQL_URL") or connection.vendor == "postgresql":
        found.append("postgresql")
    if settings.ELASTICSEARCH_URL:
        found.append("elasticsearch")
    return found


@contextmanager
def _settings() -> Iterator[None]:
    with override_settings(ELASTICSEARCH={**settings.ELASTICSEARCH, "INDEX_PREFIX": "bench_"}):
        yield


def measure(engine: EntryEngine, rounds: int) -> None:
    for name, queries in CLASSES.items():
        show(name, [lambda q=q: search(q, language="ru", engine=engine) for q in queries] * rounds)
    show("while typing", [lambda q=q: suggestions(q, language="ru", engine=engine) for q in TYPED] * rounds)
    show("hostile", [lambda q=q: search(q, language="ru", engine=engine) for q in HOSTILE], slowest=True)


def show(name: str, calls: list[Callable], slowest: bool = False) -> None:
    times = []
    for call in random.Random(1).sample(calls, len(calls)):
        started = time.perf_counter()
        call()
        times.append((time.perf_counter() - started) * 1000)
    times.sort()
    tail = f"   slowest {times[-1]:8.1f}" if slowest else ""
    print(f"  {name:<22} {statistics.median(times):8.1f} / {times[int(len(times) * 0.95)]:8.1f}{tail}")


def quality(engine: EntryEngine) -> None:
    """The judged set, in an index of its own: generated entries would answer many of its queries as well."""
    documents, queries = read_documents(JUDGED / "documents.jsonl"), read_queries(JUDGED / "queries.jsonl")
    with _settings(), temporary_engine(engine.name) as fresh:
        load(documents, fresh)
        found = evaluate(queries, fresh, documents)
    print(f"  {len(queries)} judged queries: MRR@10 {found.mrr_at_10}, recall@10 {found.recall_at_10}")
