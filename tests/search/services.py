"""Where the engines' servers are, for tests. A test without its server is skipped, and fails in CI."""

import os
import urllib.error
import urllib.request

import psycopg

from tests.absent import absent

USUAL = {
    "postgresql": ("POSTGRESQL_URL", "postgres://forum@127.0.0.1:54391/forum"),
    "elasticsearch": ("ELASTICSEARCH_URL", "http://127.0.0.1:9251"),
}


def address(name: str) -> str:
    """The address of a running server: from the environment, or where ``tests/services`` starts one."""
    variable, usual = USUAL[name]
    url = os.environ.get(variable) or usual
    if not (_answers_postgresql if name == "postgresql" else _answers_http)(url):
        absent(f"no {name} answers; `tests/services/{name} start` starts one, {variable} names another")
    return url


def _answers_http(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_cluster/health", timeout=3):  # noqa: S310
            return True
    except (urllib.error.URLError, OSError):
        return False


def _answers_postgresql(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True
