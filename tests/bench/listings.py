"""Listings: what each page of a list, each filter and each pair of filters costs the database, small and large."""

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment, teardown_test_environment

from core.listings import BoundFilter
from tests.bench.town import Town

VIEWS = {
    "projects": ["", "?view=table", "?view=map"],
    "events": ["", "past/", "month/"],
}
#: Requests that belong to no filter.
FURTHER = {
    "councils": ["?address=ул. Озёрная ааа, 5", "?address=озер", "?address=Аэёрная вввы", "?address=56.0101, 54.0102"],
    "contests": ["?state=over&page=40", "?state=results"],
}
#: Each query is repeated and the quickest time counts: the rest is the machine's other work.
ROUNDS = 5
ALLOWED_QUERIES, ALLOWED_MS = 12, 50.0


@dataclass(frozen=True)
class Cost:
    """What an address asked of the database: how many questions, and milliseconds for all of them."""

    queries: int
    ms: float
    slowest: tuple[float, str] = (0.0, "")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--items", type=int, default=5000, help="pages in every section (default: 5000)")
    parser.add_argument("--explain", action="store_true", help="show the slowest query of each dear address")
    parser.add_argument("--only", default="", help="measure only this section, for example projects")


def run(options: argparse.Namespace) -> list[str]:
    """The table, as lines of Markdown; every address is printed."""
    small = max(options.items // 10, 1)
    print(f"\nListings: queries and database time (ms) at {small} and at {options.items} pages a section")
    with tempfile.TemporaryDirectory(prefix="bench-", dir=os.environ.get("DATA_DIR")) as folder:
        _database(Path(folder) / "listings.sqlite3")
        setup_test_environment()
        town = Town()
        urls = {slug: index.url for slug, index in town.indexes.items() if options.only in ("", slug)}
        town.grow(small)
        before = measure(urls)
        town.grow(options.items)
        after = measure(urls)
        _report(before, after, options.explain)
        teardown_test_environment()
        connection.close()
    return _table(before, after, small, options.items)


def _table(before: dict[str, Cost], after: dict[str, Cost], small: int, large: int) -> list[str]:
    """Each section's dearest address."""
    lines = [
        "## Growth",
        "",
        f"The dearest of all filters and pages of each list, at {small} and at {large} pages a section: queries, and",
        "milliseconds of the database for all of them.",
        "",
        "| list | addresses | queries | ms, small | ms, large |",
        "|---|--:|--:|--:|--:|",
    ]
    sections: dict[str, list[str]] = {}
    for address in after:
        sections.setdefault(address.partition("/")[0], []).append(address)
    for section, addresses in sections.items():
        dearest = max(addresses, key=lambda address: after[address].ms)
        old = before.get(dearest)
        queries = max(after[address].queries for address in addresses)
        was = f"{old.ms:.1f}" if old else ""
        lines.append(f"| {section} | {len(addresses)} | {queries} | {was} | {after[dearest].ms:.1f} |")
    return lines


def _database(path: Path) -> None:
    """A file like a town's own; on other engines their usual test database."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(path)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)


def measure(urls: dict[str, str]) -> dict[str, Cost]:
    """Costs by address, the filters of the sections chosen one by one and two at a time."""
    client = Client()
    return {
        f"{slug}/{rest}": cost_of(client, f"{url}{rest}")
        for slug, url in urls.items()
        for rest in addresses(client, slug, url)
    }


def addresses(client: Client, slug: str, url: str) -> Iterator[str]:
    """What may follow the address of a section: views, the last page, filters alone and by two."""
    for view in VIEWS.get(slug, [""]):
        yield view
        listing = client.get(f"{url}{view}").context.get("listing")
        if listing is None or view.startswith("month"):
            continue
        yield f"{view}{'&' if '?' in view else '?'}page={listing.entries.paginator.num_pages}"
        for chosen in _choices(listing.filters):
            yield f"{view}{'&' if '?' in view else '?'}{urlencode(chosen)}"
    yield from FURTHER.get(slug, [])


def _choices(filters: list[BoundFilter]) -> Iterator[list[tuple[str, str]]]:
    """Some choices of every filter, then the first choices of every two filters together."""
    for one in filters:
        yield from ([(one.name, value)] for value, _label in one.choices[:2])
    offering = [one for one in filters if one.choices]
    yield from ([(one.name, one.choices[0][0]) for one in pair] for pair in combinations(offering, 2))


def cost_of(client: Client, address: str) -> Cost:
    """What the second visitor of an address costs."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    times = [(_milliseconds(query["sql"]), query["sql"]) for query in captured.captured_queries]
    return Cost(len(times), sum(ms for ms, _sql in times), max(times, default=(0.0, "")))


def _milliseconds(sql: str) -> float:
    """The time of one query, its rows fetched: of the processor where the engine runs in this process."""
    clock = time.thread_time if connection.vendor == "sqlite" else time.perf_counter
    best = float("inf")
    with connection.cursor() as wrapper:
        cursor = wrapper.cursor
        for _round in range(ROUNDS):
            started = clock()
            cursor.execute(sql)
            cursor.fetchall()
            best = min(best, (clock() - started) * 1000)
    return best


def _report(before: dict[str, Cost], after: dict[str, Cost], explain: bool) -> None:
    print(f"  {'address':<58} {'queries':>9} {'ms':>15} {'ratio':>6}")
    for address, cost in after.items():
        small = before.get(address)
        ratio = f"{cost.ms / small.ms:6.1f}" if small and small.ms else ""
        queries = f"{small.queries if small else '?'} → {cost.queries}"
        times = f"{small.ms if small else 0:.1f} → {cost.ms:.1f}"
        is_dear = cost.queries > ALLOWED_QUERIES or cost.ms > ALLOWED_MS
        print(f"{'!' if is_dear else ' '} {address:<58} {queries:>9} {times:>15} {ratio}")
        if explain and is_dear:
            print(f"    {cost.slowest[0]:.1f} ms: {cost.slowest[1]}")
    dear = [one for one in after.values() if one.queries > ALLOWED_QUERIES or one.ms > ALLOWED_MS]
    worst = max(after.values(), key=lambda one: one.ms)
    most = max(after.values(), key=lambda one: one.queries)
    print(f"  {len(after)} addresses, at most {most.queries} queries and {worst.ms:.1f} ms; {len(dear)} over the mark")
