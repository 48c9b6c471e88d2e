import re
from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client

from core.mail.sending import send_due_letters
from core.roles import ORGANISERS
from forums.registration.forms import RegistrationForm
from tests.factories.core import stamped
from tests.factories.registration import RegistrationPeriodFactory

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
