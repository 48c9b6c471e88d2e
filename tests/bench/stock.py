"""Stock modelsearch on SQLite, beside ours: the same texts as pages, its own index and queries."""

import statistics
import time
from collections.abc import Mapping, Sequence

from django.core.management import call_command
from django.db import connection
from django.test.utils import override_settings
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from search.evaluation.judged import Document

_BACKENDS = {
    "default": {"BACKEND": "search.backends.database", "AUTO_UPDATE": False},
    "stock": {"BACKEND": "modelsearch.backends.database", "AUTO_UPDATE": False},
    "ours": {"BACKEND": "search.backends.database", "AUTO_UPDATE": False},
}
_TOO_LONG = 5.0


def run(documents: Sequence[Document], classes: Mapping[str, Sequence[str]]) -> None:
    """Searching pages by their titles, as the admin's explorer does: ours, then stock."""
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        with override_settings(WAGTAILSEARCH_BACKENDS=_BACKENDS):
            _add_pages(documents)
            print(f"\nThe admin's search over {len(documents)} pages (titles), SQLite")
            ours, stock = (_measure(name, classes) for name in ("ours", "stock"))
            print("  stock takes, as a multiple of ours (slowest answers): ", end="")
            print(", ".join(f"{name} {stock[name] / ours[name]:.1f}" for name in ours if name in stock))
    finally:
        connection.creation.destroy_test_db(":memory:", verbosity=0)


def _add_pages(documents: Sequence[Document]) -> None:
    call_command("migrate", verbosity=0)
    root = Page.get_first_root_node()
    locale = Locale.get_default()
    pages = [
        Page(
            title=f"{document.title} города", slug=document.id, locale=locale, depth=2, url_path=f"/{document.id}/",
            path=root.path + Page._int2str(number).rjust(Page.steplen, "0"), content_type_id=root.content_type_id,
            draft_title=document.title,
        )
        for number, document in enumerate(documents, 100)
    ]  # fmt: skip
    Page.objects.bulk_create(pages, batch_size=500)


def _measure(name: str, classes: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Prints, and returns the time of the slowest answer of every class."""
    slowest: dict[str, float] = {}
    backend = get_search_backend(name)
    backend.reset_indexes()
    started = time.perf_counter()
    index = backend.get_index_for_model(Page)
    pages = list(Page.objects.filter(depth=2))
    for start in range(0, len(pages), 500):
        index.add_items(Page, pages[start : start + 500])
    print(f"  {name}: {len(pages) / (time.perf_counter() - started):.0f} pages/s indexed")
    for title, queries in classes.items():
        times = []
        for query in queries:
            started = time.perf_counter()
            try:
                found = backend.search(query, Page.objects.all())
                found.count(), list(found[:20])
            except Exception as error:
                print(f"    {title:<22} {type(error).__name__} on {query!r}")
                continue
            times.append((time.perf_counter() - started) * 1000)
            if times[-1] > _TOO_LONG * 1000:
                break
        if times:
            slowest[title] = max(times)
            print(f"    {title:<22} {statistics.median(times):8.1f} / {max(times):8.1f}")
    return slowest
