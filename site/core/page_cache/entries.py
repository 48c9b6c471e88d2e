"""A kept page, and a store of kept pages with a bound in bytes."""

import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import brotli
from django.utils.http import http_date, parse_http_date_safe

from .stamp import Stamp

Headers = list[tuple[str, str]]
#: Smaller bodies gain nothing by compression, other types little.
SMALLEST_COMPRESSED = 300
_TEXTS = ("text/", "application/json", "application/xml", "application/atom+xml", "application/geo+json", "image/svg")
#: What an entry takes beside its bodies, in bytes, roughly.
_OVERHEAD = 2000


@lru_cache(maxsize=500)
def accepted_encoding(header: str) -> str:
    """The best encoding that ``Accept-Encoding`` allows: ``br``, ``gzip`` or none."""
    allowed = set()
    for part in header.split(","):
        name, _, weight = part.partition(";")
        if weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000"):
            allowed.add(name.strip().lower())
    return "br" if "br" in allowed else "gzip" if "gzip" in allowed else ""


@dataclass
class Entry:
    """A response as it is given out again; ``shared_for`` seconds it may stay in a cache in front of the site.

    ``shared_for`` is None where the view itself says how long.
    """

    status: str
    headers: Headers
    etag: str
    changed: int  # seconds since 1970, as ``expires``
    stamp: Stamp
    expires: float
    shared_for: int | None
    is_text: bool
    bodies: dict[str, bytes]

    @classmethod
    def of(
        cls, status: str, headers: Headers, body: bytes, *, stamp: Stamp, expires: float, shared_for: int | None
    ) -> "Entry":
        """``headers`` are those of the view; what belongs to a kept page is added when it is given out."""
        kind = dict(headers).get("Content-Type", "")
        is_text = kind.startswith(_TEXTS) and len(body) >= SMALLEST_COMPRESSED
        return cls(
            status=status,
            headers=headers,
            etag=f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"',
            changed=int(time.time()),
            stamp=stamp,
            expires=expires,
            shared_for=shared_for,
            is_text=is_text,
            bodies={"br": brotli.compress(body, quality=5)} if is_text else {"": body},
        )

    @property
    def size(self) -> int:
        """Bytes, with room for a second encoding."""
        return _OVERHEAD + 2 * sum(map(len, self.bodies.values()))

    def is_good(self, stamp: Stamp) -> bool:
        """Whether it still says what the site would say."""
        return self.stamp == stamp and time.time() < self.expires

    def answer(self, encodings: str) -> tuple[Headers, bytes]:
        """Headers and body for a request with this ``Accept-Encoding``."""
        encoding = accepted_encoding(encodings) if self.is_text else ""
        body = self._body(encoding)
        own = [("Content-Length", str(len(body)))]
        if encoding:
            own.append(("Content-Encoding", encoding))
        return [*self.headers, *self._validators(), *own], body

    def is_known(self, if_none_match: str, if_modified_since: str) -> bool:
        """Whether the visitor has this very page, by the headers of a conditional request."""
        if not self.status.startswith("200"):
            return False
        if if_none_match:
            return self.etag in if_none_match or if_none_match.strip() == "*"
        since = parse_http_date_safe(if_modified_since) if if_modified_since else None
        return since is not None and since >= self.changed

    def not_modified(self) -> Headers:
        """The headers of an answer 304."""
        kept = [(name, value) for name, value in self.headers if name in ("Cache-Control", "Expires", "Vary")]
        return [*kept, *self._validators()]

    def _validators(self) -> Headers:
        found = [("ETag", self.etag), ("Last-Modified", http_date(self.changed))]
        if self.shared_for is not None:
            seconds = max(0, min(self.shared_for, int(self.expires - time.time())))
            found.append(("Cache-Control", f"public, max-age=0, must-revalidate, s-maxage={seconds}"))
        return found

    def _body(self, encoding: str) -> bytes:
        if encoding not in self.bodies:
            plain = brotli.decompress(self.bodies["br"])
            if not encoding:
                return plain  # hardly anybody asks for it: made anew each time
            self.bodies[encoding] = gzip.compress(plain, compresslevel=6, mtime=0)
        return self.bodies[encoding]


class Store:
    """Entries by key; the least recently used go when they take more than ``limit`` bytes."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._entries: OrderedDict[Hashable, tuple[Entry, int]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Hashable) -> Entry | None:
        """The entry, however old."""
        with self._lock:
            found = self._entries.get(key)
            if found is None:
                return None
            self._entries.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, entry: Entry) -> None:
        """Keep ``entry``, unless it alone would push out a good part of the others."""
        size = entry.size
        with self._lock:
            self._bytes -= self._entries.pop(key, (entry, 0))[1]
            if size > self.limit // 4:
                return
            self._entries[key] = (entry, size)
            self._bytes += size
            while self._bytes > self.limit:
                _key, (_entry, freed) = self._entries.popitem(last=False)
                self._bytes -= freed

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
            self._bytes = 0
