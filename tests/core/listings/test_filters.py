"""Filters of lists in the database: what they offer, how they narrow, what they ask."""

import datetime as dt

import pytest
from django.http import QueryDict

from core.listings import ChoiceFilter, ListFilterSet, TermFilter, ValueFilter, YearFilter, about
from core.models import Organisation, Topic
from home.library.models import DocumentPage
from tests.factories.core import OrganisationFactory, TopicFactory
from tests.factories.home import DocumentIndexPageFactory, DocumentPageFactory

pytestmark = pytest.mark.django_db

RESOLUTION, DECISION = list(DocumentPage.Kind.values)[:2]


class Filters(ListFilterSet):
    """One filter of every kind."""

    kind = ChoiceFilter(label="Kind", only_occurring=True)
    status = ChoiceFilter(label="Status", empty_label="Any status")
    year = YearFilter("adopted_on", label="Year")
    topic = TermFilter(Topic, "topics", label="Topic")
    body = TermFilter(Organisation, "issued_by", label="Body")
    number = ValueFilter(label="Number")


@pytest.fixture
def documents(site):
    """Two documents; terms that none of them has, and terms of another language."""
    index = DocumentIndexPageFactory(parent=site.home)
    old = DocumentPageFactory(
        parent=index,
        title="Старый",
        kind=DECISION,
        adopted_on=dt.date(2024, 12, 31),
        number="б-2",
        issued_by=OrganisationFactory(title="Дума", slug="duma"),
    )
    new = DocumentPageFactory(
        parent=index, title="Новый", kind=RESOLUTION, adopted_on=dt.date(2026, 1, 1), number="", issued_by=None
    )
    old.topics = [TopicFactory(title="ярмарки", slug="fairs"), TopicFactory(title="Дворы", slug="yards")]
    new.topics = [Topic.objects.get(slug="yards")]
    for page in (old, new):
        page.save()
    TopicFactory(title="Незанятая", slug="unused")
    return DocumentPage.objects.order_by("title")


def ask(documents, query="", *, locale_id=None, **options):
    return Filters(QueryDict(query), documents, locale_id=locale_id or documents.first().locale_id, **options)


def titles(documents, query):
    return [page.title for page in ask(documents, query).qs]


def values(filterset, name):
    return [value for value, _label in filterset.bound[name].choices]


def test_only_what_occurs_is_offered(documents):
    asked = ask(documents)
    kinds = [kind for kind in DocumentPage.Kind.values if kind in (DECISION, RESOLUTION)]
    assert values(asked, "kind") == kinds
    assert values(asked, "year") == ["2026", "2024"]
    assert asked.bound["topic"].choices == [("yards", "Дворы"), ("fairs", "ярмарки")]
    assert asked.bound["body"].choices == [("duma", "Дума")]
    assert values(asked, "number") == ["б-2"]


def test_fixed_choices_are_those_of_the_model(documents):
    assert values(ask(documents), "status") == DocumentPage.Status.values
    assert ask(documents).bound["status"].everything == "Any status"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Новый", "Старый"]),
        (f"kind={DECISION}", ["Старый"]),
        ("year=2026", ["Новый"]),
        ("topic=yards", ["Новый", "Старый"]),
        ("topic=fairs", ["Старый"]),
        ("body=duma", ["Старый"]),
        ("number=б-2", ["Старый"]),
        ("topic=fairs&year=2026", []),
    ],
)
def test_choices_narrow(documents, query, expected):
    assert titles(documents, query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "year=1999",
        "year=x",
        "topic=unused",
        "topic=%00",
        "kind=null",
        "status=" + "9" * 6000,
        "body=&number=%D0",
        "a=1",
    ],
)
def test_a_value_that_is_not_offered_is_no_choice(documents, query):
    asked = ask(documents, query)
    assert len(asked.qs) == 2
    assert not asked.bound.is_filtered
    assert set(asked.chosen.values()) == {""}


def test_terms_are_offered_and_found_in_the_language_of_the_list(documents, site):
    russian = Topic.objects.get(slug="yards")
    english = russian.copy_for_translation(site.en)
    english.title = "Yards"
    english.save()
    assert ask(documents, locale_id=site.en.pk).bound["topic"].choices == []
    # Saving the page would put its own language's term in place of this one.
    DocumentPage.topics.through.objects.create(documentpage=documents.get(title="Новый"), topic=english)
    asked = ask(documents, "topic=yards", locale_id=site.en.pk)
    assert asked.bound["topic"].choices == [("yards", "Yards")]
    assert [page.title for page in asked.qs] == ["Новый"]


def test_about_finds_a_topic_in_every_language_and_all_without_one(documents, site):
    russian = Topic.objects.get(slug="fairs")
    english = russian.copy_for_translation(site.en)
    english.save()
    assert [page.title for page in about(documents, english)] == ["Старый"]
    assert [page.title for page in about(documents, None)] == ["Новый", "Старый"]


def test_everything_that_is_offered_is_found_in_one_query(documents, django_assert_num_queries):
    locale_id = documents.first().locale_id
    with django_assert_num_queries(1):
        list(ask(documents, "topic=yards", locale_id=locale_id).bound)
    with django_assert_num_queries(2):
        list(ask(documents, "topic=yards&year=2026", locale_id=locale_id).qs)


def test_known_offers_are_not_asked_for(documents, django_assert_num_queries):
    class Years(ListFilterSet):
        year = YearFilter("adopted_on", label="Year")

    with django_assert_num_queries(0):
        asked = Years(QueryDict("year=2024"), documents, locale_id=0, offers={"year": [(2026, "2026"), (2024, "2024")]})
        assert asked.chosen == {"year": "2024"}
    assert [page.title for page in asked.qs] == ["Старый"]


def test_two_requests_share_nothing(documents):
    ask(documents, offers={"topic": [("own", "Own")]})
    assert values(ask(documents), "topic") == ["yards", "fairs"]
