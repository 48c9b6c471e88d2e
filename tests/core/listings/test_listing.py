"""Pages of a list."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from core.listings import BoundFilter, Listing
from core.models import Topic
from tests.factories.core import TopicFactory


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 1),
        ("page=2", 2),
        ("page=abc", 1),
        ("page=-1", 3),
        ("page=" + "9" * 5000, 1),
        ("page=999", 3),
        ("page=%00", 1),
    ],
)
def test_the_nearest_page_is_shown(query, number):
    listing = Listing(list(range(50)), QueryDict(query), per_page=20)
    assert listing.entries.number == number


def test_a_list_shows_its_filters():
    filters = [BoundFilter("kind", "Вид", [("club", "Клуб"), ("fair", "Ярмарка")], "club")]
    listing = Listing([], QueryDict("kind=club&page=3&fbclid=1"), filters=filters)
    assert listing.is_filtered
    assert listing.filter_query == "?kind=club"
    assert listing.removable == [("Клуб", "?")]
    assert [name for name, *_rest in listing.fields] == ["kind"]


@pytest.mark.django_db
def test_the_database_sorts_keys_and_reads_one_page_whole(site):
    for number in range(5):
        TopicFactory(title=f"Тема {number}")
    topics = Topic.objects.order_by("-title")
    listing = Listing(topics, QueryDict("page=2"), per_page=2, load=lambda rows: rows.select_related("locale"))
    with CaptureQueriesContext(connection) as asked:
        assert [topic.title for topic in listing.entries] == ["Тема 2", "Тема 1"]
        assert [topic.locale.language_code for topic in listing.entries] == ["ru", "ru"]
    count, rows = (query["sql"] for query in asked.captured_queries)
    assert "COUNT" in count
    assert "IN (SELECT" in rows
    assert "INNER JOIN" in rows


@pytest.mark.django_db
def test_a_known_total_spares_the_counting(site, django_assert_num_queries):
    TopicFactory()
    with django_assert_num_queries(1):
        assert len(Listing(Topic.objects.order_by("pk"), QueryDict(), total=1).entries) == 1
