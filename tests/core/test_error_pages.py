"""Pages for when something is missing or broken."""

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from wagtail.models import Page, PageViewRestriction

from core.not_found import split_language, suggestions
from home.front.models import HomePage
from tests.factories.core import publish_translation
from tests.markup import one_line


@pytest.fixture
def section(site):
    return site.home.add_child(instance=HomePage(title="Новости города", slug="news", locale=site.ru))


def test_missing_page_offers_the_sections_and_the_nearest_page(client, site, section):
    Page.objects.filter(pk=section.pk).update(show_in_menus=True)
    response = client.get("/news/2015/no-such/")
    markup = response.content.decode()
    assert response.status_code == 404
    assert "Такой страницы нет" in markup
    assert 'href="/news/"' in markup
    assert not response.cookies


def test_missing_translation_offers_the_other_language(client, site, section):
    response = client.get("/en/news/")
    assert response.status_code == 404
    assert 'href="/news/" lang="ru"' in one_line(response.content.decode())


def test_unpublished_translation_offers_the_live_original(client, site, section):
    translation = publish_translation(section, site.en, title="City news", slug="city-news")
    translation.unpublish()
    assert 'href="/news/" lang="ru"' in one_line(client.get("/en/city-news/").content.decode())


def test_private_pages_are_not_offered(client, site, section):
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    assert "Новости города" not in client.get("/en/news/").content.decode()
    assert "Новости города" not in client.get("/news/nothing/").content.decode()


@pytest.mark.parametrize(
    "path", ["/" + "a/" * 200, "/%00/", "/en/", "//", "/%D1%84%D0%BE%D1%80%D1%83%D0%BC/", "/.env", "/wp-login.php"]
)
def test_no_address_breaks_the_page(client, site, path):
    assert client.get(path).status_code in {200, 301, 302, 404}


@pytest.mark.parametrize(
    ("path", "parts"), [("/en/news/", ("en", "news/")), ("/news/", ("ru", "news/")), ("/english/", ("ru", "english/"))]
)
def test_split_language(path, parts):
    assert split_language(path) == parts


@pytest.mark.django_db
def test_suggestions_are_few_queries(site, section, django_assert_max_num_queries):
    roots = {"ru": site.home.url_path, "en": site.home_en.url_path}
    with django_assert_max_num_queries(4):
        found = suggestions("/en/news/a/b/c/d/", roots)
    assert found.translations == []
    assert suggestions("/en/news/", roots).translations == [Page.objects.get(pk=section.pk)]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("template", ["500.html", "400.html", "403_csrf.html"])
def test_pages_of_trouble_ask_nothing(template, language):
    """Without the ``db`` fixture any query fails the test."""
    with override(language):
        markup = render_to_string(template)
    assert f'lang="{language}"' in markup
    assert "/plain.css" in markup
    assert "<h1>" in markup


def test_csrf_failure_is_explained(site):
    from django.test import Client

    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert response.status_code == 403
    assert "Форма устарела" in response.content.decode()


@pytest.mark.parametrize(
    "name", ["favicon.ico", "favicon.svg", "site.webmanifest", "apple-touch-icon.png", "plain.css"]
)
def test_what_browsers_ask_for_is_there(settings, name):
    assert (settings.WHITENOISE_ROOT / name).stat().st_size > 100
