"""Counting what is searched for: in memory, and into the database by a thread of its own. No reader waits for a write.

Nothing of the reader is kept: a text, a language, and how often. What a process has not written when it is killed is
lost, which for counts does not matter.
"""

import atexit
import logging
import threading
from collections import Counter
from dataclasses import dataclass, field

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from search.models import SearchedQuery

logger = logging.getLogger(__name__)
#: Different queries held at most; what is asked beyond that is not counted until the next writing.
_MOST = 2_000
_LONGEST = 200


@dataclass
class Counts:
    """Counts since the last writing; safe for threads."""

    asked: Counter[tuple[str, str]] = field(default_factory=Counter)
    clicked: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._writer: threading.Thread | None = None
        self._stopping = threading.Event()

    def ask(self, text: str, language: str, found: int) -> None:
        """Count a search that found so much."""
        key = (text.lower()[:_LONGEST], language)
        with self._lock:
            if key in self.asked or len(self.asked) < _MOST:
                self.asked[key] += 1
                self.found[key] = found
        self._written_soon()

    def click(self, text: str, language: str) -> None:
        """Count a result that was opened."""
        key = (text.lower()[:_LONGEST], language)
        with self._lock:
            if key in self.clicked or len(self.clicked) < _MOST:
                self.clicked[key] += 1
        self._written_soon()

    def write(self) -> None:
        """Add everything counted to today's rows. What cannot be written now is kept for the next time."""
        with self._lock:
            asked, clicked, found = self.asked, self.clicked, self.found
            self.asked, self.clicked, self.found = Counter(), Counter(), {}
        try:
            SearchedQuery.objects.add(timezone.localdate(), asked, clicked, found)
        except DatabaseError as error:
            logger.warning("Counts of searches are written later: %s", error)
            with self._lock:
                self.asked.update(asked)
                self.clicked.update(clicked)
                self.found = found | self.found

    def _written_soon(self) -> None:
        seconds = settings.SEARCH_COUNTS_SECONDS
        if not seconds:
            self.write()
            return
        with self._lock:
            if self._writer is None or not self._writer.is_alive():
                self._writer = threading.Thread(target=self._write_at_times, args=(seconds,), daemon=True)
                self._writer.start()

    def _write_at_times(self, seconds: float) -> None:
        while not self._stopping.wait(seconds):
            self.write()
            connection.close()

    def stop(self) -> None:
        """Write what is left, as at the end of a process."""
        self._stopping.set()
        if self.asked or self.clicked:
            self.write()


counts = Counts()
atexit.register(counts.stop)
