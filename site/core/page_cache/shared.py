"""Stamp and pages for several machines, in Redis; nothing here when ``REDIS_URL`` is not set.

While Redis does not answer, it is asked again every few seconds only, and pages live shortly.
"""

import logging
import pickle
import time
import uuid
from functools import cache
from typing import Any

import redis
from django.conf import settings

logger = logging.getLogger(__name__)

#: What the stamp says without Redis, and while it is away.
ALONE, AWAY = "", "away"
#: Seconds: an answer is waited for; Redis is not asked again after a failure; pages live meanwhile.
PATIENCE, PAUSE, LIFE_WITHOUT = 0.2, 5, 10
_STAMP = "page-cache:stamp"

_asked_again_at = 0.0


def read_stamp() -> str:
    """The mark that all machines share."""
    if not settings.REDIS_URL:
        return ALONE
    found = _ask("get", _STAMP)
    if found is None:
        _ask("set", _STAMP, uuid.uuid4().hex, nx=True)
        found = _ask("get", _STAMP)
    return found.decode() if isinstance(found, bytes) else AWAY


def bump_stamp() -> None:
    """A mark that never was before, even when Redis has forgotten the last one."""
    if settings.REDIS_URL:
        _ask("set", _STAMP, uuid.uuid4().hex)


def get(name: str) -> Any:
    """What another machine kept under ``name``; None when there is nothing."""
    found = _ask("get", f"page-cache:{name}") if settings.REDIS_URL else None
    return pickle.loads(found) if isinstance(found, bytes) else None  # noqa: S301 (our own, as Django's cache does it)


def put(name: str, value: Any, seconds: int) -> None:
    """Keep ``value`` for other machines."""
    if settings.REDIS_URL and seconds > 0:
        _ask("set", f"page-cache:{name}", pickle.dumps(value), ex=seconds)


@cache
def _client() -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)


def _ask(command: str, *args: Any, **options: Any) -> Any:
    """The answer of Redis; :data:`AWAY` while it does not answer."""
    global _asked_again_at
    if time.monotonic() < _asked_again_at:
        return AWAY
    try:
        return getattr(_client(), command)(*args, **options)
    except redis.RedisError as error:
        _asked_again_at = time.monotonic() + PAUSE
        logger.warning("Redis does not answer; pages are kept by each process for %s s: %s", LIFE_WITHOUT, error)
        return AWAY
