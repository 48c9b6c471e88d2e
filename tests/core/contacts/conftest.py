import re
from collections.abc import Callable

import pytest
from django.core import mail
from wagtail import hooks

from core.contacts import Action, Belongings, Done
from core.contacts.actions import EXTENSION as ACTIONS
from core.contacts.belongings import EXTENSION as BELONGINGS
from core.extensions import Part
from core.mail.sending import send_due_letters
from core.models import Contact

LINK = re.compile(r"https?://\S+?(/\S*me/link/\S+/)")


class Deed(Action):
    """An action of a room; ``done`` and ``erased`` tell what happened."""

    name = "tests.deed"
    subject = "Подтвердите дело"

    def __init__(self) -> None:
        self.done: list[tuple[str, dict]] = []
        self.erased: list[dict] = []

    def describe(self, payload):
        return None if payload.get("gone") else f"Дело {payload['number']}"

    def perform(self, contact, payload, request):
        self.done.append((contact.email, payload))
        return Done(f"Дело {payload['number']} сделано")

    def erase(self, payload):
        self.erased.append(payload)


class Things(Belongings):
    """What a room keeps."""

    name = "things"

    def __init__(self) -> None:
        self.erased: list[str] = []

    def part(self, contact, request):
        return Part("core/components/protection.html")

    def owners(self):
        return Contact.objects.filter(email__startswith="owner").values_list("pk", flat=True)

    def export(self, contact):
        return [{"thing": contact.email}]

    def erase(self, contact):
        self.erased.append(contact.email)


@pytest.fixture
def deed():
    action = Deed()
    with hooks.register_temporarily(f"extension: {ACTIONS}", lambda: action):
        yield action


@pytest.fixture
def things():
    kept = Things()
    with hooks.register_temporarily(f"extension: {BELONGINGS}", lambda: kept):
        yield kept


@pytest.fixture
def letters() -> Callable[[], list[str]]:
    """Send what is due; the paths of the links in all letters so far."""

    def collect() -> list[str]:
        send_due_letters()
        return [found[1] for letter in mail.outbox if (found := LINK.search(letter.body))]

    return collect
