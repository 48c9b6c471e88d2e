"""A link to a recommendation works after it got another number, in every language."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from forums.resolutions.models import Correction, PublishedAddress, ResolutionPage
from tests.factories.forums import resolution_with, section_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def resolution(site):
    page = resolution_with([section_with(["создать базу", "провести семинар", "вести архив"])])
    page.save_revision().publish()
    return ResolutionPage.objects.get(pk=page.pk)


def renumber(page: ResolutionPage, *numbers: str) -> ResolutionPage:
    """Publish the page with other numbers, in the order of its items; those without one are removed."""
    section = page.sections.first()
    for item, number in zip(section.recommendations.all(), numbers, strict=False):
        Correction.objects.create(
            resolution_key=page.translation_key, part_key=item.translation_key, field="number", now=number
        )
    items = list(section.recommendations.all())[: len(numbers)]
    for item, number in zip(items, numbers, strict=True):
        item.number = number
    section.recommendations = items
    page.sections = [section]
    page.save_revision().publish()
    return ResolutionPage.objects.get(pk=page.pk)


def test_an_old_number_leads_to_the_new_one(client, resolution):
    page = renumber(resolution, "2.1", "2.2", "2.3")
    response = client.get(f"{page.url}1-2/")
    assert response.status_code == 302
    assert response.url == f"{page.url}2-2/"
    assert "провести семинар" in client.get(response.url).content.decode()


def test_a_number_in_use_is_never_led_away_from(client, resolution):
    page = renumber(resolution, "1.2", "1.3", "1.4")
    response = client.get(f"{page.url}1-2/")
    assert response.status_code == 200
    assert "создать базу" in response.content.decode()
    assert client.get(f"{page.url}1-1/").url == f"{page.url}1-2/"


def test_numbers_may_change_again(client, resolution):
    page = renumber(renumber(resolution, "2.1", "2.2", "2.3"), "3.1", "3.2", "3.3")
    assert client.get(f"{page.url}1-3/").url == f"{page.url}3-3/"
    assert client.get(f"{page.url}2-3/").url == f"{page.url}3-3/"


def test_a_removed_item_and_a_number_that_never_was_are_not_found(client, resolution):
    ResolutionPage.objects.update(first_published_at=None)  # as if it had been published before texts were locked
    page = renumber(resolution, "1.1", "1.2")
    assert client.get(f"{page.url}1-3/").status_code == 404
    assert client.get(f"{page.url}9-9/").status_code == 404


def test_the_other_language_leads_on_as_well(client, resolution):
    english = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(resolution)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=True)
    page = renumber(resolution, "2.1", "2.2", "2.3")
    source.update_from_db()
    translation.save_target(publish=True)

    translated = ResolutionPage.objects.get(translation_key=page.translation_key, locale=english)
    translated.save_revision().publish()  # nothing of it is translated, so it waited as a draft
    assert client.get(f"{translated.url}1-2/").url == f"{translated.url}2-2/"
    translated.delete()
    assert client.get(f"{page.url}1-2/").url == f"{page.url}2-2/"
    page.delete()
    assert not PublishedAddress.objects.exists()
