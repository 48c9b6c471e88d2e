"""Wagtail's own search (explorer, choosers) on our backends: morphology, prefixes, order, filters, no errors."""

from collections.abc import Iterator

import pytest
from modelsearch.query import MATCH_ALL, And, Not, Phrase, PlainText
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from core.models import Topic
from home.pages.models import ContentPage
from search.backends.elasticsearch import ElasticsearchBackend
from tests.factories.core import TopicFactory
from tests.search.hostile import HOSTILE
from tests.search.services import address

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["embedded", "elasticsearch", "elasticsearch away"])
def backend(request, site) -> Iterator:
    if request.param == "embedded":
        yield get_search_backend("default")
        return
    url = address("elasticsearch") if request.param == "elasticsearch" else "http://127.0.0.1:1"
    made = ElasticsearchBackend({"URLS": [url], "INDEX_PREFIX": "admin_", "TIMEOUT": 20})
    if request.param == "elasticsearch":
        for model in (Page, Topic):
            rebuilder = made.rebuilder_class(made.get_index_for_model(model))
            rebuilder.start().add_model(ContentPage if model is Page else model)
            rebuilder.finish()
    yield made
    if request.param == "elasticsearch":
        for name in made.es.indices.get(index="admin_*"):
            made.es.indices.delete(index=name)


@pytest.fixture
def pages(site, backend) -> dict[str, ContentPage]:
    made = {}
    for slug, title, intro in (
        ("yards", "Благоустройство дворов", ""),
        ("text", "Новость", "Благоустройство дворов обсудили жители."),
        ("draft", "Чёрный ручей", ""),
    ):
        made[slug] = site.home.add_child(instance=ContentPage(slug=slug, title=title, intro=intro, locale=site.ru))
    for page in made.values():
        backend.add(page)
    refresh(backend)
    return made


def refresh(backend) -> None:
    """Let a server that is there show what it was told."""
    if isinstance(backend, ElasticsearchBackend) and not backend.breaker.is_open:
        backend.es.indices.refresh(index="admin_*")


def slugs(results) -> list[str]:
    return [page.slug for page in results]


def test_word_forms_are_found_the_title_first(backend, pages):
    assert slugs(backend.search("благоустройству двора", ContentPage)) == ["yards", "text"]


def test_yo_is_ye(backend, pages):
    assert slugs(backend.search("черный", ContentPage)) == ["draft"]


def test_a_beginning_is_completed_whole_words_in_any_form(backend, pages):
    assert slugs(backend.autocomplete("благоуст", ContentPage)) == ["yards"]
    assert slugs(backend.autocomplete("дворами", ContentPage)) == ["yards"]


def test_queries_of_the_admin(backend, pages):
    assert slugs(backend.search(Phrase("чёрный ручей"), ContentPage)) == ["draft"]
    assert slugs(backend.search(PlainText("ручей новость", operator="or"), ContentPage)) in (
        ["draft", "text"],
        ["text", "draft"],
    )
    assert slugs(backend.search(And([PlainText("двор"), Not(PlainText("житель"))]), ContentPage)) == ["yards"]
    assert len(backend.search(MATCH_ALL, ContentPage)) == 3


def test_the_querysets_conditions_and_order_hold(backend, pages):
    live = ContentPage.objects.filter(pk=pages["text"].pk)
    assert slugs(backend.search("двор", live)) == ["text"]
    ordered = ContentPage.objects.order_by("title")
    assert slugs(backend.search("двор", ordered, order_by_relevance=False)) == ["yards", "text"]


def test_slices_and_counts(backend, pages):
    results = backend.search("двор", ContentPage)
    assert results.count() == 2
    assert slugs(results[1:2]) == ["text"]
    assert results[:1].count() == 1
    assert backend.search("двор", ContentPage, fields=["title"]).count() == 1


def test_facets(backend, pages):
    assert list(backend.search("двор", ContentPage).facet("locale_id").values()) == [2]


def test_deleted_objects_are_forgotten(backend, pages):
    backend.delete(pages["text"])
    refresh(backend)
    assert slugs(backend.search("двор", ContentPage)) == ["yards"]


def test_snippets_are_searched_too(backend):
    topic = TopicFactory(title="Благоустройство")
    backend.add(topic)
    refresh(backend)
    assert list(backend.search("благоустройству", Topic)) == [topic]


def test_hostile_queries_are_harmless(backend, pages):
    for query in HOSTILE:
        list(backend.search(query, ContentPage)[:5])
        list(backend.autocomplete(query, ContentPage)[:5])
        backend.search(query, ContentPage).count()


@pytest.mark.parametrize("backend", ["embedded"], indirect=True)
def test_a_search_costs_few_statements(pages, django_assert_max_num_queries):
    embedded = get_search_backend("default")
    with django_assert_max_num_queries(6):
        list(embedded.search("двор", ContentPage)[:20])
