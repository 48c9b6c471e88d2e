"""What editors meet: numbers that clash, the earlier recommendation to choose, the explorer."""

import pytest
from django.urls import reverse

from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory, resolution_with, section_with
from tests.forums.resolutions.editing import save_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def resolution():
    forum = ForumPageFactory(parent=ForumIndexPageFactory(), title="II форум", number=2)
    return resolution_with([section_with(["Приглашать общественность", "Создать фонд"])], parent=forum)


def numbers(page) -> list[str]:
    return [item.number for item in Recommendation.objects.filter(section__page=page).in_document_order()]


@pytest.mark.parametrize("typed", ["1.2", "1.2.", "1-2", " 1.2 "])
def test_a_number_used_twice_is_refused_at_the_field(admin_client, resolution, typed):
    response = save_page(admin_client, resolution, {"sections-0-recommendations-0-number": typed})
    assert response.status_code == 200
    assert "уже есть в этой резолюции" in response.content.decode()
    assert numbers(resolution) == ["1.1", "1.2"]


@pytest.mark.parametrize("typed", ["№", "1..2", "<b>", "—"])
def test_what_is_no_number_is_refused(admin_client, resolution, typed):
    response = save_page(admin_client, resolution, {"sections-0-recommendations-0-number": typed})
    assert response.status_code == 200
    assert "Буквы и цифры через точку" in response.content.decode()


def test_numbers_may_change_places(admin_client, resolution):
    changes = {"sections-0-recommendations-0-number": "1.2", "sections-0-recommendations-1-number": "1.1"}
    assert save_page(admin_client, resolution, changes).status_code == 302
    assert numbers(resolution) == ["1.2", "1.1"]


def test_an_empty_number_is_given(admin_client, resolution):
    changes = {"sections-0-recommendations-0-number": "7", "sections-0-recommendations-1-number": ""}
    assert save_page(admin_client, resolution, changes).status_code == 302
    assert numbers(resolution) == ["7", "1.2"]


def test_a_draft_with_a_section_without_text_is_answered_in_place(admin_client, resolution):
    response = save_page(admin_client, resolution, {"sections-0-recommendations-0-text": ""})
    assert response.status_code == 200


def test_the_choice_is_kept(admin_client, resolution):
    key = Recommendation.objects.get(number="1.1").translation_key
    forum = ForumPageFactory(parent=resolution.get_parent().get_parent().specific, number=3)
    later = resolution_with([section_with(["Снова"])], parent=forum)
    response = save_page(admin_client, later, {"sections-0-recommendations-0-repeats": str(key)})
    assert response.status_code == 302
    assert Recommendation.objects.get(section__page=later).repeats == key
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[later.pk])).content.decode()
    assert "II форум, 1.1. Приглашать" in html


def test_the_explorer_tells_edition_and_count(admin_client, resolution):
    forum = resolution.get_parent()
    archive = admin_client.get(reverse("wagtailadmin_explore", args=[forum.get_parent().pk])).content.decode()
    assert "Рекомендации" in archive
    under = admin_client.get(reverse("wagtailadmin_explore", args=[forum.pk]))
    assert under.status_code == 200
    assert "II форум" in under.content.decode()


def test_the_form_to_add_opens(admin_client, resolution):
    archive = resolution.get_parent().get_parent()
    for model, parent in ((ForumPage, archive), (ResolutionPage, ForumPageFactory(parent=archive.specific))):
        url = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
        assert admin_client.get(url).status_code == 200


def test_a_resolution_saved_by_code_obeys_the_same_rule(resolution):
    page = ResolutionPage.objects.get(pk=resolution.pk)
    section = page.sections.get()
    section.recommendations = [Recommendation(text="a", number="5"), Recommendation(text="b", number="5")]
    page.sections = [section]
    with pytest.raises(Exception, match="5"):
        page.save_revision()
