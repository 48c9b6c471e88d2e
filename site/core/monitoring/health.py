"""What works and what does not: asked by a load balancer, an administrator, a monitor.

A room registers a check for something that the site can do without::

    @extend("health checks")
    def search_engine() -> tuple[str, str]:
        return "search engine", ""  # or what is wrong with it
"""

import shutil

from django.conf import settings
from django.core.cache import caches
from django.db import Error, connection

from core.breaker import Unavailable
from core.extensions import extensions_of
from core.models import WorkerBeat
from core.redis_cache import FailoverRedisCache, breaker

#: Less room than that on the disk of uploads and database is a fault, in bytes.
LEAST_ROOM = 200 * 1024 * 1024


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return False
    return True


def faults() -> dict[str, str]:
    """What does not work, by name, though pages are served."""
    found = {"cache": _cache(), "worker": _worker(), "disk": _disk()}
    found |= dict(check() for check in extensions_of("health checks"))
    return {name: fault for name, fault in found.items() if fault}


def _cache() -> str:
    redis_cache = caches["default"]
    if not isinstance(redis_cache, FailoverRedisCache):
        return ""
    try:
        breaker.ask(redis_cache.ping)
    except Unavailable:
        return "Redis does not answer, each process caches by itself"
    return ""


def _worker() -> str:
    return "no worker has been heard of for ten minutes" if WorkerBeat.objects.are_silent() else ""


def _disk() -> str:
    free = shutil.disk_usage(settings.DATA_DIR).free
    return f"{free // (1024 * 1024)} MB are left on the disk" if free < LEAST_ROOM else ""
