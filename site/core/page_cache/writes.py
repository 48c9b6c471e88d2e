"""Which statements change what visitors see.

Looked at on the way to the database, since much is written past the signals of models: moves of pages, updates of
querysets, rows made in bulk. Every write counts, but for the tables and columns that never show to the public
(``PAGE_CACHE_QUIET``).
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from . import stamp

#: First words of statements that change no rows.
_READS = {"SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA", "BEGIN", "COMMIT", "EXPLAIN", "SET", "SHOW", "LOCK"}
_TARGET = re.compile(
    r"""\s* (?: INSERT \s+ (?:OR \s+ \w+ \s+)? INTO | UPDATE | DELETE \s+ FROM ) \s+ ["`]? (\w+)""", re.VERBOSE | re.I
)
#: What makes a write of a statement that begins WITH a query; the search on PostgreSQL asks so.
_WRITES = re.compile(r"\b(INSERT|UPDATE|DELETE|MERGE)\b", re.I)
_ASSIGNED = re.compile(r'[ ,]"(\w+)" = ')


def watch(sender: type, connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Receiver of ``connection_created``."""
    if note_write not in connection.execute_wrappers:
        connection.execute_wrappers.append(note_write)


def note_write(execute: Callable, sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Wrapper of :meth:`connection.execute_wrapper`: moves the stamp when the statement's transaction is committed."""
    result = execute(sql, params, many, context)
    if is_seen(str(sql)):
        _bump_on_commit(context["connection"])
    return result


def _bump_on_commit(connection: BaseDatabaseWrapper) -> None:
    if not connection.in_atomic_block:
        stamp.bump()
        return
    waiting = connection.run_on_commit
    if waiting and waiting[-1][1] is stamp.bump and waiting[-1][0] == set(connection.savepoint_ids):
        return
    connection.on_commit(stamp.bump)


def is_seen(sql: str) -> bool:
    """Whether the statement may change what the public sees."""
    sql = sql.lstrip("( ")  # PostgreSQL's unions of SELECTs begin with a bracket
    # Long ones have many values, no two alike: they are not worth remembering.
    return sql[:6] != "SELECT" and (_is_seen(sql) if len(sql) < 2000 else _is_seen.__wrapped__(sql))


@lru_cache(maxsize=1000)
def _is_seen(sql: str) -> bool:
    first = sql.split(None, 1)[0].upper().rstrip(";")
    if first in _READS or (first == "WITH" and not _WRITES.search(sql)):
        return False
    found = _TARGET.match(sql)
    if not found:
        return True
    table = found[1]
    if table in _quiet_tables():
        return False
    quiet_columns = _quiet_columns().get(table)
    if quiet_columns and sql.lstrip()[:6].upper() == "UPDATE":
        assigned = set(_ASSIGNED.findall(sql.partition(" WHERE ")[0]))
        return not (assigned and assigned <= quiet_columns)
    return True


@cache
def _quiet_tables() -> frozenset[str]:
    tables = set()
    for name in settings.PAGE_CACHE_QUIET:
        if "." not in name:
            models = apps.get_app_config(name).get_models(include_auto_created=True)
            tables |= {model._meta.db_table for model in models}
        elif name.count(".") == 1:
            tables.add(apps.get_model(name)._meta.db_table)
    return frozenset(tables)


@cache
def _quiet_columns() -> dict[str, set[str]]:
    columns: dict[str, set[str]] = {}
    for name in settings.PAGE_CACHE_QUIET:
        if name.count(".") == 2:
            label, _, field = name.rpartition(".")
            options = apps.get_model(label)._meta
            columns.setdefault(options.db_table, set()).add(options.get_field(field).column)
    return columns
