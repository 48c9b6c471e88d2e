import re
from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client

from core.contacts.forms import AddressForm
from core.mail.sending import send_due_letters
from core.roles import ORGANISERS
from forums.registration.forms import RegistrationForm
from tests.factories.core import stamped
from tests.factories.registration import RegistrationPeriodFactory

LINK = re.compile(r"https?://[^/\s]+(/\S*me/link/\S+/)")
OWN = re.compile(r"https?://[^/\s]+(/\S*registration/\S+/)")
NAME = RegistrationForm.form_name


@pytest.fixture
def period(site):
    """A forum that takes registrations: ten places in one section, one in the other."""
    return RegistrationPeriodFactory(sections=[("Дворы", 10), ("Деньги", 1)])


@pytest.fixture
def base(period) -> str:
    return f"{period.forum.url}registration/"


@pytest.fixture
def letters() -> Callable[[], list]:
    """Send what is due; all letters that went out since the last time."""

    def send() -> list:
        seen = len(mail.outbox)
        send_due_letters()
        return mail.outbox[seen:]

    return send


@pytest.fixture
def last_link() -> Callable[[], str]:
    """Send what is due; the link to confirm in the last letter that has one."""

    def find() -> str:
        send_due_letters()
        return next(found[1] for letter in reversed(mail.outbox) if (found := LINK.search(letter.body)))

    return find


@pytest.fixture
def signed_in(last_link) -> Callable[[str], Client]:
    """A visitor who has opened «My page» of an address."""

    def open_page(email: str) -> Client:
        client = Client()
        client.post("/me/", stamped(AddressForm.form_name, {"email": email}))
        client.post(last_link())
        return client

    return open_page


@pytest.fixture
def organiser(period) -> Client:
    """A member of the organisers and of nothing else."""
    user = get_user_model().objects.create_user("organiser", "organiser@novodumsk.example", "secret")
    user.groups.add(Group.objects.get(name=ORGANISERS))
    client = Client()
    client.force_login(user)
    return client


def filled(period, **change) -> dict:
    """The form as somebody fills it in."""
    data = {
        "name": "Анна Придуманная",
        "email": "anna@novodumsk.example",
        "section": period.sections.first().pk,
        "party_size": 1,
        "needs": "",
        "consent": "on",
    }
    return stamped(NAME, data | change)


def own_link(letter) -> str:
    """The path of the owner's page in a letter."""
    return OWN.search(letter.body)[1]


def words(response) -> str:
    """The page with plain spaces: typography ties words together."""
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")
