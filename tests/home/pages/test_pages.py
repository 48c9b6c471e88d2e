"""Ordinary pages, news, documents: what a reader sees, what an editor is told."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from home.library.models import DocumentPage
from home.pages.models import SiteMapPage
from tests.factories.core import TopicFactory
from tests.factories.home import (
    ContentPageFactory,
    DocumentIndexPageFactory,
    DocumentPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
)

pytestmark = pytest.mark.django_db


def test_a_section_is_navigated_from_each_of_its_pages(client, site):
    section = ContentPageFactory(parent=site.home, title="О форуме")
    first, second = ContentPageFactory(parent=section), ContentPageFactory(parent=section)
    alone = ContentPageFactory(parent=site.home)
    assert section.section == section
    assert first.section.pk == section.pk
    assert [page.pk for page in first.section_pages] == [first.pk, second.pk]
    assert alone.section is None
    assert second.title in client.get(first.url).content.decode()


def test_news_on_the_same_topic_are_offered(client, site):
    index = NewsIndexPageFactory(parent=site.home)
    topic = TopicFactory()
    pages = [NewsPageFactory(parent=index, title=f"Дворы-{n}") for n in range(2)]
    other = NewsPageFactory(parent=index, title="Нечто-иное")
    for page in pages:
        page.topics = [topic]
        page.save()
    content = client.get(pages[0].url).content.decode()
    assert "Дворы-1" in content
    assert other.title not in content


def test_news_are_described_to_machines(client, site):
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=site.home))
    data = client.get(news.url).context["structured_data"]
    assert data["@type"] == "NewsArticle"
    assert data["datePublished"].startswith("2026-05-14T")


def test_documents_by_kind_status_and_year(client, site):
    index = DocumentIndexPageFactory(parent=site.home)
    old = DocumentPageFactory(
        parent=index, title="Старое", kind="decision", status="repealed", adopted_on=dt.date(2020, 1, 1)
    )
    DocumentPageFactory(parent=index, title="Новое", repealed_by=None)

    def titles(query):
        return [page.title for page in client.get(index.url + query).context["listing"].entries]

    assert titles("") == ["Новое", "Старое"]
    assert titles("?kind=decision") == titles("?status=repealed") == titles("?year=2020") == [old.title]
    assert titles("?status=draft") == []


def test_a_repealed_document_says_so_and_names_what_stands_instead(client, site):
    index = DocumentIndexPageFactory(parent=site.home)
    new = DocumentPageFactory(parent=index, title="Новый порядок")
    old = DocumentPageFactory(
        parent=index, title="Старый порядок", status="repealed", repealed_by=new, repealed_on=dt.date(2026, 3, 2)
    )
    assert "Новый порядок" in client.get(old.url).content.decode()
    assert "Старый порядок" in client.get(new.url).content.decode()


def test_a_document_is_offered_to_search_by_its_requisites(site):
    document = DocumentPageFactory(parent=DocumentIndexPageFactory(parent=site.home), number="1017-п")
    (offer,) = document.get_search_offers()
    assert (offer.kind, offer.year) == ("document", 2026)
    assert "1017-п" in offer.text


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"adopted_on": None}, "adopted_on"),
        ({"adopted_on": dt.date(1026, 3, 2)}, "adopted_on"),
        ({"repealed_on": dt.date(2026, 3, 3)}, "status"),
        ({"status": "repealed", "repealed_on": dt.date(2020, 1, 1)}, "repealed_on"),
    ],
)
def test_requisites_that_contradict_each_other_are_refused(fields, name):
    document = DocumentPage(title="О порядке", slug="rules", **{"adopted_on": dt.date(2026, 3, 2), **fields})
    with pytest.raises(ValidationError) as refused:
        document.clean()
    assert list(refused.value.message_dict) == [name]


def test_the_site_map_shows_sections_and_some_of_their_pages(client, site, django_assert_max_num_queries):
    section = ContentPageFactory(parent=site.home, title="Раздел")
    pages = [ContentPageFactory(parent=section, title=f"Глава-{n}-") for n in range(15)]
    page = SiteMapPage(title="Карта сайта", slug="sitemap")
    site.home.add_child(instance=page)
    client.get(page.url)
    with django_assert_max_num_queries(12):
        content = client.get(page.url).content.decode()
    assert section.title in content
    assert pages[11].title in content
    assert pages[12].title not in content
