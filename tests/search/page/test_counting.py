"""What is searched for is counted without a write in the request, and without anything of the reader."""

import pytest
from django.urls import reverse

from search.models import SearchedQuery, Synonyms
from search.page.counting import Counts

pytestmark = pytest.mark.django_db


@pytest.fixture
def slow(settings) -> Counts:
    settings.SEARCH_COUNTS_SECONDS = 3600
    made = Counts()
    yield made
    made._stopping.set()


def test_a_search_writes_nothing_until_its_time(slow, django_assert_num_queries):
    with django_assert_num_queries(0):
        slow.ask("Двор", "ru", 3)
        slow.ask("двор", "ru", 4)
        slow.click("двор", "ru")
    slow.write()
    row = SearchedQuery.objects.get()
    assert (row.text, row.times, row.found, row.clicked) == ("двор", 2, 4, 1)
    slow.ask("двор", "ru", 5)
    slow.write()
    row.refresh_from_db()
    assert (row.times, row.found) == (3, 5)


def test_a_click_on_what_nobody_asked_counts_nothing(slow):
    slow.click("выдумка", "ru")
    slow.write()
    assert not SearchedQuery.objects.exists()


def test_a_flood_of_queries_is_bounded(slow):
    for number in range(5_000):
        slow.ask(str(number), "ru", 0)
    assert len(slow.asked) == 2_000


def test_the_browser_tells_of_a_click_without_a_cookie(client, add_page):
    add_page("Парк")
    client.get("/search/", {"q": "парк"})
    response = client.post(reverse("search:clicked"), {"q": "Парк"})
    assert response.status_code == 204
    assert not response.cookies
    assert SearchedQuery.objects.get().clicked == 1
    assert client.get(reverse("search:clicked")).status_code == 405


def test_editors_see_abandoned_searches_and_mend_them_in_one_click(admin_client):
    SearchedQuery.objects.create(day="2026-01-01", language="ru", text="старое", times=9, found=9)
    for text, times, clicked in (("каток", 5, 0), ("двор", 5, 2)):
        for _time in range(times):
            Counts().ask(text, "ru", 2)
        SearchedQuery.objects.filter(text=text).update(clicked=clicked)
    html = admin_client.get("/admin/reports/searched/", {"fruitless": "2"}).content.decode()
    assert "каток" in html
    assert "двор" not in html.split("каток")[1].split("</table>")[0]
    add = reverse("wagtailsnippets_search_synonyms:add")
    form = admin_client.get(add, {"words": "каток"}).content.decode()
    assert "каток" in form
    promote = admin_client.get(reverse("search_promote_query"), {"query": "каток"}).content.decode()
    assert 'value="каток"' in promote
    assert Synonyms.objects.count() > 200
