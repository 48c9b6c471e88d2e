"""Ordinary pages and the site map for people."""

import pytest

from home.library.models import DocumentIndexPage
from home.pages.models import ContentPage, SiteMapPage
from tests.factories.home import ContentPageFactory, DocumentIndexPageFactory

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


def test_a_library_may_stand_below_an_ordinary_page(client, site):
    section = ContentPageFactory(parent=site.home)
    assert DocumentIndexPage in ContentPage.allowed_subpage_models()
    library = DocumentIndexPageFactory(parent=section)
    assert client.get(library.url).status_code == 200
