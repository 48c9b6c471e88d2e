"""Lists: filters, pages, any query string, constant queries."""

import datetime as dt

import pytest
import time_machine
from django.http import QueryDict

from core.listings import Listing, choice_filter
from tests.factories.core import TopicFactory
from tests.factories.home import (
    DocumentIndexPageFactory,
    DocumentPageFactory,
    EventIndexPageFactory,
    EventPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    moment,
)

NONSENSE = [
    "?page=abc",
    "?page=-1",
    "?page=999999999999999999999999",
    "?page=" + "9" * 5000,
    "?year=99999999",
    "?year=%00",
    "?year=2026%00",
    "?topic=%00%ff",
    "?topic=' OR 1=1 --",
    "?kind[]=x&status=%D0",
    "?month=2026-99&month=%00",
    "?page=%00",
    "?" + "a=1&" * 500,
]


@pytest.mark.parametrize("value", ["", "no such", "\x00", "9" * 6000])
def test_a_choice_that_is_not_offered_is_no_choice(value):
    query = QueryDict(mutable=True)
    query["kind"] = value
    assert choice_filter(query, "kind", "Вид", [("club", "Клуб")]).value == ""


def test_a_chosen_filter_can_be_taken_away_alone():
    query = QueryDict("kind=club&topic=yards&page=3&fbclid=1")
    filters = [
        choice_filter(query, "kind", "Вид", [("club", "Клуб")]),
        choice_filter(query, "topic", "Тема", [("yards", "Дворы")]),
    ]
    listing = Listing([], query, filters=filters)
    assert listing.removable == [("Клуб", "?topic=yards"), ("Дворы", "?kind=club")]
    assert listing.filter_query == "?kind=club&topic=yards"


@pytest.fixture
def sections(site):
    topics = [TopicFactory(), TopicFactory()]
    news, documents = NewsIndexPageFactory(parent=site.home), DocumentIndexPageFactory(parent=site.home)
    events = EventIndexPageFactory(parent=site.home)

    def grow(number: int) -> None:
        for n in range(number):
            for page in (
                NewsPageFactory(parent=news, date=dt.date(2024 + n % 3, 5, 1 + n % 28)),
                DocumentPageFactory(parent=documents),
                EventPageFactory(parent=events, starts_at=moment(2026, 5, 14 + n % 10, 18)),
            ):
                page.topics = topics
                page.save()

    return [news, documents, events], grow


@pytest.mark.django_db
@pytest.mark.parametrize("query", NONSENSE)
def test_any_query_string_is_answered(client, sections, query):
    pages, grow = sections
    grow(1)
    for page in pages:
        assert client.get(page.url + query).status_code == 200
    assert client.get(f"{pages[2].url}month/{query}").status_code == 200
    assert client.get(f"{pages[2].url}past/{query}").status_code == 200
    assert client.get(f"{pages[2].url}events.ics{query}").status_code == 200


@pytest.mark.django_db
def test_lists_ask_few_queries_however_long_they_are(client, sections, django_assert_max_num_queries):
    pages, grow = sections
    addresses = [page.url for page in pages] + [f"{pages[2].url}{part}" for part in ("month/", "past/", "feed.atom")]
    for number in (2, 25):
        grow(number)
        with time_machine.travel(moment(2026, 5, 14, 12), tick=False):
            for address in addresses:
                client.get(address)
                with django_assert_max_num_queries(12):
                    assert client.get(address).status_code == 200


@pytest.mark.django_db
def test_news_by_year_and_topic(client, site):
    index = NewsIndexPageFactory(parent=site.home)
    topic = TopicFactory(title="Дворы", slug="yards")
    old = NewsPageFactory(parent=index, title="Старая", date=dt.date(2024, 5, 1))
    old.topics = [topic]
    old.save()
    NewsPageFactory(parent=index, title="Свежая", date=dt.date(2026, 5, 1))

    def titles(query):
        return [page.title for page in client.get(index.url + query).context["listing"].entries]

    assert titles("") == ["Свежая", "Старая"]
    assert titles("?year=2024") == ["Старая"]
    assert titles("?topic=yards") == ["Старая"]
    assert titles("?topic=yards&year=2026") == []


@pytest.mark.django_db
def test_private_and_unpublished_pages_are_not_listed(client, site):
    from wagtail.models import PageViewRestriction

    index = NewsIndexPageFactory(parent=site.home)
    hidden = NewsPageFactory(parent=index, title="Закрытая новость")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    NewsPageFactory(parent=index, title="Черновик новости", live=False)
    NewsPageFactory(parent=index, title="Видная новость")
    for address in (index.url, f"{index.url}feed.atom", "/sitemap-1.xml"):
        content = client.get(address).content.decode()
        assert "Закрытая" not in content
        assert hidden.slug not in content
        assert "Черновик" not in content
