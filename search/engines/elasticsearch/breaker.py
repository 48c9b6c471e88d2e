"""A circuit breaker between the site and an outside engine: after a failure nobody waits for it for a while."""

import logging
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from elastic_transport import TransportError
from elasticsearch import ApiError, NotFoundError

from search.engines.base import EngineUnavailable

logger = logging.getLogger(__name__)
T = TypeVar("T")
_SERVER_ERROR, _TOO_MANY = 500, 429
#: The same complaint is logged once in as many seconds, however many requests meet it.
_LOGGED_EVERY = 60.0


class CircuitBreaker:
    """Let calls through; for ``rest`` seconds after one failed let none, then let one try again.

    ``recovered`` is called when an answer comes after failures. One breaker serves all threads of a process.
    """

    def __init__(self, rest: float = 30.0, clock: Callable[[], float] = time.monotonic) -> None:
        self.rest = rest
        self.clock = clock
        self.recovered: Callable[[], object] | None = None
        self._failed = False
        self._next_try = 0.0
        self._logged: dict[str, float] = {}
        self._lock = threading.Lock()

    @property
    def is_open(self) -> bool:
        """Whether calls are refused at the moment."""
        return self._failed and self.clock() < self._next_try

    def ask(self, call: Callable[[], T]) -> T:
        """The answer of ``call``. Raises ``EngineUnavailable`` at once while open, or when the engine fails."""
        if not self._may_try():
            raise EngineUnavailable("the engine failed a moment ago and is not asked yet")
        try:
            answer = call()
        except NotFoundError as error:
            self._log(logging.WARNING, "Search engine has no such index (run `manage.py reindex`): %s", error.message)
            raise EngineUnavailable("no index") from error
        except ApiError as error:
            if error.status_code >= _SERVER_ERROR or error.status_code == _TOO_MANY:
                self._fail()
            self._log(logging.ERROR, "Search engine refused a request: %s", error)
            raise EngineUnavailable("refused") from error
        except TransportError as error:
            self._fail()
            self._log(logging.ERROR, "Search engine does not answer, the database's index takes over: %s", error)
            raise EngineUnavailable("no answer") from error
        self._succeed()
        return answer

    def _may_try(self) -> bool:
        """Whether a call may go through; of many callers after a rest, only the first one may."""
        with self._lock:
            if not self._failed:
                return True
            if self.clock() < self._next_try:
                return False
            self._next_try = self.clock() + self.rest
            return True

    def _fail(self) -> None:
        with self._lock:
            self._failed = True
            self._next_try = self.clock() + self.rest

    def _succeed(self) -> None:
        with self._lock:
            had_failed, self._failed = self._failed, False
        if had_failed:
            logger.warning("Search engine answers again")
            if self.recovered:
                self.recovered()

    def _log(self, level: int, message: str, detail: object) -> None:
        """Log a complaint that is older than a minute, or new."""
        now = self.clock()
        with self._lock:
            if now - self._logged.get(message, -_LOGGED_EVERY) < _LOGGED_EVERY:
                return
            self._logged[message] = now
        logger.log(level, message, detail)
