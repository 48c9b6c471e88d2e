import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from core.calendars import CalendarEvent, calendar_response, write_calendar

MOMENT = dt.datetime(2026, 5, 14, 18, 30, tzinfo=ZoneInfo("Asia/Yekaterinburg"))
STAMP = dt.datetime(2026, 5, 1, 12, 0, tzinfo=dt.UTC)


def written(**fields):
    entry = CalendarEvent(**{"uid": "one@example.org", "summary": "Клуб", "start": MOMENT, "updated": STAMP, **fields})
    calendar = Calendar.from_ical(write_calendar([entry], "Афиша", "https://example.org/sobytiya/"))
    return calendar, calendar.walk("VEVENT")[0]


def test_a_timed_event_keeps_the_towns_clock_and_names_its_zone():
    calendar, event = written(end=MOMENT + dt.timedelta(hours=2))
    assert event["DTSTART"].dt == MOMENT
    assert event["DTSTART"].params["TZID"] == "Asia/Yekaterinburg"
    assert event["DTEND"].dt == MOMENT + dt.timedelta(hours=2)
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Yekaterinburg"]


def test_a_moment_given_in_utc_is_written_in_the_towns_zone():
    _calendar, event = written(start=dt.datetime(2026, 5, 14, 20, 0, tzinfo=dt.UTC))
    assert event.to_ical().count(b"DTSTART;TZID=Asia/Yekaterinburg:20260515T010000") == 1


def test_a_deadline_is_a_moment_without_an_end():
    _calendar, event = written()
    assert "DTEND" not in event


@pytest.mark.parametrize("last_day", [None, dt.date(2026, 5, 14)])
def test_a_single_whole_day_ends_on_the_next_morning(last_day):
    _calendar, event = written(start=dt.date(2026, 5, 14), end=last_day)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2026, 5, 14), dt.date(2026, 5, 15))


def test_the_last_of_several_days_is_included():
    _calendar, event = written(start=dt.date(2026, 5, 14), end=dt.date(2026, 5, 16))
    assert event["DTEND"].dt == dt.date(2026, 5, 17)


def test_an_end_before_the_start_is_left_out():
    _calendar, event = written(end=MOMENT - dt.timedelta(hours=1))
    assert "DTEND" not in event


def test_a_series_carries_its_rule():
    _calendar, event = written(rrule="FREQ=MONTHLY;BYDAY=2TH")
    assert event["RRULE"].to_ical() == b"FREQ=MONTHLY;BYDAY=2TH"


def test_every_required_property_is_there_and_lines_are_short():
    content = write_calendar([CalendarEvent(uid="a@b", summary="Ж" * 300, start=MOMENT)], "Афиша")
    calendar = Calendar.from_ical(content)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    event = calendar.walk("VEVENT")[0]
    assert event["UID"] == "a@b"
    assert event["DTSTAMP"].dt.tzinfo
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_commas_line_breaks_and_control_characters_do_not_break_the_file():
    _calendar, event = written(summary="Двор; сквер, парк\x00", description="Первая\r\nВторая\x07", categories=("а,б",))
    assert event["SUMMARY"] == "Двор; сквер, парк"
    assert event["DESCRIPTION"] == "Первая\nВторая"
    assert event["CATEGORIES"].cats == ["а,б"]


def test_an_empty_calendar_is_still_a_calendar():
    assert Calendar.from_ical(write_calendar([], "Афиша")).walk("VEVENT") == []


def test_the_response_is_a_calendar_file():
    response = calendar_response([], "Афиша", "events")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="events.ics"'
