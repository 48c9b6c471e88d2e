"""Calendar files of a forum and its sessions, read back by a calendar library."""

import datetime as dt

import pytest
from icalendar import Calendar

from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory

pytestmark = pytest.mark.django_db
COFFEE, LATER = "7d1f0a52-5a5b-4b0e-8f0a-1c2d3e4f5a6b", "8d1f0a52-5a5b-4b0e-8f0a-1c2d3e4f5a6b"
SESSION = "6d1f0a52-5a5b-4b0e-8f0a-1c2d3e4f5a6b"


@pytest.fixture
def forum():
    session = {"starts_at": "10:00", "ends_at": "11:30", "title": "Открытие", "track": "", "place": "Большой зал"}
    sessions = [
        {"type": "item", "id": SESSION, "value": session},
        {"type": "item", "id": COFFEE, "value": session | {"starts_at": "09:00", "ends_at": None, "title": "Кофе"}},
        {"type": "item", "id": LATER, "value": session | {"starts_at": None, "title": "Время уточняется"}},
    ]
    return ForumPageFactory(
        parent=ForumIndexPageFactory(),
        title="II форум",
        starts_on=dt.date(2017, 4, 26),
        ends_on=dt.date(2017, 4, 27),
        venue="Дворец",
        programme=[{"type": "day", "value": {"date": "2017-04-26", "title": "", "sessions": sessions}}],
    )


def events(client, url: str) -> list:
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(response.content).walk("VEVENT")


def test_the_forum_lasts_its_days(client, forum):
    (event,) = events(client, forum.url + "forum.ics")
    assert event["SUMMARY"] == "II форум"
    assert event.start == dt.date(2017, 4, 26)
    assert event.end == dt.date(2017, 4, 28)  # exclusive
    assert event["URL"] == forum.full_url


def test_a_session_has_its_time_in_the_town_and_a_link_back(client, forum):
    (event,) = events(client, f"{forum.url}session-{SESSION}.ics")
    assert event.start.astimezone(dt.UTC) == dt.datetime(2017, 4, 26, 5, 0, tzinfo=dt.UTC)
    assert event.end - event.start == dt.timedelta(minutes=90)
    assert event["URL"] == f"{forum.full_url}#session-{SESSION}"
    assert "Большой зал" in event["LOCATION"]


def test_the_programme_holds_every_session_in_order(client, forum):
    assert [str(event["SUMMARY"]) for event in events(client, forum.url + "programme.ics")] == ["Кофе", "Открытие"]


def test_identifiers_survive_an_edit(client, forum):
    before = [event["UID"] for event in events(client, forum.url + "programme.ics")]
    forum.title = "Второй форум"
    forum.save_revision().publish()
    assert [event["UID"] for event in events(client, forum.url + "programme.ics")] == before


@pytest.mark.parametrize("name", ["session-nothing.ics", "session-.ics", "other.ics", "session-%00.ics"])
def test_there_is_no_other_file(client, forum, name):
    assert client.get(forum.url + name).status_code == 404


def test_the_page_shows_the_programme(client, forum):
    html = client.get(forum.url).content.decode()
    assert html.index("Кофе") < html.index("Открытие")
    assert f'id="session-{SESSION}"' in html
