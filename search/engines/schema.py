"""Tables, columns and triggers of the engines inside the database: what Django's models cannot say.

A later migration that remakes ``search_searchentry`` on SQLite has to drop and create these again.
"""

from collections.abc import Sequence
from typing import Any

from . import postgresql, sqlite

_CREATE: dict[str, Sequence[str]] = {"sqlite": (*sqlite.CREATE, *sqlite.TRIGGERS), "postgresql": postgresql.CREATE}
_DROP: dict[str, Sequence[str]] = {"sqlite": sqlite.DROP, "postgresql": postgresql.DROP}


def create(schema_editor: Any) -> None:
    """Make the index of an empty or filled entry table; entries already there are taken in."""
    vendor = schema_editor.connection.vendor
    for statement in _CREATE.get(vendor, ()):
        schema_editor.execute(statement)
    if vendor == "sqlite":
        for statement in sqlite.FILL:
            schema_editor.execute(statement)


def drop(schema_editor: Any) -> None:
    for statement in _DROP.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)
