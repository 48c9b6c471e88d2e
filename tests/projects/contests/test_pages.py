"""Contests as a resident finds, follows and caches them."""

import datetime as dt
import json
import re
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone
from icalendar import Calendar
from lxml import etree

from projects.contests.models import ContestConsultation, ContestWinner
from tests.factories.core import OrganisationFactory, TopicFactory, publish_translation
from tests.factories.projects import ContestIndexPageFactory, ContestPageFactory, ProjectIndexPageFactory, project_with

pytestmark = pytest.mark.django_db
MOSCOW = ZoneInfo("Europe/Moscow")
NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo("Asia/Yekaterinburg"))


@pytest.fixture
def index(site):
    return ContestIndexPageFactory(parent=site.home)


def contest(index, **fields):
    return ContestPageFactory(parent=index, **fields)


def titles(client, url):
    found = re.findall(r'item__title"><a href="[^"]*">([^<]*)', client.get(url).content.decode())
    return [title.replace("\u00a0", " ") for title in found]


def test_ngo_contests_with_the_nearest_deadline_on_top(client, index):
    now = timezone.now()
    contest(index, title="Позже", closes_at=now + dt.timedelta(days=20))
    contest(index, title="Раньше", closes_at=now + dt.timedelta(days=2))
    contest(index, title="Не для НКО", audiences=["business"])
    contest(index, title="Закрыт", closes_at=now - dt.timedelta(days=2), opens_at=None)
    assert titles(client, f"{index.url}?audience=ngo") == ["Раньше", "Позже"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("state=closed", ["Закрыт"]),
        ("state=results", ["С итогами"]),
        ("state=over", ["Закрыт", "С итогами"]),
        ("year=2026", ["Закрыт", "С итогами"]),
        ("level=federal", ["Федеральный"]),
        ("topic=culture", ["Федеральный"]),
        ("organiser=fund", ["Федеральный"]),
        ("state=announced", []),
        ("state=nonsense&year=zzz&page=-5&audience=%00", ["Федеральный"]),
    ],
)
def test_filters(client, index, query, expected):
    with time_machine.travel(NOON, tick=False):
        now = timezone.now()
        page = contest(index, title="Федеральный", level="federal", organiser=OrganisationFactory(slug="fund"))
        page.topics.add(TopicFactory(slug="culture"))
        page.save()
        TopicFactory(slug="unused")
        contest(
            index,
            title="Закрыт",
            opens_at=None,
            closes_at=now - dt.timedelta(days=2),
            topics=[TopicFactory(slug="sport")],
        )
        contest(
            index,
            title="С итогами",
            opens_at=None,
            closes_at=now - dt.timedelta(days=90),
            results_on=timezone.localdate(),
        )
        assert titles(client, f"{index.url}?{query}") == expected


def test_deadline_is_told_by_the_organisers_clock_and_by_the_towns(client, index):
    with time_machine.travel(NOON, tick=False):
        closes = dt.datetime(2026, 11, 30, 23, 59, tzinfo=MOSCOW)
        page = contest(index, time_zone="Europe/Moscow", closes_at=closes)
        text = client.get(page.url).content.decode().replace("\u00a0", " ")
    assert "30 ноября 2026 года, 23:59 МСК" in text
    assert "По местному времени: 1 декабря 2026 года, 1:59" in text
    assert 'datetime="2026-12-01T01:59:00+05:00"' in text


@pytest.mark.parametrize("address", ["index", "page"])
def test_a_cached_copy_never_outlives_the_state(client, index, address):
    with time_machine.travel(NOON, tick=False):
        page = contest(index, closes_at=timezone.now() + dt.timedelta(seconds=90))
        url = {"index": index.url, "page": page.url}[address]
        response = client.get(url)
        assert response.cacheable.until == NOON + dt.timedelta(seconds=90)
        assert "badge--warn" in response.content.decode()
        assert not response.cookies
    with time_machine.travel(NOON + dt.timedelta(seconds=90), tick=False):
        response = client.get(url)
        assert "badge--warn" not in response.content.decode()
        assert response.cacheable.until is None


def test_the_announced_one_opens_in_the_cache_too(client, index):
    with time_machine.travel(NOON, tick=False):
        page = contest(
            index, opens_at=timezone.now() + dt.timedelta(seconds=30), closes_at=timezone.now() + dt.timedelta(days=30)
        )
        assert client.get(page.url).cacheable.until == page.opens_at


def test_calendar_of_one_contest(client, index):
    page = contest(index, time_zone="Europe/Moscow", closes_at=dt.datetime(2026, 11, 30, 23, 59, tzinfo=MOSCOW))
    page.consultations = [ContestConsultation(date=dt.date(2026, 11, 25), starts=dt.time(16), place="Кабинет 12")]
    page.save()
    deadline, consultation = Calendar.from_ical(client.get(f"{page.url}ics/").content).events
    assert deadline.start.astimezone(dt.UTC) == dt.datetime(2026, 11, 30, 20, 59, tzinfo=dt.UTC)
    assert str(deadline["url"]) == page.full_url
    assert consultation.start.astimezone(dt.UTC) == dt.datetime(2026, 11, 25, 13, tzinfo=dt.UTC)
    assert deadline["uid"] != consultation["uid"]


def test_calendar_keeps_its_uids_and_follows_the_audience(client, index):
    page = contest(index, title="Для НКО")
    contest(index, title="Для бизнеса", audiences=["business"])
    contest(index, title="Закрыт", opens_at=None, closes_at=timezone.now() - dt.timedelta(days=1))

    def entries(path):
        return Calendar.from_ical(client.get(f"{index.url}{path}").content).events

    assert len(entries("ics/")) == 2
    (before,) = entries("ics/ngo/")
    page.title, page.slug = "Новое имя", "novoe-imya"
    page.save_revision().publish()
    (after,) = entries("ics/ngo/")
    assert after["uid"] == before["uid"]
    assert "Новое имя" in str(after["summary"])
    assert client.get(f"{index.url}ics/aliens/").status_code == 404


def test_feed_is_atom_and_leads_back(client, index):
    page = contest(index, title="Гранты \x0b& субсидии")
    feed = etree.fromstring(client.get(f"{index.url}feed/").content)
    name = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert feed.xpath("string(a:entry/a:link/@href)", namespaces=name) == page.full_url


def test_winners_stand_on_the_page_once_there_are_results(client, site, index):
    project = project_with(ProjectIndexPageFactory(parent=site.home), title="Светлая тропа")
    page = contest(index, opens_at=None, closes_at=timezone.now() - dt.timedelta(days=9))
    page.winners = [ContestWinner(project=project, amount=420_000), ContestWinner(name="ТОС «Северный»", amount=1000)]
    page.save()
    assert "Светлая" not in client.get(page.url).content.decode()
    page.results_on = timezone.localdate()
    page.save()
    text = client.get(page.url).content.decode()
    assert project.url in text
    assert "421\u202f000\u00a0₽" in text
    assert page.url in client.get(project.url).content.decode()


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("closes_at", {"opens_at": NOON, "closes_at": NOON - dt.timedelta(days=1)}),
        ("results_expected_on", {"closes_at": NOON, "results_expected_on": dt.date(2026, 11, 1), "opens_at": None}),
        ("results_on", {"results_on": dt.date(2199, 1, 1)}),
        ("grant_max", {"grant_min": 100, "grant_max": 50}),
        ("grant_max", {"grant_max": 1000, "prize_fund": 500}),
        ("prize_fund", {"prize_fund": 10**11}),
        ("audiences", {"audiences": []}),
    ],
)
def test_what_cannot_be_is_refused_at_the_field(index, field, wrong):
    page = ContestPageFactory.build(**wrong)
    with pytest.raises(ValidationError) as caught:
        page.full_clean(exclude=["path", "depth", "content_type"])
    assert field in caught.value.error_dict


def test_structured_data(client, index):
    page = contest(index, organiser=OrganisationFactory(title="Фонд"), prize_fund=5_000_000)
    markup = client.get(page.url).content.decode()
    data = json.loads(re.search(r'application/ld\+json"[^>]*>(.*?)</script>', markup, re.DOTALL)[1])
    assert data["@type"] == "MonetaryGrant"
    assert data["amount"]["value"] == "5000000.00" or data["amount"]["value"] == "5000000"
    assert data["potentialAction"]["endTime"] == page.closes_at.astimezone(page.clock).isoformat()


def test_the_english_page_has_the_same_dates_and_english_topics(client, site, index):
    topic = TopicFactory(title="Культура")
    english = topic.copy_for_translation(site.en)
    english.title = "Culture"
    english.save()
    page = contest(index, topics=[topic])
    publish_translation(index, site.en, title="Contests")
    translated = publish_translation(page, site.en, title="Contest in English")
    assert translated.closes_at == page.closes_at
    assert translated.audiences == ["ngo"]
    assert "Culture" in client.get(translated.url).content.decode()


@pytest.mark.parametrize("count", [3, 25])
def test_list_in_few_queries(client, index, count, django_assert_max_num_queries):
    for _number in range(count):
        contest(index, organiser=OrganisationFactory(), topics=[TopicFactory()])
    client.get(index.url)
    with django_assert_max_num_queries(12):
        client.get(index.url)
