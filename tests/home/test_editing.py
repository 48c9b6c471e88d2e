"""The editor's way through the real admin: add, publish, list, translate."""

import datetime as dt

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail_localize.operations import translate_object

from home.events.models import EventPage
from home.news.models import NewsPage
from tests.factories.core import TopicFactory
from tests.factories.home import (
    DocumentIndexPageFactory,
    DocumentPageFactory,
    EventIndexPageFactory,
    EventPageFactory,
    NewsIndexPageFactory,
    moment,
)

pytestmark = pytest.mark.django_db

NEWS = {
    "title": "Двор сдан",
    "slug": "dvor-sdan",
    "summary": "Жители подписали акт.",
    "date": "2026-05-14",
    "body": streamfield([("paragraph", rich_text("<p>Во дворе появился навес.</p>"))]),
    "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 0},
    "action-publish": "1",
}
EVENT = {
    "title": "Клуб",
    "slug": "klub",
    "summary": "Спорим о городе.",
    "kind": "club",
    "starts_at": "2026-05-14 18:00",
    "repeat": "monthly-weekday",
    "body": streamfield([]),
    "programme": streamfield([]),
    "changes": inline_formset([]),
    "outcome": rich_text(""),
    "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 0},
    "action-publish": "1",
}


def add(client, parent, model, data):
    address = reverse("wagtailadmin_pages:add", args=["home", model._meta.model_name, parent.pk])
    return client.post(address, nested_form_data(data))


def test_news_are_added_in_one_go(admin_client, site):
    index = NewsIndexPageFactory(parent=site.home)
    response = add(admin_client, index, NewsPage, NEWS)
    assert response.status_code == 302
    assert "появился навес" in admin_client.get(NewsPage.objects.get().url).content.decode().replace("\xa0", " ")


def test_an_event_is_added_in_one_go(admin_client, site):
    index = EventIndexPageFactory(parent=site.home)
    assert add(admin_client, index, EventPage, EVENT).status_code == 302
    event = EventPage.objects.get()
    assert event.live
    assert event.last_ends_at > event.starts_at


def test_single_dates_of_a_series_are_changed_in_the_admin_and_in_every_language(admin_client, site):
    index = EventIndexPageFactory(parent=site.home)
    row = {"day": "2026-06-11", "moved_to": "2026-06-13 12:00", "note": "праздник"}
    response = add(admin_client, index, EventPage, {**EVENT, "changes": inline_formset([{**row, "day": "2026-06-12"}])})
    assert "следующая — 9 июля 2026" in response.content.decode().replace("\xa0", " ")
    assert add(admin_client, index, EventPage, {**EVENT, "changes": inline_formset([row])}).status_code == 302
    event = EventPage.objects.get()
    translate_object(event, [site.en])
    for page in EventPage.objects.all():
        (change,) = page.changes.all()
        assert (change.day, change.moved_to) == (dt.date(2026, 6, 11), moment(2026, 6, 13, 12))


def test_an_event_that_ends_before_it_begins_is_refused_in_russian(admin_client, site):
    index = EventIndexPageFactory(parent=site.home)
    response = add(admin_client, index, EventPage, {**EVENT, "ends_at": "2026-05-14 17:00"})
    assert response.status_code == 200
    assert "раньше, чем начинается" in response.content.decode()
    assert not EventPage.objects.exists()


def test_lists_in_the_admin_show_what_editors_look_by(admin_client, site):
    documents, events = DocumentIndexPageFactory(parent=site.home), EventIndexPageFactory(parent=site.home)
    DocumentPageFactory(parent=documents, number="1017-п")
    EventPageFactory(parent=events, title="Клуб")
    assert "1017-п" in admin_client.get(reverse("wagtailadmin_explore", args=[documents.pk])).content.decode()
    address = reverse("wagtailadmin_explore", args=[events.pk])
    assert "Клуб" in admin_client.get(f"{address}?kind=club").content.decode()


def test_an_event_keeps_its_dates_and_topics_in_the_other_language(site):
    event = EventPageFactory(parent=EventIndexPageFactory(parent=site.home), repeat="weekly")
    topic = TopicFactory(title="Дворы")
    english_topic = topic.copy_for_translation(site.en)
    english_topic.title = "Yards"
    english_topic.save()
    event.topics = [topic]
    event.save_revision().publish()
    translate_object(event, [site.en])
    english = event.get_translation(site.en)
    assert (english.starts_at, english.repeat, english.kind) == (event.starts_at, "weekly", event.kind)
    assert [one.title for one in english.topics.all()] == ["Yards"]
