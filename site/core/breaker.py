"""A circuit breaker between the site and a service outside it: after a failure nobody waits for it for a while."""

import logging
import threading
import time
from collections.abc import Callable
from typing import TypeVar

logger = logging.getLogger(__name__)
T = TypeVar("T")
#: The same complaint is logged once in as many seconds, however many requests meet it.
_LOGGED_EVERY = 60.0


class Unavailable(Exception):
    """A service outside the site does not answer, or not in time."""


class CircuitBreaker:
    """Let calls through; for ``rest`` seconds after one failed let none, then let one try again.

    ``name`` is what the log calls the service. ``recovered`` is called when an answer comes after failures. One breaker
    serves all threads of a process.
    """

    #: What is raised when the service does not answer, or is not asked.
    unavailable: type[Unavailable] = Unavailable

    def __init__(
        self, rest: float = 30.0, clock: Callable[[], float] = time.monotonic, *, name: str = "The service"
    ) -> None:
        self.rest = rest
        self.clock = clock
        self.name = name
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
        """The answer of ``call``. Raises ``unavailable`` at once while open, or when the service fails."""
        if not self._may_try():
            raise self.unavailable(f"{self.name} failed a moment ago and is not asked yet")
        answer = self.attempt(call)
        self._succeed()
        return answer

    def attempt(self, call: Callable[[], T]) -> T:
        """The answer of ``call``; its failures become ``unavailable``. Subclasses know them by their classes."""
        try:
            return call()
        except (OSError, ValueError) as error:
            self.fail()
            self.log(logging.ERROR, f"{self.name} does not answer: %s", error)
            raise self.unavailable("no answer") from error

    def fail(self) -> None:
        """Let no call through from now on, for ``rest`` seconds."""
        with self._lock:
            self._failed = True
            self._next_try = self.clock() + self.rest

    def log(self, level: int, message: str, detail: object) -> None:
        """Log a complaint that is older than a minute, or new."""
        now = self.clock()
        with self._lock:
            if now - self._logged.get(message, -_LOGGED_EVERY) < _LOGGED_EVERY:
                return
            self._logged[message] = now
        logger.log(level, message, detail)

    def _may_try(self) -> bool:
        """Whether a call may go through; of many callers after a rest, only the first one may."""
        with self._lock:
            if not self._failed:
                return True
            if self.clock() < self._next_try:
                return False
            self._next_try = self.clock() + self.rest
            return True

    def _succeed(self) -> None:
        with self._lock:
            had_failed, self._failed = self._failed, False
        if had_failed:
            logger.warning("%s answers again", self.name)
            if self.recovered:
                self.recovered()
