"""Events as evidence of what the forums recommended."""

import datetime as dt

import pytest
import time_machine
from wagtail.models import PageViewRestriction

from forums.followup.evidence import part_activity, part_choices
from home.events.models import EventChange, EventPage
from home.events.recurrence import Repeat
from tests.factories.core import TopicFactory
from tests.factories.home import EventIndexPageFactory, EventPageFactory, moment

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 5, 14)


@pytest.fixture(autouse=True)
def _later():
    with time_machine.travel(moment(2026, 6, 1, 12), tick=False):
        yield


@pytest.fixture
def index(site):
    return EventIndexPageFactory(parent=site.home)


def test_editors_choose_among_events_and_their_kinds():
    offered = {slug: str(label) for slug, label in part_choices()}
    assert offered["events"] == "События"
    assert offered["events-club"] == "События: Дискуссионный клуб"


def test_meetings_of_the_last_year_are_counted_one_by_one(index, site):
    club = EventPageFactory(parent=index, starts_at=moment(2026, 4, 23, 18), repeat=Repeat.WEEKLY)
    club.changes = [EventChange(day=dt.date(2026, 4, 30))]
    club.save()
    EventPageFactory(parent=index, kind=EventPage.Kind.JOB_FAIR, starts_at=moment(2026, 5, 2, 10))
    EventPageFactory(parent=index, kind=EventPage.Kind.JOB_FAIR, starts_at=moment(2025, 5, 13, 10))
    EventPageFactory(parent=index, kind=EventPage.Kind.JOB_FAIR, starts_at=moment(2026, 5, 20, 10))
    found = part_activity("events", DAY, site.ru)
    assert (found.text, found.latest_on) == ("4 встречи за последние 12 месяцев", DAY)
    fairs = part_activity("events-job-fair", DAY, site.ru)
    assert (fairs.text, fairs.latest_on) == ("1 встреча за последние 12 месяцев", dt.date(2026, 5, 2))
    assert fairs.url == f"{index.url}past/?kind=job-fair"


def test_a_topic_narrows_and_the_private_stays_private(index, site):
    topic = TopicFactory()
    EventPageFactory(parent=index, starts_at=moment(2026, 5, 2, 10))
    shown = EventPageFactory(parent=index, starts_at=moment(2026, 5, 3, 10))
    shown.topics = [topic]
    shown.save()
    hidden = EventPageFactory(parent=index, starts_at=moment(2026, 5, 4, 10))
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    assert "2 встречи" in part_activity("events", DAY, site.ru).text
    assert "1 встреча" in part_activity("events", DAY, site.ru, topic).text
