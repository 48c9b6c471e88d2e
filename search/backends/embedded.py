"""The backend of whatever database the site lives in."""

from typing import Any

from django.db import connection
from modelsearch.backends.base import BaseSearchBackend


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:
    """SQLite's or PostgreSQL's backend."""
    if connection.vendor == "postgresql":
        from .postgresql import SearchBackend as PostgreSQLBackend

        return PostgreSQLBackend(params)
    from .sqlite import SearchBackend as SQLiteBackend

    return SQLiteBackend(params)
