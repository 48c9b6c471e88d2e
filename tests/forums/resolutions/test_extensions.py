"""What rooms above add to the pages of resolutions and forums."""

import pytest
from wagtail import hooks

from core.badges import Badge
from core.extensions import Part
from core.listings import ItemFilter
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory, resolution_with, section_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def resolution():
    forum = ForumPageFactory(parent=ForumIndexPageFactory(), title="II форум", number=2)
    return resolution_with([section_with(["Озеленить дворы", "Проводить ярмарки"])], parent=forum)


def look_up(resolution) -> None:
    for item in resolution.recommendations:
        item.heard_of = "ярмарки" if "ярмарки" in item.text else "дворы"


def heard_of_filter() -> list[ItemFilter]:
    return [ItemFilter("heard", "О чём", lambda item: {item.heard_of: item.heard_of})]


def heard_of_part(recommendation, request) -> Part | None:
    if recommendation.heard_of == "дворы":
        return None
    return Part("components/badge.html", {"badge": Badge(f"говорят: {recommendation.heard_of}", "", "")})


def test_a_filter_and_a_part_find_what_was_looked_up(client, resolution):
    with hooks.register_temporarily(
        [
            ("extension: reading of a resolution", look_up),
            ("extension: filters of a resolution", heard_of_filter),
            ("extension: recommendation parts", heard_of_part),
        ]
    ):
        whole = client.get(resolution.url).content.decode()
        some = client.get(resolution.url, {"heard": "дворы"}).content.decode()
    assert whole.count("говорят: ярмарки") == 1
    assert "О чём" in whole
    assert "Озеленить" in some
    assert "Проводить" not in some


def test_a_forum_shows_its_resolution_in_the_page_in_its_contents_and_in_the_archive(client, resolution):
    page = client.get(resolution.forum.url).content.decode()
    assert f'<a href="{resolution.url}">' in page
    assert (2, "Резолюция", "resolution") in resolution.forum.table_of_contents
    assert f'href="{resolution.url}"' in client.get(resolution.forum.get_parent().get_url()).content.decode()


def test_a_draft_is_not_shown(client, resolution):
    resolution.unpublish()
    assert resolution.url not in client.get(resolution.forum.url).content.decode()
    assert resolution.url not in client.get(resolution.forum.get_parent().get_url()).content.decode()
