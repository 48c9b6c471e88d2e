"""What residents and editors notice when the server hangs: one short wait a process, then nothing of it.

Everything goes through the site's own doors: the results page, and the publishing of a page.
"""

import logging
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from django.conf import settings as real_settings
from django.core.management import call_command
from wagtail.search.backends import get_search_backend

from search.models import MissedUpdate
from tests.search.services import address

pytestmark = pytest.mark.django_db


class HangingServer:
    """Takes connections and never answers; until ``forward`` it leaves them in the queue of its socket."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=100)
        self.socket.setblocking(False)
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self._connections: list[socket.socket] = []

    @property
    def attempts(self) -> int:
        """How many connections came so far."""
        while True:
            try:
                self._connections.append(self.socket.accept()[0])
            except BlockingIOError:
                return len(self._connections)

    def close(self) -> None:
        self.socket.close()
        for connection in self._connections:
            connection.close()

    @contextmanager
    def forward(self, url: str) -> Iterator[None]:
        """From now on, hand every connection on to the server at ``url``."""
        self.attempts  # noqa: B018 - those that came before are not answered
        self.socket.setblocking(True)
        target = urlsplit(url)

        def serve() -> None:
            while True:
                try:
                    client = self.socket.accept()[0]
                except OSError:
                    return
                server = socket.create_connection((target.hostname, target.port))
                for one, other in ((client, server), (server, client)):
                    threading.Thread(target=_copy, args=(one, other), daemon=True).start()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield
        self.socket.shutdown(socket.SHUT_RDWR)
        thread.join()


def _copy(one: socket.socket, other: socket.socket) -> None:
    while data := one.recv(65_536):
        other.sendall(data)
    other.close()


@pytest.fixture
def hanging() -> Iterator[HangingServer]:
    server = HangingServer()
    yield server
    server.close()


@pytest.fixture
def clock(monkeypatch, settings, hanging) -> Callable[[float], None]:
    """The site searches with the hanging server; the call moves the breaker's clock on by so many seconds."""
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {**real_settings.ELASTICSEARCH, "URLS": [hanging.url], "TIMEOUT": 0.3, "INDEX_PREFIX": "away_"}
    }
    now = [1_000.0]
    monkeypatch.setattr(get_search_backend("default").breaker, "clock", lambda: now[0])

    def move(seconds: float) -> None:
        now[0] += seconds

    return move


def search(client, query: str = "парк") -> str:
    response = client.get("/search/", {"q": query})
    assert response.status_code == 200
    return response.content.decode()


def test_the_settings_wait_two_seconds_at_most():
    assert real_settings.ELASTICSEARCH["TIMEOUT"] <= 2


def test_every_call_of_a_process_meets_the_same_breaker_and_client(clock, settings):
    backend = get_search_backend("default")
    assert get_search_backend("default") is backend
    assert get_search_backend("default").es is backend.es
    settings.WAGTAILSEARCH_BACKENDS = {"default": {**settings.WAGTAILSEARCH_BACKENDS["default"], "TIMEOUT": 0.2}}
    assert get_search_backend("default").breaker is not backend.breaker


def test_the_first_search_waits_once_and_the_following_not_at_all(client, add_page, clock, hanging, settings):
    with_server = settings.WAGTAILSEARCH_BACKENDS
    settings.WAGTAILSEARCH_BACKENDS = {"default": settings.EMBEDDED_SEARCH}
    add_page("Парк у реки")
    settings.WAGTAILSEARCH_BACKENDS = with_server
    assert "<mark>Парк</mark> у реки" in search(client)
    assert hanging.attempts == 1
    for _ in range(10):
        assert "<mark>Парк</mark> у реки" in search(client)
    assert client.get("/search/suggest/", {"q": "пар"}).json()["items"]
    assert hanging.attempts == 1


def test_publishing_waits_once_and_then_not_at_all(client, add_page, commits, clock, hanging):
    page = add_page("Парк у реки")
    assert hanging.attempts == 1
    for title in ("Парк у озера", "Парк у моря"):
        with commits():
            page.title = title
            page.save_revision().publish()
    assert "<mark>Парк</mark> у моря" in search(client)
    with commits():
        page.delete()
    assert hanging.attempts == 1
    assert MissedUpdate.objects.filter(model="search.searchentry").exists()


def test_a_search_that_waited_spares_the_publishing(client, add_page, clock, hanging):
    search(client)
    add_page("Парк у реки")
    assert hanging.attempts == 1


def test_after_half_a_minute_one_call_tries_again(client, site, clock, hanging):
    search(client)
    clock(29)
    search(client)
    assert hanging.attempts == 1
    clock(2)
    for _ in range(5):
        search(client)
    assert hanging.attempts == 2


def test_one_line_a_minute_is_logged(client, add_page, clock, caplog):
    caplog.set_level(logging.WARNING)
    caplog.set_level(real_settings.LOGGING["loggers"]["elastic_transport"]["level"], logger="elastic_transport")
    caplog.clear()  # what else the settings said
    for _ in range(5):
        search(client)
        add_page("Парк у реки")
        clock(11)
    assert [record.getMessage().split(":")[0] for record in caplog.records] == [
        "Search engine does not answer, the database's index takes over"
    ]
    clock(31)
    search(client)
    assert len(caplog.records) == 2


def test_a_server_that_is_back_is_found_and_told_what_it_missed(client, add_page, clock, hanging, settings):
    url = address("elasticsearch")
    away = settings.WAGTAILSEARCH_BACKENDS
    settings.WAGTAILSEARCH_BACKENDS = {"default": {**away["default"], "URLS": [url], "TIMEOUT": 20}}
    server = get_search_backend("default")
    call_command("reindex", verbosity=0)
    settings.WAGTAILSEARCH_BACKENDS = away
    try:
        add_page("Парк у реки")
        assert MissedUpdate.objects.filter(model="search.searchentry").exists()
        with hanging.forward(url):
            clock(31)
            search(client)
            assert not get_search_backend("default").breaker.is_open
            assert not MissedUpdate.objects.exists()
            server.refresh_indexes()
            server.entries.refresh()
            assert server.es.count(index=server.entries.alias, q="title:парк")["count"] == 1
            assert "<mark>Парк</mark> у реки" in search(client)
    finally:
        for name in server.es.indices.get(index="away_*"):
            server.es.indices.delete(index=name)
