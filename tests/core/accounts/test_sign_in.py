"""Wrong passwords are counted, by account and by address, and logged."""

import datetime as dt

import pytest
import time_machine
from django.conf import settings as site_settings
from django.utils import timezone

pytestmark = pytest.mark.django_db
RIGHT = "длинный пароль редактора"
WRONG = "совсем не тот"


@pytest.fixture
def attempt(client, django_user_model, settings, site):
    settings.AXES_ENABLED = True
    settings.CLIENT_ADDRESS_HEADER = "X-Real-IP"
    for name in ("anna", "boris"):
        django_user_model.objects.create_superuser(name, f"{name}@novodumsk.example", RIGHT)

    def post(name: str = "anna", password: str = WRONG, address: str = "203.0.113.5"):
        data = {"username": name, "password": password}
        return client.post("/admin/login/", data, headers={"X-Real-IP": address})

    return post


def test_an_account_is_closed_for_a_while_whatever_the_address(attempt, caplog):
    answers = [attempt(address=f"203.0.113.{number}") for number in range(25)]
    assert [answer.status_code for answer in answers].count(429) >= 25 - site_settings.AXES_FAILURE_LIMIT
    assert "AXES" in caplog.text
    assert WRONG not in caplog.text

    refused = attempt(password=RIGHT, address="198.51.100.1")
    assert refused.status_code == 429
    assert refused["Retry-After"] == "900"
    assert "15" in refused.content.decode()

    with time_machine.travel(timezone.now() + dt.timedelta(minutes=16)):
        assert attempt(password=RIGHT, address="198.51.100.1").status_code == 302


def test_an_address_is_closed_whatever_the_account(attempt):
    for number in range(site_settings.AXES_FAILURE_LIMIT):
        attempt(name=f"nobody{number}")
    assert attempt(name="boris", password=RIGHT).status_code == 429
    assert attempt(name="boris", password=RIGHT, address="198.51.100.1").status_code == 302


def test_who_remembers_the_password_starts_anew(attempt):
    for _number in range(site_settings.AXES_FAILURE_LIMIT - 1):
        attempt()
    assert attempt(password=RIGHT).status_code == 302
    for _number in range(site_settings.AXES_FAILURE_LIMIT - 1):
        attempt()
    assert attempt(password=RIGHT).status_code == 302


def test_a_session_lasts_a_working_day(attempt, client):
    attempt(password=RIGHT)
    with time_machine.travel(timezone.now() + dt.timedelta(hours=9)):
        assert client.get("/admin/").status_code == 200
    with time_machine.travel(timezone.now() + dt.timedelta(hours=11)):
        assert client.get("/admin/").status_code == 302
