"""Many rows in few statements, past the ORM: its work on every value takes longer than the database's on the row."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import DateField, JSONField
from django.utils import timezone

from search.models import SearchEntry

_TABLE = SearchEntry._meta.db_table
_FIELDS = SearchEntry._meta.concrete_fields
_COLUMNS = ", ".join(field.column for field in _FIELDS)
_values = attrgetter(*(field.attname for field in _FIELDS))
#: Places of what a database does not take as Python has it; a moment is a day to Django's classes.
_CONVERTED = [(place, field) for place, field in enumerate(_FIELDS) if isinstance(field, DateField | JSONField)]
_ROWS = 500


def insert(entries: Sequence[SearchEntry], using: str) -> None:
    """Insert new entries and give them their keys. To be called inside a transaction."""
    connection = connections[using]
    now = timezone.now()
    is_postgresql = connection.vendor == "postgresql"
    keys = (_sequence_keys if is_postgresql else _next_keys)(connection, len(entries))
    for entry, key in zip(entries, keys, strict=True):
        entry.pk, entry.updated_at = key, now
    if entries:
        (_copy if is_postgresql else _insert)(connection, [_row(entry, connection) for entry in entries])


def _row(entry: SearchEntry, connection: BaseDatabaseWrapper) -> list[Any]:
    row = list(_values(entry))
    for place, field in _CONVERTED:
        row[place] = field.get_db_prep_save(row[place], connection)
    return row


# --- PostgreSQL -------------------------------------------------------------------------------------------


def _sequence_keys(connection: BaseDatabaseWrapper, number: int) -> list[int]:
    with connection.cursor() as cursor:
        drawn = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
        cursor.execute(drawn, [_TABLE, number])
        return [row[0] for row in cursor.fetchall()]


def _copy(connection: BaseDatabaseWrapper, rows: Sequence[Sequence[Any]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {_TABLE} ({_COLUMNS}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


# --- SQLite -----------------------------------------------------------------------------------------------


def _next_keys(connection: BaseDatabaseWrapper, number: int) -> Iterator[int]:
    """Keys after the last one that was ever given out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = %s", [_TABLE])
        last = cursor.fetchone()[0] or 0
    return iter(range(last + 1, last + 1 + number))


def _insert(connection: BaseDatabaseWrapper, rows: Sequence[Sequence[Any]]) -> None:
    one = f"({', '.join(['%s'] * len(_FIELDS))})"
    limit = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) // len(_FIELDS)
    size = min(_ROWS, limit)
    with connection.cursor() as cursor:
        for start in range(0, len(rows), size):
            some = rows[start : start + size]
            statement = f"INSERT INTO {_TABLE} ({_COLUMNS}) VALUES {', '.join([one] * len(some))}"  # noqa: S608
            cursor.execute(statement, list(chain.from_iterable(some)))
