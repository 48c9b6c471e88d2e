"""What the resident sees: the page, its links, its states; and what it must not do."""

import json
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import PageViewRestriction

from core.middleware import LongAddressMiddleware
from search.models import SearchedQuery
from tests.search.hostile import HOSTILE

pytestmark = pytest.mark.django_db
SCRIPT = Path(__file__).parents[3] / "site" / "static" / "js" / "typeahead.js"


def get(client, query: str, **more):
    return client.get("/search/", {"q": query, **more})


def test_addresses(site):
    with translation.override("ru"):
        assert reverse("search:results") == "/search/"
    with translation.override("en"):
        assert reverse("search:results") == "/en/search/"


def test_hits_have_title_text_and_place(client, add_page):
    parent = add_page("Городские парки", slug="parks")
    add_page("Парк у реки", parent=parent, slug="river", body="Здесь посадили рябины.")
    html = get(client, "рябина").content.decode()
    assert 'href="/parks/river/"' in html
    assert "посадили <mark>рябины</mark>" in html
    assert "Городские парки" in html
    assert "Найден 1 результат" in html.replace("\xa0", " ")
    assert 'value="рябина"' in html


def test_no_cookie_no_token(client, add_page):
    add_page("Парк")
    response = get(client, "парк")
    assert not response.cookies
    assert "csrf" not in response.content.decode().lower()


def test_nothing_found_says_what_to_try(client, site):
    html = get(client, "кварк").content.decode()
    assert "Ничего не нашлось" in html
    assert "Что можно попробовать" in html


def test_a_correction_is_announced(client, add_page):
    add_page("Резолюция форума", slug="rez")
    html = get(client, "резалюция").content.decode()
    assert "Возможно, вы искали" in html
    assert 'href="/rez/"' in html


def test_facets_are_links_that_add_and_remove(client, add_page):
    add_page("Парк один", first_published_at="2024-05-01T10:00:00Z")
    add_page("Парк два", first_published_at="2025-05-01T10:00:00Z")
    both = get(client, "парк").content.decode()
    assert "year=2024" in both
    one = get(client, "парк", year="2024").content.decode()
    assert "Парк</mark> один" in one
    assert "Парк</mark> два" not in one
    assert "Убрать фильтр" in one


def test_other_languages_have_their_own_page(client, site, add_page):
    add_page("Public council", parent=site.home_en, slug="council")
    html = client.get("/en/search/", {"q": "councils"}).content.decode()
    assert 'href="/en/council/"' in html
    assert '<html lang="en"' in html


def test_promoted_results_stand_above_in_any_word_form(client, add_page, commits):
    page = add_page("Программа дворов", slug="program")
    SearchPromotion.objects.create(query=Query.get("благоустройство дворов"), page=page, description="Всё о дворах")
    assert "Рекомендуем" in get(client, "двор благоустройства").content.decode()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "Рекомендуем" not in get(client, "двор благоустройства").content.decode()


def test_queries_are_counted_without_who_asked(client, add_page):
    add_page("Парк")
    get(client, "Парк")
    get(client, "парк")
    get(client, "кварк")
    get(client, "парк", page="2")
    counted = {row.text: (row.times, row.found) for row in SearchedQuery.objects.all()}
    assert counted == {"парк": (2, 1), "кварк": (1, 0)}


def test_the_report_shows_popular_and_fruitless_queries(admin_client, client, add_page):
    get(client, "кварк")
    html = admin_client.get(reverse("search_queries_report"), {"fruitless": "1"}).content.decode()
    assert "кварк" in html
    assert admin_client.get(reverse("search_queries_report"), {"export": "csv"}).status_code == 200


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_breaks_the_page(client, site, query):
    responses = get(client, query, kind=query, page=query, sort=query), client.get("/search/suggest/", {"q": query})
    for response in responses:
        asked = response.wsgi_request
        too_long = len(asked.META["QUERY_STRING"]) + len(asked.path) > LongAddressMiddleware.LONGEST
        assert response.status_code == (414 if too_long else 200)


def test_suggestions_are_json(client, add_page):
    add_page("Благоустройство дворов", slug="yards")
    answer = json.loads(client.get("/search/suggest/", {"q": "благо"}).content)
    assert answer["items"] == [{"title": "Благоустройство дворов", "kind": "Страница", "url": "/yards/"}]
    assert answer["status"] == "1 подсказка"


def test_browsers_may_search_the_site(client, site):
    response = client.get("/search/opensearch.xml")
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    assert "http://testserver/search/?q={searchTerms}" in response.content.decode()


def test_the_script_is_small():
    assert SCRIPT.stat().st_size < 5_000


def test_a_page_of_results_costs_few_statements(client, add_page, django_assert_max_num_queries):
    for number in range(25):
        add_page(f"Парк номер {number}", slug=f"park-{number}")
    get(client, "парк")
    with django_assert_max_num_queries(30):
        get(client, "парк")
