"""What only an outside engine has: absence, slowness, catching up, certificates, rebuilding behind an alias."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from elastic_transport import ConnectionError as NoConnection
from elastic_transport import TlsError

from core.search import SearchOffer
from search.backends.elasticsearch import ElasticsearchBackend
from search.engines.base import EngineUnavailable
from search.engines.elasticsearch.breaker import CircuitBreaker
from search.index.store import Draft, write
from search.models import MissedUpdate, SearchEntry
from search.query.service import search
from tests.absent import absent
from tests.search.services import address

pytestmark = pytest.mark.django_db
SERVICE = Path(__file__).parents[2] / "services" / "elasticsearch"


def add(title: str, number: int = 1) -> tuple[int, ...]:
    offer = SearchOffer("page", title, "")
    return write([Draft(offer, SearchEntry.Source.PAGE, number, "ru", f"/{number}/")]).changed


def found(backend: ElasticsearchBackend, query: str) -> list[str]:
    return [hit.title for hit in search(query, language="ru", engine=backend.entries).hits]


@pytest.fixture
def backend() -> Iterator[ElasticsearchBackend]:
    made = ElasticsearchBackend({"URLS": [address("elasticsearch")], "INDEX_PREFIX": "testing_", "TIMEOUT": 20})
    made.entries.rebuild()
    yield made
    for name in made.es.indices.get(index="testing_*"):
        made.es.indices.delete(index=name)


@pytest.fixture
def deaf() -> Iterator[str]:
    """The address of a server that takes connections and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(50)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def closed_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def test_without_a_server_the_database_answers_and_the_missed_is_remembered():
    backend = ElasticsearchBackend({"URLS": [closed_port()], "TIMEOUT": 1})
    ids = add("Парк у реки")
    backend.entries.put(ids)
    assert found(backend, "парк") == ["<mark>Парк</mark> у реки"]
    assert list(MissedUpdate.objects.values_list("model", "object_id")) == [("search.searchentry", str(ids[0]))]
    backend.entries.drop(ids)
    assert MissedUpdate.objects.count() == 1


def test_a_hanging_server_is_waited_for_once(deaf):
    backend = ElasticsearchBackend({"URLS": [deaf], "TIMEOUT": 0.3})
    backend.entries.put(add("Парк у реки"))
    assert backend.breaker.is_open
    started = time.perf_counter()
    for _ in range(20):
        assert found(backend, "парк")
    assert time.perf_counter() - started < 20 * 0.3


def test_what_was_missed_is_told_when_the_server_is_back(backend):
    ids = add("Парк у реки")
    MissedUpdate.objects.create(model="search.searchentry", object_id=str(ids[0]))
    assert backend.repair() == 1
    backend.entries.refresh()
    assert backend.entries.client.count(index=backend.entries.alias)["count"] == 1
    assert not MissedUpdate.objects.exists()
    assert backend.repair() == 0


def test_before_the_first_reindex_no_index_comes_into_being_by_the_way():
    backend = ElasticsearchBackend({"URLS": [address("elasticsearch")], "INDEX_PREFIX": "never_", "TIMEOUT": 20})
    backend.entries.put(add("Парк у реки"))
    assert not backend.es.indices.exists(index=backend.entries.alias)
    assert MissedUpdate.objects.count() == 1
    assert found(backend, "парк") == ["<mark>Парк</mark> у реки"]


def test_repair_forgets_what_is_gone(backend):
    ids = add("Парк у реки")
    backend.entries.put(ids)
    backend.entries.refresh()
    write([], replacing=[(SearchEntry.Source.PAGE, 1)])
    assert backend.repair() == 1
    backend.entries.refresh()
    assert backend.entries.client.count(index=backend.entries.alias)["count"] == 0


def test_a_rebuild_goes_on_behind_the_alias(backend):
    before = backend.entries._indices()
    backend.entries.put(add("Парк у реки"))
    backend.entries.rebuild()
    after = backend.entries._indices()
    assert len(before) == len(after) == 1
    assert before != after
    assert found(backend, "парк") == ["<mark>Парк</mark> у реки"]


def test_shards_and_replicas_come_from_the_settings():
    params = {"URLS": [address("elasticsearch")], "INDEX_PREFIX": "testing_", "TIMEOUT": 20, "SHARDS": 3, "REPLICAS": 0}
    backend = ElasticsearchBackend(params)
    backend.entries.rebuild()
    try:
        settings = next(iter(backend.es.indices.get_settings(index=backend.entries.alias).values()))
        assert settings["settings"]["index"]["number_of_shards"] == "3"
    finally:
        backend.es.indices.delete(index=backend.entries._indices()[0])


def test_a_breaker_rests_then_lets_one_try_and_says_when_it_is_whole():
    now, recovered = [0.0], []
    breaker = CircuitBreaker(rest=30, clock=lambda: now[0])
    breaker.recovered = lambda: recovered.append(True)

    def fail() -> None:
        raise NoConnection("down")

    with pytest.raises(EngineUnavailable):
        breaker.ask(fail)
    with pytest.raises(EngineUnavailable):
        breaker.ask(lambda: "not asked")
    now[0] = 31
    assert breaker.ask(lambda: "answer") == "answer"
    assert recovered == [True]
    assert breaker.ask(lambda: "again") == "again"
    assert recovered == [True]


def test_an_api_key_and_an_authority_reach_the_client(tmp_path):
    authority = tmp_path / "ca.pem"
    authority.write_text(Path(__file__).with_name("authority.pem").read_text())
    backend = ElasticsearchBackend(
        {"URLS": ["https://search.example:9200"], "API_KEY": "a-key", "CA_CERTS": str(authority)}
    )
    assert backend.es._headers["authorization"] == "ApiKey a-key"
    node = next(iter(backend.es.transport.node_pool.all()))
    assert node.config.verify_certs is not False
    assert node.config.ca_certs == str(authority)


def test_a_password_comes_with_the_address():
    backend = ElasticsearchBackend({"URLS": ["https://elastic:secret@search.example:9200"]})
    assert backend.es._headers["authorization"].startswith("Basic ")


@pytest.fixture(scope="module")
def secure() -> Iterator[tuple[str, str]]:
    """Address (with password) and authority of a server with security on."""
    if shutil.which("mvn") is None or shutil.which("java") is None:
        absent("Maven and Java start the server with security on")
    done = subprocess.run([SERVICE, "start", "--secure"], capture_output=True, text=True, timeout=400)
    assert done.returncode == 0, done.stderr
    url, authority, _password = done.stdout.strip().splitlines()
    yield url, authority
    subprocess.run([SERVICE, "stop", "--secure"], check=True)


def test_tls_with_its_certificate_is_trusted(secure):
    url, authority = secure
    backend = ElasticsearchBackend({"URLS": [url], "CA_CERTS": authority, "TIMEOUT": 30, "INDEX_PREFIX": "tls_"})
    add("Парк у реки")
    backend.entries.rebuild()
    assert found(backend, "парк") == ["<mark>Парк</mark> у реки"]
    assert not backend.breaker.is_open
    assert backend.entries.client.count(index=backend.entries.alias)["count"] == 1


def test_tls_with_another_certificate_is_refused(secure):
    url, _authority = secure
    backend = ElasticsearchBackend({"URLS": [url], "TIMEOUT": 30})
    with pytest.raises(TlsError):
        backend.es.search(index="anything")


def test_a_wrong_password_leaves_the_database_to_answer(secure):
    url, authority = secure
    wrong = url.replace("tests-only-password", "another")
    backend = ElasticsearchBackend({"URLS": [wrong], "CA_CERTS": authority, "TIMEOUT": 30})
    add("Парк у реки")
    assert found(backend, "парк") == ["<mark>Парк</mark> у реки"]


def test_a_filled_index_is_searched_and_copied_like_any_other(backend):
    backend.entries.rebuild()
    (index,) = backend.es.indices.get_settings(index=backend.entries.alias, flat_settings=True).values()
    settings = index["settings"]
    assert settings.get("index.refresh_interval", "1s") != "-1"
    assert settings["index.translog.durability"] == "request"
    assert settings["index.number_of_replicas"] == "0"
