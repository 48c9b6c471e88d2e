"""Which engine answers."""

from django.db import connections
from wagtail.search.backends import get_search_backend

from .base import EntryEngine
from .postgresql import PostgreSQLEngine
from .sqlite import SQLiteEngine

_OF_VENDOR: dict[str, type[EntryEngine]] = {"sqlite": SQLiteEngine, "postgresql": PostgreSQLEngine}


def database_engine(using: str = "default") -> EntryEngine:
    """The engine inside the database that the entries live in."""
    return _OF_VENDOR[connections[using].vendor](using)


def current_engine() -> EntryEngine:
    """The engine of the search backend that the settings name."""
    return get_search_backend("default").entries
