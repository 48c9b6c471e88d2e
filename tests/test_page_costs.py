"""What a page of each kind asks of the database: when it was asked for before, and right after a change of content."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.page_cache import stamp
from forums.followup.subjects import find_subject
from forums.registration.addresses import manage_path
from forums.registration.models import Registration
from forums.witnesses.models import Witness
from home.subscriptions.models import Newsletter
from tests.addresses import addresses

#: Once what belongs to the whole site is known, and when nothing is.
MOST_WARM, MOST_COLD = 12, 24


#: Statements that ask nothing: PostgreSQL's engine searches in transactions of its own.
NO_QUESTIONS = ("BEGIN", "COMMIT", "SET LOCAL")


def asked(address: str) -> int:
    """How many questions a request by somebody new takes."""
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(address).status_code in (200, 404)
        return sum(not query["sql"].startswith(NO_QUESTIONS) for query in captured.captured_queries)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_kind_of_page_asks_few_questions(demo, language):
    assert too_many(addresses(language)) == {}


def test_pages_whose_address_names_one_thing_ask_few_questions(demo):
    """Those that are neither Wagtail's pages nor in the map of the site."""
    item = find_subject(Witness.objects.public().latest("pk").recommendation_key)
    newsletter = Newsletter.objects.exclude(sent_at=None).latest("pk")
    place = Registration.objects.placed().exclude(contact=None).latest("pk")
    assert item
    named = {"word": f"{item.url}witness/", "newsletter": newsletter.url, "place": manage_path(place)}
    assert too_many(named) == {}


def too_many(named: dict[str, str]) -> dict[tuple[str, str], dict[str, int]]:
    """Of addresses by their kind those that ask more than they may, and how much."""
    over = {}
    for kind, address in named.items():
        stamp.bump()
        cold, warm = asked(address), asked(address)
        if cold > MOST_COLD or warm > MOST_WARM:
            over[kind, address] = {"cold": cold, "warm": warm}
    return over
