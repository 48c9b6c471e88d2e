"""The editor's way to a second language: submit, translate, publish, change the source, sync — through the admin."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, Translation

from core.models import Addressee, Topic
from forums.resolutions.models import Recommendation, ResolutionPage
from tests.factories.forums import AddresseeFactory, TopicFactory, resolution_with, section_with
from tests.forums.resolutions.editing import save_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def english():
    return Locale.objects.get(language_code="en")


@pytest.fixture
def resolution():
    business = AddresseeFactory(title="Бизнес", slug="business")
    yards = TopicFactory(title="Дворы", slug="yards")
    items = [
        Recommendation(text="Создать базу проектов", topics=[yards]),
        Recommendation(text="Проводить ярмарки", number="1.7"),
    ]
    return resolution_with(
        [
            section_with(items, lead_in="Участники рекомендуют:", addressee_text="Бизнесу:", addressee=business),
            section_with(["Укреплять связи"], addressee_text="Жителям:"),
        ],
        title="Резолюция форума",
        preamble="<p>Мы, участники форума, отмечаем.</p>",
    )


def translated_term(term, locale, title):
    copy = term.copy_for_translation(locale)
    copy.title = title
    copy.save()
    return copy


def submit(client, page, locale) -> Translation:
    """Press "Translate this page" and confirm."""
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert client.get(url).status_code == 200
    response = client.post(url, {"locales": [locale.pk], "include_subtree": ""})
    assert response.status_code == 302, response.content.decode()
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)


def translate(client, translation: Translation, words: dict[str, str]) -> None:
    """Type a translation beside every string on the translator's screen."""
    edit = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    assert client.get(edit).status_code == 200
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string"):
        url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        response = client.put(
            url, f"value={words[segment.string.data]}".encode(), content_type="application/x-www-form-urlencoded"
        )
        assert response.status_code in (200, 201), response.content


def publish(client, translation: Translation) -> ResolutionPage:
    page = translation.get_target_instance()
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"})
    assert response.status_code == 302
    return ResolutionPage.objects.get(pk=page.pk)


def items(page) -> dict:
    rows = Recommendation.objects.filter(section__page=page).in_document_order()
    return {row.translation_key: row for row in rows}


WORDS = {
    "Резолюция форума": "Resolution of the forum",
    "resolution": "resolution",
    "Мы, участники форума, отмечаем.": "We, the participants, note.",
    "Участники рекомендуют:": "The participants recommend:",
    "Бизнесу:": "To business:",
    "Жителям:": "To residents:",
    "Создать базу проектов": "Create a database of projects",
    "Проводить ярмарки": "Hold job fairs",
    "Укреплять связи": "Strengthen ties",
    "Проводить ярмарки каждый год": "Hold job fairs every year",
    "Новый пункт": "A new item",
}


@pytest.fixture
def translated(admin_client, resolution, english, django_capture_on_commit_callbacks):
    """The resolution, its translation record and its published English page."""
    translated_term(Topic.objects.get(slug="yards"), english, "Yards")
    translated_term(Addressee.objects.get(slug="business"), english, "Business")
    with django_capture_on_commit_callbacks(execute=True):
        translation = submit(admin_client, resolution, english)
        translate(admin_client, translation, WORDS)
        page = publish(admin_client, translation)
    page.refresh_from_db()
    return resolution, translation, page


def resync(client, translation, capture) -> None:
    """Press "Sync translated pages" on the source, then publish the translation with what was translated anew."""
    with capture(execute=True):
        url = reverse("wagtail_localize:update_translations", args=[translation.source_id])
        assert client.get(url).status_code == 200
        assert client.post(url, {}).status_code == 302
        translate(client, translation, WORDS)
        publish(client, translation)


def test_items_keep_number_identity_and_get_words_and_terms(translated, english):
    russian, page = items(translated[0]), translated[2]
    english_items = items(page)
    assert page.live
    assert page.title == "Resolution of the forum"
    assert list(english_items) == list(russian)
    assert [row.number for row in english_items.values()] == ["1.1", "1.7", "2.1"]
    assert [row.text for row in english_items.values()] == [
        "Create a database of projects",
        "Hold job fairs",
        "Strengthen ties",
    ]
    assert {row.locale for row in english_items.values()} == {english}
    first = next(iter(english_items.values()))
    assert [topic.title for topic in first.topics.all()] == ["Yards"]
    assert first.section.addressee.title == "Business"
    assert first.section.lead_in == "The participants recommend:"


def test_translating_leaves_the_source_alone(translated):
    rows = items(translated[0])
    assert [row.text for row in rows.values()] == ["Создать базу проектов", "Проводить ярмарки", "Укреплять связи"]
    assert [topic.title for topic in next(iter(rows.values())).topics.all()] == ["Дворы"]


def test_changes_of_the_source_arrive_and_keep_identities(
    admin_client, translated, english, django_capture_on_commit_callbacks
):
    resolution, translation, page = translated
    before = list(items(resolution))
    with django_capture_on_commit_callbacks(execute=True):
        response = save_page(
            admin_client,
            resolution,
            {
                "sections-0-recommendations-1-text": "Проводить ярмарки каждый год",
                "sections-0-recommendations-1-number": "1.5",
                "sections-0-recommendations-0-ORDER": "2",
                "sections-0-recommendations-1-ORDER": "1",
            },
        )
        assert response.status_code == 302, response.content.decode()
    resync(admin_client, translation, django_capture_on_commit_callbacks)

    russian, after = items(resolution), items(page)
    assert list(russian) == [before[1], before[0], before[2]]
    assert list(after) == list(russian)
    assert [(row.number, row.text) for row in after.values()] == [
        ("1.5", "Hold job fairs every year"),
        ("1.1", "Create a database of projects"),
        ("2.1", "Strengthen ties"),
    ]
    assert [topic.title for topic in after[before[0]].topics.all()] == ["Yards"]


def test_a_removed_item_and_a_new_one(admin_client, translated, django_capture_on_commit_callbacks):
    resolution, translation, page = translated
    before = list(items(resolution))
    with django_capture_on_commit_callbacks(execute=True):
        response = save_page(
            admin_client,
            resolution,
            {
                "sections-0-recommendations-0-DELETE": "on",
                "sections-1-recommendations-TOTAL_FORMS": "2",
                "sections-1-recommendations-1-text": "Новый пункт",
                "sections-1-recommendations-1-kind": "one_off",
                "sections-1-recommendations-1-number": "",
                "sections-1-recommendations-1-repeats": "",
                "sections-1-recommendations-1-id": "",
                "sections-1-recommendations-1-ORDER": "2",
                "sections-1-recommendations-1-DELETE": "",
            },
        )
        assert response.status_code == 302, response.content.decode()
    resync(admin_client, translation, django_capture_on_commit_callbacks)

    after = items(page)
    assert list(after) == list(items(resolution))
    assert [row.text for row in after.values()] == ["Hold job fairs", "Strengthen ties", "A new item"]
    assert list(after)[:2] == before[1:]
    assert [row.number for row in after.values()] == ["1.7", "2.1", "2.2"]


def test_a_copied_resolution_gets_identities_of_its_own(resolution):
    keys = set(items(resolution))
    copy = resolution.copy(to=resolution.get_parent().get_parent().specific, update_attrs={"slug": "copy"})
    assert len(items(copy)) == 3
    assert not keys & set(items(copy))
    assert set(items(resolution)) == keys


def test_a_term_translated_later_takes_its_place(translated, english):
    page = translated[2]
    item = Recommendation.objects.get(section__page=page, number="1.7")
    late = TopicFactory(title="Работа", slug="work")
    item.topics = [late]
    item.save()
    assert [topic.title for topic in item.topics.all()] == ["Работа"]
    translated_term(late, english, "Work")
    assert [topic.title for topic in Recommendation.objects.get(pk=item.pk).topics.all()] == ["Work"]
