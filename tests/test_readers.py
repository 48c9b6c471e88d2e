"""What a reader's request asks of the database, on the pages of the demo, with nothing kept."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.page_cache import stamp

MOST_QUERIES = 12
#: Lists, the front page, pages of a section, an address that does not exist.
ADDRESSES = [
    "/",
    "/en/",
    "/forums/",
    "/projects/",
    "/projects/?view=map",
    "/councils/",
    "/news/",
    "/contests/",
    "/events/",
    "/practices/",
    "/documents/",
    "/accessibility/",
    "/nowhere/at/all/",
]


@pytest.fixture
def asked(demo):
    """Asks for an address as somebody new; gives what the database was asked."""

    def ask(address: str) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            assert Client().get(address).status_code in (200, 404)
            return [query["sql"] for query in captured.captured_queries]

    return ask


def test_readers_write_nothing_however_fresh_the_content(asked):
    for address in ADDRESSES:
        stamp.bump()
        written = [sql for sql in asked(address) if not sql.lstrip("(").startswith("SELECT")]
        assert written == [], address


def test_pages_ask_few_questions_once_the_shell_is_known(asked):
    over = {}
    for address in ADDRESSES:
        asked(address)
        if len(queries := asked(address)) > MOST_QUERIES:
            over[address] = len(queries)
    assert over == {}
