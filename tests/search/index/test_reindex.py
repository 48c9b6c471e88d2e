"""Rebuilding the index, and saying what differs."""

import io

import pytest
from django.core.management import call_command

from search.index.store import remove
from search.models import SearchEntry
from search.query.service import search

pytestmark = pytest.mark.django_db


def run(**options) -> str:
    out = io.StringIO()
    call_command("reindex", stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def test_reindex_brings_back_what_is_missing(add_page):
    add_page("Парк")
    remove(SearchEntry.objects.values_list("pk", flat=True))
    assert search("парк", language="ru").total == 0
    assert "looked at" in run()
    assert search("парк", language="ru", site_id=SearchEntry.objects.get().site_id).total == 1


def test_check_says_what_differs_and_repairs_it(add_page):
    page, other = add_page("Парк"), add_page("Сквер")
    remove(SearchEntry.objects.filter(source_id=page.pk).values_list("pk", flat=True))
    SearchEntry.objects.filter(source_id=other.pk).update(digest="old")
    SearchEntry.objects.create(
        source="page", source_id=10**6, language="ru", kind="page", url="/gone/", title="Ушедшая",
        facet_set=SearchEntry.objects.first().facet_set,
    )  # fmt: skip
    said = run(check=True)
    assert [word in said for word in ("missing", "changed", "stale", "Ушедшая")] == [True] * 4
    assert run(check=True).strip() == "Nothing differs."
