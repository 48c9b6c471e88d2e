"""What a page of each kind asks of the database: when it was asked for before, and right after a change of content."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.page_cache import stamp
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
    over = {}
    for kind, address in addresses(language).items():
        stamp.bump()
        cold, warm = asked(address), asked(address)
        if cold > MOST_COLD or warm > MOST_WARM:
            over[kind, address] = {"cold": cold, "warm": warm}
    assert over == {}
