"""The circuit breaker before Elasticsearch: which of the client's errors say that the server is away."""

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from elastic_transport import TransportError
from elasticsearch import ApiError, NotFoundError

from core import breaker
from search.engines.base import EngineUnavailable

T = TypeVar("T")
_SERVER_ERROR, _TOO_MANY = 500, 429


class CircuitBreaker(breaker.CircuitBreaker):
    """Raises ``EngineUnavailable``. A request that the server refuses, or an index that is not there, is no failure."""

    unavailable = EngineUnavailable

    def __init__(self, rest: float = 30.0, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(rest, clock, name="Search engine")

    def attempt(self, call: Callable[[], T]) -> T:
        try:
            return call()
        except NotFoundError as error:
            self.log(logging.WARNING, "Search engine has no such index (run `manage.py reindex`): %s", error.message)
            raise EngineUnavailable("no index") from error
        except ApiError as error:
            if error.status_code >= _SERVER_ERROR or error.status_code == _TOO_MANY:
                self.fail()
            self.log(logging.ERROR, "Search engine refused a request: %s", error)
            raise EngineUnavailable("refused") from error
        except TransportError as error:
            self.fail()
            self.log(logging.ERROR, "Search engine does not answer, the database's index takes over: %s", error)
            raise EngineUnavailable("no answer") from error
