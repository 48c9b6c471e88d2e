import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError
from icalendar import Calendar

from home.models import EventPage
from home.occurrences import State
from home.recurrence import Repeat
from tests.factories.home import EventIndexPageFactory, EventPageFactory, moment

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(site):
    return EventIndexPageFactory(parent=site.home)


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (moment(2026, 5, 14, 21, 59), State.AHEAD),
        (moment(2026, 5, 14, 22, 0), State.UNDER_WAY),
        (moment(2026, 5, 14, 23, 59, 59), State.UNDER_WAY),
        (moment(2026, 5, 15, 0, 0), State.OVER),
    ],
)
def test_state_around_midnight(index, now, state):
    event = EventPageFactory(parent=index, starts_at=moment(2026, 5, 14, 22), ends_at=moment(2026, 5, 15, 0))
    with time_machine.travel(now, tick=False):
        event = EventPage.objects.get(pk=event.pk)
        assert event.state == state
        assert EventPage.objects.not_over().exists() is (state != State.OVER)
        assert EventPage.objects.over().exists() is (state == State.OVER)


def test_an_event_that_ends_at_midnight_is_of_one_day(index):
    event = EventPageFactory(parent=index, starts_at=moment(2026, 5, 14, 22), ends_at=moment(2026, 5, 15, 0))
    assert event.occurrence.is_one_day


def test_a_series_is_ahead_between_its_meetings(index):
    event = EventPageFactory(parent=index, repeat=Repeat.WEEKLY, repeat_until=dt.date(2026, 6, 4))
    with time_machine.travel(moment(2026, 5, 15, 12), tick=False):
        assert event.state == State.AHEAD
        assert event.next_occurrence.day == dt.date(2026, 5, 21)
    with time_machine.travel(moment(2026, 6, 4, 20), tick=False):
        assert EventPage.objects.get(pk=event.pk).state == State.OVER


def test_the_list_begins_with_the_nearest_meeting(client, index):
    EventPageFactory(parent=index, title="Дальнее", starts_at=moment(2026, 5, 20, 18))
    EventPageFactory(parent=index, title="Серия", starts_at=moment(2026, 1, 1, 18), repeat=Repeat.WEEKLY)
    EventPageFactory(parent=index, title="Прошедшее", starts_at=moment(2026, 5, 1, 18))
    with time_machine.travel(moment(2026, 5, 14, 12), tick=False):
        listing = client.get(index.url).context["listing"]
        past = client.get(f"{index.url}past/").context["listing"]
    assert [meeting.event.title for meeting in listing.entries] == ["Серия", "Дальнее"]
    assert [event.title for event in past.entries] == ["Прошедшее"]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"ends_at": moment(2026, 5, 14, 17)}, "ends_at"),
        ({"starts_at": moment(9999, 1, 1)}, "starts_at"),
        ({"repeat_until": dt.date(2026, 7, 1)}, "repeat"),
        ({"repeat": Repeat.WEEKLY, "repeat_until": dt.date(2026, 5, 1)}, "repeat_until"),
        ({"repeat": Repeat.WEEKLY, "ends_at": moment(2026, 5, 16, 17)}, "ends_at"),
    ],
)
def test_dates_that_make_no_sense_are_refused_at_their_field(index, fields, name):
    event = EventPage(title="Клуб", slug="club", summary="Спорим.", **{"starts_at": moment(2026, 5, 14, 18), **fields})
    with pytest.raises(ValidationError) as refused:
        event.clean()
    assert list(refused.value.message_dict) == [name]


def test_a_month_holds_its_meetings_and_no_others(client, index):
    EventPageFactory(parent=index, title="Клуб", starts_at=moment(2026, 5, 14, 18), repeat=Repeat.WEEKLY)
    EventPageFactory(parent=index, title="Июльское", starts_at=moment(2026, 7, 30, 18))
    with time_machine.travel(moment(2026, 5, 14, 12), tick=False):
        response = client.get(f"{index.url}month/?month=2026-05")
    days = [day.date.day for week in response.context["weeks"] for day in week if day.entries]
    assert days == [14, 21, 28]
    assert "Июльское" not in response.content.decode()


def test_the_calendar_file_holds_what_is_ahead(client, index):
    series = EventPageFactory(
        parent=index, title="Клуб; с запятой, в названии", repeat=Repeat.MONTHLY_WEEKDAY, place="Библиотека"
    )
    EventPageFactory(parent=index, starts_at=moment(2026, 5, 1, 10))
    with time_machine.travel(moment(2026, 5, 10), tick=False):
        response = client.get(f"{index.url}events.ics")
    assert response["Content-Type"].startswith("text/calendar")
    calendar = Calendar.from_ical(response.content)
    (event,) = calendar.walk("VEVENT")
    assert event["SUMMARY"] == series.title
    assert event["RRULE"].to_ical() == b"FREQ=MONTHLY;BYDAY=2TH"
    assert event["DTSTART"].dt == series.starts_at
    assert event["URL"] == series.full_url
    assert str(series.translation_key) in event["UID"]
    assert calendar.walk("VTIMEZONE")


def test_one_event_as_a_calendar_file(client, index):
    event = EventPageFactory(parent=index)
    response = client.get(f"{event.url}event.ics")
    (entry,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert entry["DTEND"].dt - entry["DTSTART"].dt == dt.timedelta(hours=2)


def test_the_outcome_is_told(client, index):
    event = EventPageFactory(parent=index, outcome="<p>Выбрали двор.</p>", attendance=84)
    page = client.get(event.url).content.decode()
    assert "Выбрали двор." in page
    assert "84" in page


def test_structured_data_name_the_place_and_time(client, index):
    event = EventPageFactory(parent=index, place="Библиотека", address="ул. Мастеров, 12")
    data = client.get(event.url).context["structured_data"]
    assert data["@type"] == "Event"
    assert data["startDate"] == "2026-05-14T18:00:00+05:00"
    assert data["location"]["name"] == "Библиотека"


@pytest.mark.parametrize(
    ("now", "seconds"),
    [
        (moment(2026, 5, 14, 17, 59, 30), 30),
        (moment(2026, 5, 14, 19, 59), 60),
        (moment(2026, 5, 14, 12), 300),
        (moment(2026, 5, 15, 12), 300),
    ],
)
def test_a_cached_copy_never_outlives_the_state_it_tells(client, index, now, seconds):
    event = EventPageFactory(parent=index)
    with time_machine.travel(now, tick=False):
        assert f"max-age={seconds}" in client.get(event.url)["Cache-Control"].split(", ")
        assert "max-age=60" in client.get(index.url)["Cache-Control"]
