import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from core.contacts import ask
from core.contacts.addresses import limit_key
from core.contacts.erasure import erase_expired
from core.models import Consent, Contact, ContactLink, RequestedAction
from tests.reading import words

pytestmark = pytest.mark.django_db
ANNA = "anna@novodumsk.example"


@pytest.fixture
def request_from(rf):
    return lambda **options: ask(rf.post("/"), "tests.deed", {"number": 1, **options.pop("payload", {})}, **options)


def test_nothing_is_done_before_the_button_is_pressed(site, deed, letters, request_from, client):
    response = request_from(email="Anna@Novodumsk.example")
    assert response.url == "/me/sent/"
    (link,) = letters()
    assert mail.outbox[0].to == [ANNA]
    assert mail.outbox[0].subject == "Подтвердите дело"
    shown = client.get(link)
    assert "Дело 1" in words(shown)
    assert "no-store" in shown["Cache-Control"]
    assert not shown.cookies
    assert not deed.done
    assert not Contact.objects.exists()
    assert "Дело 1 сделано" in words(client.post(link))
    assert deed.done == [(ANNA, {"number": 1})]


def test_the_letter_says_nothing_that_the_sender_of_the_form_wrote(site, deed, letters, request_from):
    request_from(email=ANNA, payload={"number": "BUY https://spam.example"})
    letters()
    assert "spam" not in mail.outbox[0].body


def test_a_link_is_good_once(site, deed, letters, request_from, client):
    request_from(email=ANNA)
    (link,) = letters()
    client.post(link)
    for answer in (client.post(link), client.get(link), client.get("/me/link/never-sent/")):
        assert answer.status_code == 410
    assert len(deed.done) == 1


def test_the_button_works_without_cookies(site, deed, letters, request_from):
    request_from(email=ANNA)
    (link,) = letters()
    assert Client(enforce_csrf_checks=True).post(link).status_code == 200
    assert deed.done


def test_known_and_unknown_addresses_are_answered_alike(site, deed, request_from, letters):
    Contact.objects.create(email=ANNA)
    known, unknown = request_from(email=ANNA), request_from(email="boris@novodumsk.example")
    assert (known.status_code, known.url, known.cookies) == (unknown.status_code, unknown.url, unknown.cookies)
    letters()
    assert mail.outbox[0].body.split("http")[0] == mail.outbox[1].body.split("http")[0]


def test_a_visitor_whose_address_is_confirmed_gets_no_letter(site, deed, letters, request_from, client, rf):
    request_from(email=ANNA)
    client.post(letters()[0])
    again = rf.post("/")
    again.COOKIES = {"contact": client.cookies["contact"].value}
    response = ask(again, "tests.deed", {"number": 2})
    assert "Дело 2 сделано" in words(response)
    assert len(letters()) == 1


def test_one_letter_an_hour_and_three_a_day_and_nothing_is_lost(site, deed, letters, request_from, client):
    start = timezone.now().replace(hour=10, minute=0)
    with time_machine.travel(start, tick=False):
        request_from(email=ANNA)
        for number in range(2, 8):
            request_from(email="anna+more@novodumsk.example" if number == 7 else ANNA, payload={"number": number})
        assert len(letters()) == 1
    with time_machine.travel(start + dt.timedelta(hours=1), tick=False):
        _first, second = letters()
        request_from(email=ANNA, payload={"number": 9})
        client.post(second)
    assert {payload["number"] for _email, payload in deed.done} == {1, 2, 3, 4, 5, 6, 9}
    with time_machine.travel(start + dt.timedelta(hours=2), tick=False):
        assert len(letters()) == 3
        request_from(email=ANNA)
    with time_machine.travel(start + dt.timedelta(hours=23, minutes=59), tick=False):
        assert len(letters()) == 3
    with time_machine.travel(start + dt.timedelta(hours=24), tick=False):
        assert len(letters()) == 4


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("anna@novodumsk.example", "ANNA+forum@Novodumsk.example", True),
        ("an.na@gmail.com", "anna@gmail.com", True),
        ("an.na@novodumsk.example", "anna@novodumsk.example", False),
    ],
)
def test_addresses_of_one_mailbox_share_the_limit(one, other, same):
    assert (limit_key(one) == limit_key(other)) is same


def test_consents_are_kept_with_their_words_time_and_way(site, deed, letters, request_from, client):
    request_from(email=ANNA, consents=[Consent.Kind.PROCESSING, Consent.Kind.NAME])
    assert not Consent.objects.exists()
    client.post(letters()[0])
    kept = Consent.objects.get(kind="processing")
    assert "Администрация города Новодумска" in kept.text
    assert kept.version
    assert kept.given_by
    assert {consent.kind for consent in Contact.objects.get().consents.all()} == {"processing", "name"}


def test_what_is_gone_meanwhile_is_not_done(site, deed, letters, request_from, client):
    request_from(email=ANNA, payload={"gone": True})
    client.post(letters()[0])
    assert not deed.done
    assert RequestedAction.objects.get().done_at


def test_what_is_not_confirmed_is_erased_after_seven_days(site, deed, things, letters, request_from):
    request_from(email=ANNA)
    letters()
    with time_machine.travel(timezone.now() + dt.timedelta(days=6, hours=23)):
        erase_expired()
        assert RequestedAction.objects.exists()
    with time_machine.travel(timezone.now() + dt.timedelta(days=8)):
        erase_expired()
    assert deed.erased == [{"number": 1}]
    assert not RequestedAction.objects.exists()
    assert not ContactLink.objects.exists()


def test_an_address_with_nothing_is_erased_and_one_with_something_stays(site, things):
    for email in ("owner@novodumsk.example", ANNA):
        Contact.objects.create(email=email, confirmed_at=timezone.now() - dt.timedelta(days=8))
    erase_expired()
    assert [contact.email for contact in Contact.objects.all()] == ["owner@novodumsk.example"]
