"""Redis as the cache, and what takes its place while it is away: a cache in the process, at once.

A cache may forget at any time, so nothing is lost; what must be counted across processes stands in the database.
"""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import redis
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache

from .breaker import CircuitBreaker, Unavailable

T = TypeVar("T")
#: Seconds that one request in :data:`REST` seconds waits for a Redis that is away.
PATIENCE = 0.2
REST = 10.0
#: How long the process's own cache keeps something, at most: other processes do not hear of what it forgets.
SHORT = 30


class RedisBreaker(CircuitBreaker):
    """Knows the errors of Redis's client."""

    def attempt(self, call: Callable[[], T]) -> T:
        try:
            return call()
        except (redis.RedisError, OSError) as error:
            self.fail()
            self.log(logging.WARNING, f"{self.name} does not answer, each process caches by itself: %s", error)
            raise Unavailable("no answer") from error


#: One for all threads of the process: whoever meets the failure first spares the others.
breaker = RedisBreaker(REST, name="Redis")


class FailoverRedisCache(RedisCache):
    """``RedisCache`` that asks a cache in the process while Redis is refused or hangs."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        options = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE, **params.pop("OPTIONS", {})}
        super().__init__(server, {**params, "OPTIONS": options})
        self._local = LocMemCache("instead-of-redis", {**params, "TIMEOUT": SHORT, "OPTIONS": {"MAX_ENTRIES": 1000}})

    def _either(self, method: str, *args: Any, **options: Any) -> Any:
        redis_method = getattr(super(), method)
        try:
            return breaker.ask(lambda: redis_method(*args, **options))
        except Unavailable:
            return getattr(self._local, method)(*args, **options)

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> bool:
        return self._either("add", key, value, timeout, version)

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        return self._either("get", key, default, version)

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> None:
        self._either("set", key, value, timeout, version)

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> bool:
        return self._either("touch", key, timeout, version)

    def delete(self, key: Any, version: Any = None) -> bool:
        return self._either("delete", key, version)

    def get_many(self, keys: Any, version: Any = None) -> dict:
        return self._either("get_many", keys, version)

    def has_key(self, key: Any, version: Any = None) -> bool:
        return self._either("has_key", key, version)

    def incr(self, key: Any, delta: int = 1, version: Any = None) -> int:
        return self._either("incr", key, delta, version)

    def set_many(self, data: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> list:
        return self._either("set_many", data, timeout, version) or []

    def delete_many(self, keys: Any, version: Any = None) -> None:
        self._either("delete_many", keys, version)

    def clear(self) -> bool:
        return self._either("clear")

    def ping(self) -> bool:
        """Ask Redis itself; raises what its client raises."""
        return self._cache.get_client().ping()
