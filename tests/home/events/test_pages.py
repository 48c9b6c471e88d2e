import datetime as dt

import pytest
import time_machine
from dateutil.rrule import rruleset, rrulestr
from django.core.exceptions import ValidationError
from icalendar import Calendar

from home.events.models import EventChange, EventPage
from home.events.occurrences import State
from home.events.recurrence import Repeat
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
    ("now", "change"),
    [
        (moment(2026, 5, 14, 17, 59, 30), moment(2026, 5, 14, 18)),
        (moment(2026, 5, 14, 19, 59), moment(2026, 5, 14, 20)),
        (moment(2026, 5, 15, 12), None),
    ],
)
def test_a_cached_copy_never_outlives_the_state_it_tells(client, index, now, change):
    event = EventPageFactory(parent=index)
    with time_machine.travel(now, tick=False):
        assert client.get(event.url).cacheable.until == change
        assert client.get(index.url).cacheable.until == now.replace(second=0) + dt.timedelta(minutes=1)


# --- single dates of a series -----------------------------------------------------------------------------


@pytest.fixture
def club(index):
    """Every Thursday in May 2026; the 14th is skipped, the 21st moved to Saturday."""
    event = EventPageFactory(
        parent=index,
        title="Клуб",
        starts_at=moment(2026, 5, 7, 18),
        repeat=Repeat.WEEKLY,
        repeat_until=dt.date(2026, 5, 28),
    )
    event.changes = [
        EventChange(day=dt.date(2026, 5, 14), note="праздник"),
        EventChange(day=dt.date(2026, 5, 21), moved_to=moment(2026, 5, 23, 12)),
    ]
    event.save()
    return EventPage.objects.get(pk=event.pk)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (moment(2026, 5, 7, 12), moment(2026, 5, 7, 18)),
        (moment(2026, 5, 8, 12), moment(2026, 5, 23, 12)),
        (moment(2026, 5, 22, 12), moment(2026, 5, 23, 12)),
        (moment(2026, 5, 23, 15), moment(2026, 5, 28, 18)),
    ],
)
def test_the_next_meeting_is_one_that_takes_place(club, now, expected):
    with time_machine.travel(now, tick=False):
        assert club.next_occurrence.starts_at == expected


def test_a_series_ends_with_its_last_meeting_that_takes_place(club):
    club.changes.add(EventChange(day=dt.date(2026, 5, 28)))
    club.save()
    assert EventPage.objects.get(pk=club.pk).last_ends_at == moment(2026, 5, 23, 14)
    club.changes.add(EventChange(day=dt.date(2026, 5, 7), moved_to=moment(2026, 6, 2, 10)))
    club.save()
    assert EventPage.objects.get(pk=club.pk).last_ends_at == moment(2026, 6, 2, 12)


def test_lists_the_month_and_the_page_tell_of_changed_dates(client, index, club):
    with time_machine.travel(moment(2026, 5, 8, 12), tick=False):
        row = client.get(index.url).content.decode().replace("\u00a0", " ")
        month = client.get(f"{index.url}month/?month=2026-05")
        page = client.get(club.url).content.decode().replace("\u00a0", " ")
    assert "перенесено с 21 мая 2026 года" in row
    cells = {day.date.day: day.entries for week in month.context["weeks"] for day in week if day.entries}
    assert sorted(cells) == [7, 14, 23, 28]
    assert [day for day, (meeting,) in cells.items() if meeting.is_skipped] == [14]
    assert "встречи не будет" in month.content.decode()
    assert "14 мая 2026 года встречи не будет (праздник)" in page
    assert "встреча 21 мая 2026 года переносится на 23 мая 2026 года, 12:00" in page


def test_calendar_programs_learn_of_changed_dates(client, club):
    whole, moved = Calendar.from_ical(client.get(f"{club.url}event.ics").content).walk("VEVENT")
    assert [item.dt for item in whole["EXDATE"].dts] == [moment(2026, 5, 14, 18)]
    assert moved["UID"] == whole["UID"]
    assert (moved["RECURRENCE-ID"].dt, moved["DTSTART"].dt) == (moment(2026, 5, 21, 18), moment(2026, 5, 23, 12))
    assert "RRULE" not in moved
    met = meetings_of(whole)
    assert met == [moment(2026, 5, day, 18) for day in (7, 21, 28)]


def meetings_of(event) -> list[dt.datetime]:
    """The meetings that a calendar program reckons from RRULE and EXDATE, before it replaces the moved ones."""
    rule = rruleset()
    rule.rrule(rrulestr(event["RRULE"].to_ical().decode(), dtstart=event["DTSTART"].dt))
    for item in event["EXDATE"].dts:
        rule.exdate(item.dt)
    return list(rule)


def test_changes_that_the_series_does_not_have_are_refused_at_their_row(index, admin_user):
    event = EventPageFactory(parent=index, starts_at=moment(2026, 5, 7, 18), repeat=Repeat.WEEKLY)
    rows = [
        {"day": "15.05.2026"},
        {"day": "14.05.2026", "moved_to": "01.05.2026 18:00"},
        {"day": "21.05.2026"},
        {"day": "21.05.2026"},
    ]
    form = event_form(event, admin_user, rows)
    assert not form.is_valid()
    errors = [row.errors for row in form.formsets["changes"].forms]
    assert "21 мая 2026" in errors[0]["day"][0].replace("\u00a0", " ")
    assert list(errors[1]) == ["moved_to"]
    assert not errors[2]
    assert list(errors[3]) == ["day"]
    single = event_form(event, admin_user, [{"day": "14.05.2026"}], repeat="")
    assert not single.is_valid()
    assert "серии" in single.formsets["changes"].forms[0].errors["day"][0]
    assert event_form(event, admin_user, [{"day": "14.05.2026", "moved_to": "16.05.2026 12:00"}]).is_valid()


def event_form(event, user, rows, **fields):
    """The editor's form of ``event`` as it comes back with ``rows`` of changes."""
    event = EventPage.objects.get(pk=event.pk)
    form_class = EventPage.get_edit_handler().get_form_class()
    data = {
        "title": event.title, "slug": event.slug, "summary": "Спорим.", "kind": event.kind, "repeat": event.repeat,
        "starts_at": "07.05.2026 18:00", "body-count": 0, "programme-count": 0, "outcome": "null",
        "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0,
        "changes-TOTAL_FORMS": len(rows), "changes-INITIAL_FORMS": 0,
    } | fields  # fmt: skip
    for number, row in enumerate(rows):
        data |= {f"changes-{number}-{name}": value for name, value in row.items()} | {f"changes-{number}-ORDER": number}
    return form_class(data, instance=event, for_user=user, parent_page=event.get_parent())
