"""The editor's way with events through the real admin: add, publish, list, translate."""

import datetime as dt

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield
from wagtail_localize.operations import translate_object

from home.events.models import EventPage
from tests.factories.core import TopicFactory
from tests.factories.home import EventIndexPageFactory, EventPageFactory, moment

pytestmark = pytest.mark.django_db

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


def test_an_event_is_added_in_one_go(add_page, site):
    index = EventIndexPageFactory(parent=site.home)
    assert add_page(index, EventPage, EVENT).status_code == 302
    event = EventPage.objects.get()
    assert event.live
    assert event.last_ends_at > event.starts_at


def test_single_dates_of_a_series_are_changed_in_the_admin_and_in_every_language(add_page, site):
    index = EventIndexPageFactory(parent=site.home)
    row = {"day": "2026-06-11", "moved_to": "2026-06-13 12:00", "note": "праздник"}
    response = add_page(index, EventPage, {**EVENT, "changes": inline_formset([{**row, "day": "2026-06-12"}])})
    assert "следующая — 9 июля 2026" in response.content.decode().replace("\xa0", " ")
    assert add_page(index, EventPage, {**EVENT, "changes": inline_formset([row])}).status_code == 302
    event = EventPage.objects.get()
    translate_object(event, [site.en])
    for page in EventPage.objects.all():
        (change,) = page.changes.all()
        assert (change.day, change.moved_to) == (dt.date(2026, 6, 11), moment(2026, 6, 13, 12))


def test_an_event_that_ends_before_it_begins_is_refused_in_russian(add_page, site):
    index = EventIndexPageFactory(parent=site.home)
    response = add_page(index, EventPage, {**EVENT, "ends_at": "2026-05-14 17:00"})
    assert response.status_code == 200
    assert "раньше, чем начинается" in response.content.decode()
    assert not EventPage.objects.exists()


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


def test_the_list_in_the_admin_shows_what_editors_look_by(admin_client, site):
    events = EventIndexPageFactory(parent=site.home)
    EventPageFactory(parent=events, title="Клуб")
    address = reverse("wagtailadmin_explore", args=[events.pk])
    assert "Клуб" in admin_client.get(f"{address}?kind=club").content.decode()
