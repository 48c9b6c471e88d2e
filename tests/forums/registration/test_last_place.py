"""Many ask for the last place at once: it is given once, on SQLite and on PostgreSQL alike."""

import secrets
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from core.contacts.requests import token_digest
from core.models import ContactLink, RequestedAction
from core.models.contacts import UNCONFIRMED_LIFETIME
from forums.registration.actions import Register
from forums.registration.acts import NoRoom, change
from forums.registration.choices import Status
from forums.registration.models import Registration
from tests import databases
from tests.factories.core import make_site
from tests.factories.registration import RegistrationFactory, RegistrationPeriodFactory

AT_ONCE = 50


@pytest.fixture
def one_place(django_db_setup, django_db_blocker, monkeypatch):
    """A section with one free place of three, and one with many; committed, for threads to see.

    Who gets the place is asked here, not how soon: on a busy machine the last of fifty would wait longer for SQLite's
    lock than a visitor is let wait, and be asked to press again.
    """
    if connection.vendor == "sqlite":
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 120)
    with django_db_blocker.unblock(), databases.migrated():
        make_site()
        period = RegistrationPeriodFactory(sections=[("Дворы", 3), ("Деньги", 500)])
        RegistrationFactory(period=period, party_size=2)
        yield period


def at_once(act, values) -> list:
    """``act`` of each value in a thread of its own, all let go together."""
    gate = Barrier(len(values))

    def run(value):
        gate.wait()
        try:
            return act(value)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(values)) as pool:
        return list(pool.map(run, values))


def link_to_confirm(period, number: int) -> str:
    """The address in the letter to somebody who has filled in the form."""
    email, token = f"resident-at-once-{number}@novodumsk.example", secrets.token_urlsafe(32)
    registration = RegistrationFactory(period=period, status=Status.UNCONFIRMED, number=None, contact=None)
    RequestedAction.objects.create(email=email, action=Register.name, payload={"registration": registration.pk})
    expires = timezone.now() + UNCONFIRMED_LIFETIME
    ContactLink.objects.create(email=email, digest=token_digest(token), limit_key=email, expires_at=expires)
    return f"/me/link/{token}/"


def test_fifty_requests_for_the_last_place(one_place):
    links = [link_to_confirm(one_place, number) for number in range(AT_ONCE)]
    answers = at_once(lambda link: Client().post(link).status_code, links)
    assert answers == [200] * AT_ONCE
    section = one_place.sections.first()
    assert section.registrations.taken_places() == section.capacity
    assert section.registrations.filter(status=Status.WAITING).count() == AT_ONCE - 1
    numbers = Registration.objects.values_list("number", flat=True)
    assert sorted(numbers) == list(range(1, AT_ONCE + 2))


def test_many_move_to_the_last_place(one_place):
    section = one_place.sections.first()
    movers = RegistrationFactory.create_batch(12, period=one_place, section=one_place.sections.last())

    def move(registration) -> str:
        try:
            return change(registration.pk, section, 1).status
        except NoRoom:
            return "no room"

    found = at_once(move, movers)
    assert sorted(found) == sorted([Status.PLACED, *["no room"] * 11])
    assert section.registrations.taken_places() == section.capacity
