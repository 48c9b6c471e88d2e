"""The kept pages of this process, and who renders one anew."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock

from django.conf import settings
from wagtail.models import Site

from . import shared, stamp
from .entries import Entry, Store
from .keys import Key
from .stamp import Stamp

#: Bytes for pages "not found": whoever asks for many addresses that do not exist pushes out no others.
MISSING_BYTES = 2 * 1024 * 1024
#: Seconds for which somebody waits while another renders the same page.
PATIENCE = 1.0


class Pages:
    """What :func:`pages` gives: one for the process."""

    def __init__(self, limit: int) -> None:
        self.is_on = limit > 0
        self.found, self.missing = Store(limit), Store(min(limit, MISSING_BYTES))
        self.hits = 0
        self._rendering: dict[Key, Event] = {}
        self._lock = Lock()
        self._seen: Stamp | None = None

    def stamp(self) -> Stamp:
        """The stamp as it is now; at a new one this process forgets what Wagtail remembers of the sites."""
        now = stamp.read()
        if now != self._seen:
            self._seen = now
            Site.clear_site_root_paths_cache()
        return now

    def get(self, key: Key) -> Entry | None:
        """A page that is good now."""
        if not self.is_on:
            return None
        entry = self.found.get(key) or self.missing.get(key)
        now = self.stamp()
        if entry is not None and entry.is_good(now):
            self.hits += 1
            return entry
        return None

    def get_shared(self, key: Key, now: Stamp) -> Entry | None:
        """A page that is good now and that another process kept in Redis."""
        if not self.is_on or not settings.REDIS_URL:
            return None
        entry: Entry | None = shared.get(_name(key, now))
        if entry is not None and entry.is_good(now):
            self.found.put(key, entry)
            return entry
        return None

    def keep(self, key: Key, entry: Entry) -> None:
        if not self.is_on:
            return
        if entry.stamp[1] == shared.AWAY:
            entry.expires = min(entry.expires, time.time() + shared.LIFE_WITHOUT)
        if entry.status.startswith("404"):
            self.missing.put(key, entry)
            return
        self.found.put(key, entry)
        if settings.REDIS_URL:
            shared.put(_name(key, entry.stamp), entry, int(entry.expires - time.time()))

    @contextmanager
    def turn(self, key: Key) -> Iterator[Entry | None]:
        """One renders a page, the others wait a little and get what it made, or the page as it was before.

        Gives a page for those who need not render, None for the one who must.
        """
        if not self.is_on:
            yield None
            return
        with self._lock:
            rendering = self._rendering.get(key)
            if rendering is None:
                self._rendering[key] = Event()
        if rendering is not None:
            is_done = rendering.wait(PATIENCE)
            yield self.get(key) or (None if is_done else self.found.get(key))
            return
        try:
            yield None
        finally:
            with self._lock:
                self._rendering.pop(key).set()


_pages: Pages | None = None


def pages() -> Pages:
    """The pages of this process."""
    global _pages
    if _pages is None:
        _pages = Pages(settings.PAGE_CACHE_BYTES)
    return _pages


def _name(key: Key, now: Stamp) -> str:
    return hashlib.blake2b(repr((*key, now[1])).encode(), digest_size=20).hexdigest()
