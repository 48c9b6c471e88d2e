"""Lists of all rooms: any query string is answered, the number of queries does not grow."""

import datetime as dt

import pytest
import time_machine

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

pytestmark = pytest.mark.django_db

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


@pytest.mark.parametrize("query", NONSENSE)
def test_any_query_string_is_answered(client, sections, query):
    pages, grow = sections
    grow(1)
    for page in pages:
        assert client.get(page.url + query).status_code == 200
    assert client.get(f"{pages[2].url}month/{query}").status_code == 200
    assert client.get(f"{pages[2].url}past/{query}").status_code == 200
    assert client.get(f"{pages[2].url}events.ics{query}").status_code == 200


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
