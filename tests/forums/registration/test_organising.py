import datetime as dt
import io
import json
import uuid

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from core.contacts.erasure import erase_expired
from core.models import Contact, Letter
from core.roles import ADMINISTRATORS
from forums.registration.acts import check_in
from forums.registration.choices import Status
from forums.registration.erasure import erase, overdue_periods
from forums.registration.figures import figures_of
from forums.registration.letters import tell
from forums.registration.models import CheckIn, Registration, RegistrationPeriod
from tests.factories.proposals import ContactFactory
from tests.factories.registration import QuestionFactory, RegistrationFactory
from tests.reading import words

pytestmark = pytest.mark.django_db
LIST = "/admin/registration/"
DOOR = f"{LIST}check-in/"


def sync(client, period, *entries):
    """Send check-ins as the browser does."""
    return client.post(f"{DOOR}sync/?forum={period.pk}", json.dumps({"entries": entries}), "application/json")


def entry(registration, kind="here", **more):
    return {"key": uuid.uuid4().hex, "kind": kind, "registration": registration.pk, **more}


def pdf_words(response) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages)


# --- the list and its files -------------------------------------------------------------------------------------


def test_the_list_is_filtered_by_section_status_and_words(organiser, period):
    anna = RegistrationFactory(period=period, name="Анна Придуманная")
    boris = RegistrationFactory(period=period, name="Борис Небывалый", section=period.sections.last())
    vera = RegistrationFactory(period=period, name="Вера Выдуманная", status=Status.WAITING)
    RegistrationFactory(period=period, name="Никто", status=Status.UNCONFIRMED, number=None)
    queries = {
        "": {anna, boris, vera},
        f"section={boris.section_id}": {boris},
        "status=waiting": {vera},
        "q=придуманная": {anna},
        f"q={vera.number}": {vera},
        "q=нет такого": set(),
        "here=no": {anna, boris},
        "here=x&status=x&section=x&p=x": {anna, boris, vera},
    }
    for query, expected in queries.items():
        assert set(organiser.get(f"{LIST}?{query}").context["page_obj"]) == expected, query


def test_the_list_asks_no_more_for_more_rows(organiser, period):
    RegistrationFactory(period=period)
    organiser.get(LIST)
    counted = []
    for _turn in range(2):
        with CaptureQueriesContext(connection) as queries:
            organiser.get(LIST)
        counted.append(len(queries))
        RegistrationFactory.create_batch(5, period=period)
    assert counted[0] == counted[1]


def test_the_tables_hold_the_answers_to_the_organisers_questions(organiser, period):
    question = QuestionFactory(period=period, text="Нужен ли обед?", kind="yes_no")
    RegistrationFactory(period=period, name="=Анна", answers={str(question.pk): "yes"})
    csv = organiser.get(f"{LIST}registrations.csv").content.decode("utf-8-sig")
    assert "Нужен ли обед?" in csv
    assert "'=Анна" in csv
    book = load_workbook(io.BytesIO(organiser.get(f"{LIST}registrations.xlsx").content))
    assert [cell.value for cell in book.active[2]][1] == "=Анна"


def test_the_tables_hold_what_the_list_shows(organiser, period):
    RegistrationFactory(period=period, name="Анна Придуманная")
    RegistrationFactory(period=period, name="Борис Небывалый", section=period.sections.last())
    chosen = f"section={period.sections.last().pk}"
    csv = organiser.get(f"{LIST}registrations.csv?{chosen}").content.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(organiser.get(f"{LIST}registrations.xlsx?{chosen}").content))
    assert [name for name in ("Анна Придуманная", "Борис Небывалый") if name in csv] == ["Борис Небывалый"]
    assert [row[1] for row in book.active.iter_rows(min_row=2, values_only=True)] == ["Борис Небывалый"]


def test_lists_have_a_page_a_section_and_blank_rows(organiser, period):
    RegistrationFactory(period=period, name="Анна Придуманная")
    RegistrationFactory(period=period, name="Борис Небывалый", section=period.sections.last())
    RegistrationFactory(period=period, name="Вера Ждущая", status=Status.WAITING)
    response = organiser.get(f"{LIST}lists.pdf")
    assert len(PdfReader(io.BytesIO(response.content)).pages) == 2
    found = pdf_words(response)
    assert "Анна Придуманная" in found
    assert "Борис Небывалый" in found
    assert "Вера Ждущая" not in found


def test_a_badge_for_each_person(organiser, period):
    RegistrationFactory(period=period, name="Анна Придуманная", party_size=3)
    RegistrationFactory.create_batch(6, period=period)
    response = organiser.get(f"{LIST}badges.pdf")
    assert len(PdfReader(io.BytesIO(response.content)).pages) == 2
    assert pdf_words(response).count("Анна Придуманная") == 3


def test_files_of_nobody_are_files(organiser, period):
    for name in ("lists.pdf", "badges.pdf", "registrations.csv", "registrations.xlsx"):
        assert organiser.get(f"{LIST}{name}").status_code == 200
    assert organiser.get(f"{LIST}?forum=999").status_code == 404
    assert organiser.get(f"{LIST}?forum=x").status_code == 404


def test_an_organiser_cancels_for_somebody_who_rang(organiser, period):
    registration = RegistrationFactory(period=period)
    for _turn in range(2):
        assert organiser.post(f"{LIST}{registration.pk}/cancel/").status_code == 302
    registration.refresh_from_db()
    assert registration.status == Status.CANCELLED


# --- the form of the period -------------------------------------------------------------------------------------


def period_form(period, **change):
    """The form of a forum's registration as Wagtail's editor sends it, without sections and questions."""
    empty = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    sections = {f"sections-{name}": value for name, value in empty.items()}
    questions = {f"questions-{name}": value for name, value in empty.items()}
    return {
        "forum": period.forum_id,
        "opens_at": timezone.localtime(period.opens_at).strftime("%d.%m.%Y %H:%M"),
        "closes_at": timezone.localtime(period.closes_at).strftime("%d.%m.%Y %H:%M"),
        "intro": "",
        "party_limit": 3,
        "asks_needs": "on",
        "reminder_days": 2,
        "offer_hours": 24,
        "keep_days": 30,
        **sections,
        **questions,
        **change,
    }


def test_a_registration_without_sections_takes_those_of_the_forum(organiser, period):
    forum = period.forum
    forum.tracks = [{"type": "track", "value": {"title": title, "topic": None}} for title in ("Школы", "Парки")]
    forum.save()
    data = period_form(period)
    period.delete()
    response = organiser.post(reverse("wagtailsnippets_registration_registrationperiod:add"), data)
    assert response.status_code == 302
    sections = RegistrationPeriod.objects.get().sections
    assert [(one.title, one.capacity) for one in sections.all()] == [("Школы", 0), ("Парки", 0)]


def test_a_section_that_somebody_chose_is_not_removed(organiser, period):
    registration = RegistrationFactory(period=period)
    section = registration.section
    data = period_form(period) | {
        "sections-TOTAL_FORMS": 1,
        "sections-INITIAL_FORMS": 1,
        "sections-0-id": section.pk,
        "sections-0-title": section.title,
        "sections-0-capacity": 5,
        "sections-0-ORDER": 1,
        "sections-0-DELETE": "on",
    }
    address = reverse("wagtailsnippets_registration_registrationperiod:edit", args=[period.pk])
    response = organiser.post(address, data)
    assert response.status_code == 200
    assert period.sections.filter(pk=section.pk).exists()
    assert organiser.post(address, data | {"sections-0-DELETE": ""}).status_code == 302


# --- letters ----------------------------------------------------------------------------------------------------


def test_a_letter_is_shown_first_and_sent_once(organiser, period, letters):
    RegistrationFactory(period=period, contact=ContactFactory(email="anna@novodumsk.example"))
    last = period.sections.last()
    RegistrationFactory(period=period, section=last, contact=ContactFactory(email="boris@novodumsk.example"))
    RegistrationFactory(period=period, status=Status.WAITING)
    data = {
        "forum": period.pk,
        "audience": f"section-{last.pk}",
        "subject": "О зале",
        "text": "Зал № 2.",
        "key": uuid.uuid4(),
    }
    address = f"{LIST}letter/"
    page = organiser.post(address, data | {"act": "preview"})
    assert page.context["preview"]["count"] == 1
    assert not letters()
    for _turn in range(2):
        organiser.post(address, data | {"act": "send"})
    (letter,) = letters()
    assert (letter.to, letter.subject) == (["boris@novodumsk.example"], "О зале")
    assert "Зал № 2." in letter.body
    assert organiser.post(address, data | {"audience": "все"}).status_code == 422


# --- at the door ------------------------------------------------------------------------------------------------


def test_a_hundred_kept_check_ins_sync_without_doubles(organiser, period):
    period.sections.update(capacity=200)
    registrations = RegistrationFactory.create_batch(100, period=period)
    entries = [entry(one) for one in registrations]
    first = sync(organiser, period, *entries).json()
    assert (len(first["done"]), first["refused"]) == (100, {})
    again = sync(organiser, period, *entries).json()
    assert len(again["here"]) == 100
    assert CheckIn.objects.count() == 100
    assert figures_of(period).came == 100


def test_the_latest_moment_counts_in_whatever_order_it_comes(organiser, period):
    registration = RegistrationFactory(period=period)
    now = timezone.now()
    here = entry(registration, at=(now - dt.timedelta(minutes=9)).isoformat())
    undo = entry(registration, "undo", at=(now - dt.timedelta(minutes=5)).isoformat())
    sync(organiser, period, undo)
    sync(organiser, period, here)
    registration.refresh_from_db()
    assert registration.arrived_at is None
    sync(organiser, period, entry(registration, at="вчера"))
    registration.refresh_from_db()
    assert registration.arrived_at is not None


def test_what_makes_no_sense_holds_up_nothing(organiser, period):
    registration = RegistrationFactory(period=period)
    waiting = RegistrationFactory(period=period, status=Status.WAITING)
    bad = [
        "x", {}, {"key": "x"}, {"key": uuid.uuid4().hex}, {"key": uuid.uuid4().hex, "registration": "1"},
        {"key": uuid.uuid4().hex, "registration": 10**30}, {"key": uuid.uuid4().hex, "kind": "walk_in"}, entry(waiting),
    ]  # fmt: skip
    answer = sync(organiser, period, *bad, entry(registration)).json()
    assert (len(answer["done"]), len(answer["refused"])) == (1, 5)
    for body in ("", "[]", "{}", '{"entries": 1}', "\x00"):
        assert organiser.post(f"{DOOR}sync/?forum={period.pk}", body, "application/json").status_code == 400


def test_somebody_who_comes_without_registering_is_added_once(organiser, period):
    section = period.sections.first()
    data = {"forum": period.pk, "name": "Глеб Выдуманный", "section": section.pk, "party_size": 2, "key": uuid.uuid4()}
    for _turn in range(2):
        assert organiser.post(DOOR, data).status_code == 302
    kept = {"key": uuid.uuid4().hex, "kind": "walk_in", "name": "Дина", "section": section.pk, "party_size": 1}
    for _turn in range(2):
        assert sync(organiser, period, kept).json()["done"] == [kept["key"]]
    figures = figures_of(period)
    assert (figures.came, figures.came_unregistered, figures.registered) == (3, 3, 0)
    assert organiser.post(DOOR, data | {"name": " ", "key": uuid.uuid4()}).status_code == 422


def test_one_tap_without_a_script(organiser, period):
    registration = RegistrationFactory(period=period)
    for kind, came in (("here", True), ("undo", False)):
        organiser.post(f"{DOOR}{registration.pk}/", {"key": uuid.uuid4(), "kind": kind})
        registration.refresh_from_db()
        assert (registration.arrived_at is not None) is came


def test_the_door_asks_no_more_for_more_people(organiser, period):
    RegistrationFactory(period=period)
    organiser.get(DOOR)
    counted = []
    for _turn in range(2):
        with CaptureQueriesContext(connection) as queries:
            page = organiser.get(DOOR)
        counted.append(len(queries))
        RegistrationFactory.create_batch(5, period=period)
    assert counted[0] == counted[1]
    assert len(page.context["rows"]) == 6
    assert len(organiser.get(f"{DOOR}?q={Registration.objects.first().number}").context["rows"]) == 1


def test_nobody_else_gets_in(client, period):
    registration = RegistrationFactory(period=period)
    user = get_user_model().objects.create_user("editor", "editor@novodumsk.example", "secret")
    user.groups.add(Group.objects.get(name="Редакторы"))
    client.force_login(user)
    for address in (LIST, DOOR, f"{LIST}registrations.csv", f"{LIST}lists.pdf"):
        assert client.get(address).status_code in (302, 403)
    sync(client, period, entry(registration))
    assert not CheckIn.objects.exists()


# --- after the forum --------------------------------------------------------------------------------------------


@pytest.fixture
def over(period):
    """A moment at which the forum is over, and its names are not due to be erased."""
    return timezone.make_aware(dt.datetime.combine(period.forum.starts_on + dt.timedelta(days=2), dt.time(12)))


def test_the_forums_page_says_who_came(client, period, over):
    registration = RegistrationFactory(period=period, party_size=2)
    RegistrationFactory(period=period)
    assert "attendance" not in client.get(period.forum.url).content.decode()
    check_in(registration, uuid.uuid4(), timezone.now(), is_here=True, by=None)
    with time_machine.travel(over):
        page = client.get(period.forum.url).content.decode()
    assert 'aria-labelledby="attendance"' in page
    assert "<dd>3</dd>" in page
    assert "<dd>2</dd>" in page


def test_names_go_in_time_and_the_figures_stay(period, organiser, over):
    registration = RegistrationFactory(period=period, needs="Пандус", answers={"1": "да"}, party_size=2)
    RegistrationFactory(period=period, status=Status.UNCONFIRMED, number=None, contact=None)
    check_in(registration, uuid.uuid4(), timezone.now(), is_here=True, by=None)
    tell(registration, Status.PLACED)
    assert Letter.objects.count() == 1
    before = figures_of(period)
    with time_machine.travel(over):
        erase_expired()
        assert Contact.objects.exists()
    with time_machine.travel(over + dt.timedelta(days=30)):
        assert overdue_periods() == [period]
        erase_expired()
        assert not overdue_periods()
    registration.refresh_from_db()
    assert (registration.name, registration.needs, registration.answers, registration.contact) == ("", "", {}, None)
    assert not Contact.objects.exists()
    assert not Letter.objects.exists()
    assert Registration.objects.count() == 1
    assert figures_of(period) == before
    found = pdf_words(organiser.get(f"{LIST}erasure.pdf?forum={period.pk}"))
    assert period.forum.title in found
    assert RegistrationPeriod.objects.get().erased_count == 1
    assert erase(period) == 0


def test_an_organiser_erases_at_once_after_the_forum_only(organiser, period, over):
    registration = RegistrationFactory(period=period)
    organiser.post(f"{LIST}erase/", {"forum": period.pk})
    registration.refresh_from_db()
    assert registration.name
    assert organiser.get(f"{LIST}erasure.pdf").status_code == 404
    RegistrationPeriod.objects.update(keep_days=60)
    type(period.forum).objects.filter(pk=period.forum_id).update(starts_on=timezone.localdate() - dt.timedelta(days=2))
    organiser.post(f"{LIST}erase/", {"forum": period.pk})
    registration.refresh_from_db()
    assert not registration.name


def test_overdue_erasure_is_on_the_administrators_desk(period):
    user = get_user_model().objects.create_user("root", "root@novodumsk.example", "secret")
    user.groups.add(Group.objects.get(name=ADMINISTRATORS))
    client = Client()
    client.force_login(user)
    assert f'href="{LIST}"' not in _desk(client)
    type(period.forum).objects.filter(pk=period.forum_id).update(starts_on=timezone.localdate() - dt.timedelta(days=40))
    assert f'href="{LIST}"' in _desk(client)


def _desk(client) -> str:
    """The first screen without its menu."""
    return words(client.get("/admin/")).partition("<main")[2]
