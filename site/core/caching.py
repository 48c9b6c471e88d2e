"""What may be kept, and for how long: never past the moment its words stop being true.

Kept is whatever :mod:`core.page_cache` finds declared here; everything kept is forgotten when content changes.
"""

import datetime as dt
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import wraps
from threading import Lock
from typing import Any, TypeVar

from django.db import connection
from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from core.page_cache import stamp

Value = TypeVar("Value")
View = Callable[..., HttpResponseBase]
#: How many values :func:`remember` holds.
MOST_REMEMBERED = 500


@dataclass(frozen=True)
class Cacheable:
    """A response is the same for everybody who sends the same ``query`` parameters; others it does not read.

    ``until``: the next moment at which its words change by themselves; the end of the day is always one.
    """

    query: frozenset[str] = frozenset()
    until: dt.datetime | None = None


def cacheable(*query: str) -> Callable[[View], View]:
    """Declare that the answers of a view may be kept, and which query parameters it reads."""

    def decorate(view: View) -> View:
        @wraps(view)
        def declared(*args: Any, **kwargs: Any) -> HttpResponseBase:
            return declare(view(*args, **kwargs), *query)

        return declared

    return decorate


def declare(response: Any, *query: str) -> Any:
    """Declare the same of one response; what it has declared already stays."""
    known: Cacheable = getattr(response, "cacheable", Cacheable())
    response.cacheable = Cacheable(known.query.union(query), known.until)
    return response


def fresh_until(response: Any, change: dt.datetime | None) -> Any:
    """Let ``response`` be kept until ``change`` at the latest; None: no such moment is known."""
    known: Cacheable = getattr(response, "cacheable", Cacheable())
    moments = [moment for moment in (known.until, change) if moment is not None]
    response.cacheable = Cacheable(known.query, min(moments, default=None))
    return response


def private(response: Any) -> Any:
    """A page of one visitor's own: nobody keeps a copy, no other site learns its address, no search engine shows it."""
    add_never_cache_headers(response)
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response


def next_minute() -> dt.datetime:
    """For pages with many moments of change, all of them on the minute."""
    return timezone.now().replace(second=0, microsecond=0) + dt.timedelta(minutes=1)


_remembered: OrderedDict[Hashable, tuple[Any, float, Any]] = OrderedDict()
_lock = Lock()


def _may_roll_back() -> bool:
    return connection.in_atomic_block


def remember(name: Hashable, make: Callable[[], Value], seconds: float = 3600) -> Value:
    """``make()``, remembered by this process under ``name`` until content changes, the day ends or ``seconds`` pass.

    The value is shared among requests: whoever gets it must not change it. Inside a transaction nothing is
    remembered, since what is seen there may be rolled back.
    """
    if _may_roll_back():
        return make()
    mark = (stamp.read(), timezone.localdate())
    known = _remembered.get(name)
    if known is not None and known[0] == mark and time.time() < known[1]:
        return known[2]
    value = make()
    with _lock:
        _remembered[name] = (mark, time.time() + seconds, value)
        _remembered.move_to_end(name)
        while len(_remembered) > MOST_REMEMBERED:
            _remembered.popitem(last=False)
    return value
