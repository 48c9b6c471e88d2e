"""The engine inside the database: which one it is, and its tables, which Django's models cannot describe."""

from collections.abc import Sequence
from typing import Any

from django.db import connections
from wagtail.search.backends import get_search_backend

from search.engines import postgresql, sqlite
from search.engines.base import EntryEngine

_OF_VENDOR: dict[str, type[EntryEngine]] = {"sqlite": sqlite.SQLiteEngine, "postgresql": postgresql.PostgreSQLEngine}
_CREATE: dict[str, Sequence[str]] = {
    "sqlite": (*sqlite.CREATE, *sqlite.TRIGGERS, *sqlite.FILL),
    "postgresql": postgresql.CREATE,
}
_DROP: dict[str, Sequence[str]] = {"sqlite": sqlite.DROP, "postgresql": postgresql.DROP}


def database_engine(using: str = "default") -> EntryEngine:
    """The engine inside the database that the entries live in."""
    return _OF_VENDOR[connections[using].vendor](using)


def current_engine() -> EntryEngine:
    """The engine of the search backend that the settings name."""
    return get_search_backend("default").entries


def create_index(schema_editor: Any) -> None:
    """Make the engine's tables, columns and triggers; entries already there are taken in.

    A later migration that remakes ``search_searchentry`` on SQLite has to call :func:`drop_index` and this again.
    """
    for statement in _CREATE.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)


def drop_index(schema_editor: Any) -> None:
    """Remove what :func:`create_index` made."""
    for statement in _DROP.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)
