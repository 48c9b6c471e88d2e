import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from core.contacts.forms import AddressForm
from core.mail.sending import send_due_letters
from tests.factories.core import stamped
from tests.factories.proposals import ProposalPeriodFactory

LINK = re.compile(r"https?://[^/\s]+(/\S*me/link/\S+/)")


@pytest.fixture
def period(site):
    """A forum that takes proposals today."""
    return ProposalPeriodFactory()


@pytest.fixture
def base(period) -> str:
    return f"{period.forum.url}proposals/"


@pytest.fixture
def last_link() -> Callable[[], str]:
    """Send what is due; the link of the last letter."""

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


def words(response) -> str:
    """The page with plain spaces: typography ties words together."""
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")
