import datetime as dt
import json

import pytest
import time_machine
from django.core import mail
from django.db.models import Q
from django.test import Client
from django.utils import timezone

from core.contacts.consents import give_consent
from core.contacts.forms import AddressForm, NewAddressForm
from core.mail import write_letter
from core.models import Consent, Contact, Letter
from tests.factories.core import stamped

pytestmark = pytest.mark.django_db
ANNA = "anna@novodumsk.example"


@pytest.fixture
def anna(site, client, letters):
    """A contact whose page ``client`` has opened by a link."""
    client.post("/me/", stamped(AddressForm.form_name, {"email": ANNA}))
    client.post(letters()[-1])
    return Contact.objects.get(email=ANNA)


def test_the_link_opens_the_page_in_one_session(anna, client, things):
    assert ANNA in client.get("/me/").content.decode()
    assert "no-store" in client.get("/me/")["Cache-Control"]
    assert client.cookies["contact"]["httponly"]
    assert "sessionid" not in client.cookies
    assert ANNA not in Client().get("/me/").content.decode()


def test_an_older_session_ends_when_a_new_link_is_opened(anna, client, letters):
    with time_machine.travel(timezone.now() + dt.timedelta(minutes=59)):
        assert ANNA in client.get("/me/").content.decode()
    other = Client()
    with time_machine.travel(timezone.now() + dt.timedelta(hours=1)):
        other.post("/me/", stamped(AddressForm.form_name, {"email": ANNA}))
        other.post(letters()[-1])
        assert ANNA in other.get("/me/").content.decode()
    assert ANNA not in client.get("/me/").content.decode()


def test_a_session_lasts_an_hour(anna, client):
    with time_machine.travel(timezone.now() + dt.timedelta(minutes=61)):
        assert ANNA not in client.get("/me/").content.decode()


def test_leaving_ends_the_session_everywhere(anna, client):
    value = client.cookies["contact"].value
    client.post("/me/leave/")
    client.cookies["contact"] = value
    assert ANNA not in client.get("/me/").content.decode()


def test_the_export_holds_what_every_room_keeps(anna, client, things):
    give_consent(anna, Consent.Kind.PROCESSING, "в тесте")
    data = json.loads(client.get("/me/my-data.json").content)
    assert data["email"] == ANNA
    assert data["things"] == [{"thing": ANNA}]
    assert data["consents"][0]["kind"] == "processing"
    assert Client().get("/me/my-data.json").status_code == 302


def test_one_click_erases_everything(anna, client, things):
    write_letter("office@novodumsk.example", "tests.question", "Вопрос", "core/mail/moved", reply_to=ANNA)
    assert client.get("/me/erase/").status_code == 405
    response = client.post("/me/erase/")
    assert response.status_code == 200
    assert things.erased == [ANNA]
    assert not Contact.objects.exists()
    assert not Letter.objects.filter(Q(recipient=ANNA) | Q(reply_to=ANNA)).exists()
    assert ANNA not in client.get("/me/").content.decode()


def test_the_address_changes_when_the_new_one_confirms(anna, client, letters):
    new = "new@novodumsk.example"
    client.post("/me/address/", stamped(NewAddressForm.form_name, {"email": new}))
    anna.refresh_from_db()
    assert anna.email == ANNA
    client.post(letters()[-1])
    anna.refresh_from_db()
    assert anna.email == new
    letters()
    assert mail.outbox[-1].to == [ANNA]
    assert new in client.get("/me/").content.decode()


def test_an_address_with_a_page_of_its_own_is_not_taken_over(anna, client, letters, things):
    Contact.objects.create(email="owner@novodumsk.example")
    client.post("/me/address/", stamped(NewAddressForm.form_name, {"email": "owner@novodumsk.example"}))
    client.post(letters()[-1])
    assert set(Contact.objects.values_list("email", flat=True)) == {ANNA, "owner@novodumsk.example"}


def test_a_consent_is_taken_back(anna, client):
    give_consent(anna, Consent.Kind.NAME, "в тесте")
    client.post("/me/consents/name/withdraw/")
    assert Consent.objects.get().withdrawn_at


@pytest.mark.parametrize(
    "email", ["", "нет", "a@b", "anna@novodumsk.example\r\nBcc: x@y.example", "a" * 300 + "@b.example"]
)
def test_a_bad_address_is_answered(site, client, email):
    response = client.post("/me/", stamped(AddressForm.form_name, {"email": email}))
    assert response.status_code == 422
    assert not mail.outbox


def test_english_pages_and_letters(site, client, letters):
    client.post("/en/me/", stamped(AddressForm.form_name, {"email": ANNA}))
    (link,) = letters()
    assert link.startswith("/en/me/link/")
    assert mail.outbox[0].subject == "Open My page"
