"""A fuse between the site and an outside engine: after a failure nobody waits for it for a while."""

import logging
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from elastic_transport import TransportError
from elasticsearch import ApiError, NotFoundError

from .base import EngineUnavailable

logger = logging.getLogger(__name__)
T = TypeVar("T")
_SERVER_ERROR, _TOO_MANY = 500, 429


class Circuit:
    """Lets calls through; open for ``rest`` seconds after one failed, then one call tries again.

    ``recovered`` is called when an answer comes after failures.
    """

    def __init__(self, rest: float = 30.0, clock: Callable[[], float] = time.monotonic) -> None:
        self.rest = rest
        self.clock = clock
        self.recovered: Callable[[], None] | None = None
        self._closed_until = 0.0
        self._broken = False
        self._lock = threading.Lock()

    @property
    def is_open(self) -> bool:
        return self._broken and self.clock() < self._closed_until

    def ask(self, call: Callable[[], T]) -> T:
        """The answer of ``call``. Raises ``EngineUnavailable`` at once while open, or when the engine fails."""
        if not self._may_try():
            raise EngineUnavailable("the engine rests after a failure")
        try:
            answer = call()
        except NotFoundError as error:
            logger.warning("Search engine has no such index (run `manage.py reindex`): %s", error.message)
            raise EngineUnavailable("no index") from error
        except ApiError as error:
            if error.status_code >= _SERVER_ERROR or error.status_code == _TOO_MANY:
                self._break(error)
            logger.error("Search engine refused a request: %s", error)
            raise EngineUnavailable("refused") from error
        except TransportError as error:
            self._break(error)
            raise EngineUnavailable("no answer") from error
        self._mend()
        return answer

    def _may_try(self) -> bool:
        """Whether a call may go through; of many callers after a rest, only the first one may."""
        with self._lock:
            if not self._broken:
                return True
            if self.clock() < self._closed_until:
                return False
            self._closed_until = self.clock() + self.rest
            return True

    def _break(self, error: Exception) -> None:
        with self._lock:
            if not self._broken:
                logger.error("Search engine does not answer, the database's index takes over: %s", error)
            self._broken = True
            self._closed_until = self.clock() + self.rest

    def _mend(self) -> None:
        with self._lock:
            was_broken, self._broken = self._broken, False
        if was_broken:
            logger.warning("Search engine answers again")
            if self.recovered:
                self.recovered()
