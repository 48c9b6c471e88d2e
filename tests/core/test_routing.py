"""Finding a page by its address: as Wagtail does, in fewer queries."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum():
    return ForumPageFactory(parent=ForumIndexPageFactory(), slug="second", title="Второй форум")


def test_a_page_is_found_with_its_ancestors(client, forum):
    html = client.get(forum.url).content.decode()
    assert "Второй форум" in html
    assert f'<a href="{forum.get_parent().url}">' in html


@pytest.mark.parametrize("path", ["/forums/third/", "/nothing/", "/nothing/second/", "/forums/second/nothing/"])
def test_what_is_not_there_is_not_found(client, forum, path):
    assert client.get(path).status_code == 404


def test_a_draft_is_not_found(client, forum):
    forum.unpublish()
    assert client.get("/forums/second/").status_code == 404


@pytest.mark.parametrize("whose", ["own", "of an ancestor"])
def test_a_restriction_holds(client, forum, whose):
    page = forum if whose == "own" else forum.get_parent()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/forums/second/").status_code == 302


def test_the_same_slugs_in_another_order_are_another_place(client, forum):
    assert client.get("/second/forums/").status_code == 404
