"""Translated pages stand where their sources stand."""

import pytest
from wagtail.models import Page
from wagtail_localize.operations import translate_object

from tests.factories.home import ContentPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def sections(site, settings):
    """Four pages of a front page's menu, first to last, of which the last is not shown in the menu."""
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = True
    shown = [ContentPageFactory(parent=site.home, title=f"Раздел {n}", show_in_menus=True) for n in range(3)]
    return [*shown, ContentPageFactory(parent=site.home, title="Без меню", show_in_menus=False)]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1)])
def test_menus_read_alike_whatever_is_translated_first(site, sections, order):
    for number in order:
        translate_object(sections[number], [site.en])

    parent = sections[0].get_translation(site.en).get_parent()
    keys = list(parent.get_children().filter(show_in_menus=True).values_list("translation_key", flat=True))
    assert keys == [page.translation_key for page in sections[:3]]
    assert Page.find_problems() == ([], [], [], [], [])


def test_pages_outside_the_menu_do_not_matter(site, sections):
    for number in (1, 3, 2):
        translate_object(sections[number], [site.en])

    children = sections[1].get_translation(site.en).get_parent().get_children()
    assert list(children.values_list("translation_key", flat=True)) == [
        sections[number].translation_key for number in (1, 2, 3)
    ]
