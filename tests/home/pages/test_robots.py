"""Site maps and robots.txt."""

import xml.etree.ElementTree as ET

import pytest
from wagtail.models import PageViewRestriction

from home.pages import sitemaps
from tests.factories.core import publish_translation
from tests.factories.home import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory

pytestmark = pytest.mark.django_db

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def locations(response) -> list[str]:
    return [element.text for element in ET.fromstring(response.content).iter(f"{SITEMAP}loc")]  # noqa: S314


def test_robots_name_the_map(client, site):
    content = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in content
    assert "Disallow: /admin/" in content


def test_the_map_comes_in_parts(client, site, monkeypatch):
    monkeypatch.setattr(sitemaps, "PER_PART", 3)
    pages = [ContentPageFactory(parent=site.home) for _number in range(5)]
    parts = locations(client.get("/sitemap.xml"))
    assert len(parts) == 3  # two front pages and five others
    found = [url for part in parts for url in locations(client.get(part.removeprefix("http://testserver")))]
    assert len(found) == len(set(found)) == 7
    assert {page.full_url for page in pages} < set(found)


@pytest.mark.parametrize("number", ["0", "2", "999999999999999999999"])
def test_a_part_that_is_not_there(client, site, number):
    assert client.get(f"/sitemap-{number}.xml").status_code == 404


def test_private_pages_and_what_is_below_them_are_not_on_the_map(client, site):
    hidden = ContentPageFactory(parent=site.home)
    below = ContentPageFactory(parent=hidden)
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    draft = ContentPageFactory(parent=site.home, live=False)
    found = locations(client.get("/sitemap-1.xml"))
    assert not {hidden.full_url, below.full_url, draft.full_url} & set(found)


def test_languages_of_a_page_are_named(client, site):
    page = ContentPageFactory(parent=site.home)
    english = publish_translation(page, site.en, title="Page")
    tree = ET.fromstring(client.get("/sitemap-1.xml").content)  # noqa: S314
    (entry,) = [url for url in tree if url.find(f"{SITEMAP}loc").text == page.full_url]
    links = {link.get("hreflang"): link.get("href") for link in entry.iter(f"{XHTML}link")}
    assert links == {"ru": page.full_url, "en": english.full_url}


def test_a_part_asks_few_queries(client, site, django_assert_max_num_queries):
    index = NewsIndexPageFactory(parent=site.home)
    for number in (1, 30):
        for _page in range(number):
            NewsPageFactory(parent=index)
            ContentPageFactory(parent=site.home)
        client.get("/sitemap-1.xml")
        with django_assert_max_num_queries(10):
            client.get("/sitemap-1.xml")
        with django_assert_max_num_queries(3):
            client.get("/sitemap.xml")
