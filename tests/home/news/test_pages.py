"""News: what a reader sees, their list, their feed."""

import datetime as dt
import xml.etree.ElementTree as ET

import pytest
from wagtail.models import PageViewRestriction

from tests.factories.core import TopicFactory
from tests.factories.home import NewsIndexPageFactory, NewsPageFactory

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


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


def test_private_and_unpublished_pages_are_not_listed(client, site):
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


def test_the_news_feed_is_atom(client, site):
    index = NewsIndexPageFactory(parent=site.home, intro="Всё важное")
    news = NewsPageFactory(parent=index, title="Двор & сквер", summary="Что сделано <сегодня>")
    response = client.get(f"{index.url}feed.atom")
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ET.fromstring(response.content)  # noqa: S314
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author", "link"):
        assert feed.find(f"{ATOM}{name}") is not None, name
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"
    (entry,) = feed.iter(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "Двор & сквер"
    assert entry.find(f"{ATOM}id").text.startswith("urn:uuid:")
    assert entry.find(f"{ATOM}link").get("href") == news.full_url
    assert entry.find(f"{ATOM}published").text.startswith("2026-05-14T")


def test_an_empty_feed_is_still_a_feed(client, site):
    index = NewsIndexPageFactory(parent=site.home)
    assert ET.fromstring(client.get(f"{index.url}feed.atom").content).tag == f"{ATOM}feed"  # noqa: S314
