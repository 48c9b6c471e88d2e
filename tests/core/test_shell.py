"""Header, menu, languages, head: what stands around every page."""

import json
import re

import pytest
from django.test import RequestFactory
from django.utils.translation import override
from wagtail.models import Page

from core.shell import Shell
from home.front.models import HomePage

pytestmark = pytest.mark.django_db


def add_section(site, title: str, slug: str, **fields) -> Page:
    return site.home.add_child(instance=HomePage(title=title, slug=slug, locale=site.ru, **fields))


def shell_at(path: str, page=None, language: str = "ru") -> Shell:
    request = RequestFactory().get(path, HTTP_HOST="localhost")
    request.resolver_match = None
    return Shell(request, page)


def test_menu_holds_the_live_pages_that_editors_put_there(site):
    add_section(site, "Новости", "news", show_in_menus=True)
    add_section(site, "Черновик", "draft", show_in_menus=True, live=False)
    add_section(site, "Тайное", "quiet")
    add_section(site, "Доступность", "accessibility")
    shell = shell_at("/news/2026/")
    with override("ru"):
        assert [(item.title, item.url, item.current) for item in shell.menu] == [("Новости", "/news/", "true")]
        assert [item.title for item in shell.service_pages] == ["Доступность"]


def test_menu_is_of_the_pages_language(site):
    add_section(site, "Новости", "news", show_in_menus=True)
    with override("en"):
        assert shell_at("/en/").menu == []


def test_switch_leads_to_the_same_page_or_says_that_there_is_none(site):
    section = add_section(site, "Новости", "news")
    with override("ru"):
        home = {link.code: link.url for link in shell_at("/", site.home).languages}
        only_russian = {link.code: link.url for link in shell_at("/news/", section).languages}
    assert home == {"ru": "/", "en": "/en/"}
    assert only_russian == {"ru": "/news/", "en": ""}


def test_hreflang_names_every_version_and_a_default(site):
    with override("ru"):
        assert dict(shell_at("/", site.home).hreflang) == {
            "ru": "http://localhost/",
            "en": "http://localhost/en/",
            "x-default": "http://localhost/",
        }


def test_canonical_keeps_the_page_number_alone(site):
    assert shell_at("/news/?page=3&utm_source=x").canonical == "http://localhost/news/?page=3"
    assert shell_at("/news/?page=1").canonical == "http://localhost/news/"
    assert shell_at("/news/?page=<x>").canonical == "http://localhost/news/"


def test_shell_asks_few_questions_however_many_sections(site, django_assert_max_num_queries):
    for number in range(12):
        add_section(site, f"Раздел {number}", f"s{number}", show_in_menus=True)
    shell = shell_at("/")
    with override("ru"), django_assert_max_num_queries(6):
        assert len(shell.menu) == 12
        assert shell.settings.display_title
        assert shell.service_pages == []


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_a_page_is_whole(client, site, path):
    response = client.get(path)
    assert response.status_code == 200
    markup = response.content.decode()
    assert f'<html lang="{"en" if "en" in path else "ru"}">' in markup
    assert markup.count("<h1") == 1
    assert markup.count('<main id="main"') == 1
    assert 'hreflang="x-default"' in markup
    assert "Новодумск" in markup or "Novodumsk" in markup
    assert re.search(r'href="tel:\+73510012345"', markup)
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', markup, re.S)[1])
    assert data["@context"] == "https://schema.org"


def test_a_page_that_is_read_is_fit_for_a_shared_cache(client, site):
    response = client.get("/")
    assert not response.cookies
    vary = {name.strip().lower() for name in response.get("Vary", "").split(",")}
    assert "accept-language" not in vary
    assert b"csrfmiddlewaretoken" not in response.content


def test_the_policy_allows_nothing_inline(client, site):
    response = client.get("/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy
    markup = response.content.decode()
    assert not re.search(r"<style|\sstyle=|\son\w+=", markup)
    assert not re.search(r"<script(?![^>]*(src=|ld\+json))", markup)


def test_the_admin_has_a_policy_too(client, site):
    policy = client.get("/admin/login/")["Content-Security-Policy"]
    assert "script-src" in policy
    assert "unsafe-inline" not in re.search(r"script-src[^;]*", policy)[0]


def test_no_address_of_a_foreign_host_is_loaded(client, site):
    loaded = re.findall(
        r'<(?:script|link|img|source)[^>]+(?:src|href|srcset)="(https?://[^"]+)"', client.get("/").content.decode()
    )
    assert [url for url in loaded if not url.startswith(("http://testserver", "http://localhost"))] == []
