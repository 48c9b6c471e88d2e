"""The public pages: what they show, what they cost, what they answer to nonsense."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from core.models import SiteDocument
from forums.resolutions.models import Recommendation
from tests.factories.forums import (
    AddresseeFactory,
    ForumIndexPageFactory,
    ForumPageFactory,
    TopicFactory,
    resolution_with,
    section_with,
)
from tests.markup import one_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    return ForumIndexPageFactory()


@pytest.fixture
def resolution(archive):
    forum = ForumPageFactory(parent=archive, title="II форум", number=2, theme="Источники и ресурсы")
    council, business = (
        AddresseeFactory(title="Администрация", slug="council"),
        AddresseeFactory(title="Бизнес", slug="business"),
    )
    yards, work = TopicFactory(title="Дворы", slug="yards"), TopicFactory(title="Работа", slug="work")
    return resolution_with(
        [
            section_with(
                [Recommendation(text="Озеленить дворы", topics=[yards]), "Открыть приёмную"],
                lead_in="Участники рекомендуют:",
                addressee=council,
                addressee_text="Администрации города:",
            ),
            section_with([Recommendation(text="Проводить ярмарки", topics=[work])], addressee=business),
        ],
        parent=forum,
        title="Резолюция II форума",
        preamble="<p>Мы, участники.</p>",
        closing="<p>Оргкомитет</p>",
    )


def read(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode().replace("\xa0", " ")


def test_the_archive_puts_the_coming_forum_on_top(client, archive):
    today = dt.date.today()  # noqa: DTZ011
    for name, days in (("Давний", -700), ("Недавний", -30), ("Будущий", 60)):
        ForumPageFactory(parent=archive, title=name, starts_on=today + dt.timedelta(days=days))
    html = read(client, archive.url)
    assert html.index("Будущий") < html.index("Недавний") < html.index("Давний")


def test_an_empty_archive_says_so(client, archive):
    assert "empty__title" in read(client, archive.url)


def test_the_archive_costs_the_same_however_long(client, archive, as_served, django_assert_max_num_queries):
    for number in range(1, 12):
        resolution_with([section_with(["Пункт"])], parent=ForumPageFactory(parent=archive, number=number))
    client.get(archive.url)
    with django_assert_max_num_queries(12):  # two of them ask what came of the recommendations
        client.get(archive.url)


def test_the_resolution_shows_its_parts_in_the_order_of_the_paper(client, resolution):
    html = read(client, resolution.url)
    parts = ["Мы, участники", "Участники рекомендуют:", "Администрации города", "Озеленить дворы", "Оргкомитет"]
    places = [html.index(part, html.index('id="text"')) for part in parts]
    assert places == sorted(places)
    assert 'id="1-1"' in html
    assert f'href="{resolution.url}1-1/"' in html


def test_the_original_is_offered_and_described(client, resolution):
    document = SiteDocument(title="Оригинал")
    document.file.save("resolution.docx", ContentFile(b"x" * 2000))
    resolution.original = document
    resolution.save_revision().publish()
    html = read(client, resolution.url)
    assert f'href="{document.url}"' in html
    assert f'"contentUrl": "http://localhost{document.url}"' in html


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("?to=business", "Проводить ярмарки", "Озеленить"),
        ("?topic=yards", "Озеленить", "Проводить ярмарки"),
        ("?to=council&topic=yards", "Озеленить", "Открыть"),
    ],
)
def test_filters(client, resolution, query, shown, hidden):
    html = read(client, resolution.url + query)
    assert shown in html
    assert hidden not in html


def test_filters_that_exclude_each_other_leave_the_page_readable(client, resolution):
    assert "reading__shown" in read(client, resolution.url + "?to=business&topic=yards")


@pytest.mark.parametrize("query", ["?to=", "?to=nobody", "?topic=%00", "?to[]=x&to=%FF", "?page=abc", "?" + "x" * 3000])
def test_nonsense_in_the_query_shows_the_whole_text(client, resolution, query):
    html = read(client, resolution.url + query)
    assert "Озеленить" in html
    assert "Проводить ярмарки" in html


@pytest.mark.parametrize("size", [20, 200])
def test_a_long_resolution_costs_no_more_than_a_short_one(
    client, archive, size, as_served, django_assert_max_num_queries
):
    topic = TopicFactory()
    sections = [
        section_with(
            [Recommendation(text=f"Пункт {n}", topics=[topic], sort_order=n) for n in range(size // 4)],
            addressee=AddresseeFactory(),
        )
        for _ in range(4)
    ]
    page = resolution_with(sections, parent=ForumPageFactory(parent=archive))
    client.get(page.url)
    with django_assert_max_num_queries(15):
        client.get(page.url)


def test_a_recommendation_has_a_page(client, resolution):
    html = one_line(read(client, resolution.url + "1-2/"))
    assert "<title>Рекомендация 1.2. Открыть приёмную" in html
    assert f'<link rel="canonical" href="http://testserver{resolution.url}1-2/">' in html
    assert 'property="og:title" content="Рекомендация 1.2' in html
    assert f'href="{resolution.url}1-1/"' in html
    assert f'href="{resolution.url}2-1/"' in html
    assert "application/ld+json" in html


@pytest.mark.parametrize("tail", ["9-9/", "1-3/", "1.1/", "1-1/x/", "section/", "%00/", "ё/"])
def test_a_wrong_number_is_not_found(client, resolution, tail):
    assert client.get(resolution.url + tail).status_code == 404


def test_a_recommendation_costs_the_same_in_a_long_resolution(
    client, archive, as_served, django_assert_max_num_queries
):
    page = resolution_with([section_with([f"Пункт {n}" for n in range(100)])], parent=ForumPageFactory(parent=archive))
    client.get(page.url + "1-50/")
    with django_assert_max_num_queries(24):
        client.get(page.url + "1-50/")


def test_repetition_is_shown_on_both_sides(client, archive, resolution):
    earlier = resolution.recommendations[0]
    later = resolution_with(
        [section_with([Recommendation(text="Снова озеленить", repeats=earlier.translation_key)])],
        parent=ForumPageFactory(parent=archive, number=3, title="III форум"),
    )
    assert "II форум, 1.1" in read(client, later.url + "1-1/")
    assert "III форум, 1.1" in read(client, resolution.url + "1-1/")


def test_pages_that_are_read_set_no_cookie(client, resolution):
    for url in (resolution.url, resolution.url + "1-1/", resolution.get_parent().url):
        response = client.get(url)
        assert not response.cookies


def test_the_resolution_is_offered_to_search_item_by_item(resolution):
    offers = resolution.get_search_offers()
    assert [offer.kind for offer in offers] == ["resolution", *["recommendation"] * 3]
    first = offers[1]
    assert (first.path, first.context, first.year) == ("1-1/", "Резолюция II форума", 2017)
    assert [title for _key, title in first.addressees] == ["Администрация"]
    assert [title for _key, title in first.topics] == ["Дворы"]
    assert first.key == str(resolution.recommendations[0].translation_key)


def test_the_sitemap_names_every_recommendation(resolution):
    places = [entry["location"] for entry in resolution.get_sitemap_urls()]
    assert len(places) == 4
    assert places[1].endswith("/1-1/")


def test_the_edit_form_of_a_long_resolution_opens(admin_client, archive):
    page = resolution_with([section_with([f"Пункт {n}" for n in range(40)])], parent=ForumPageFactory(parent=archive))
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
