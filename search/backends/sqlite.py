"""Wagtail's search on SQLite: keys in modelsearch's FTS5 table."""

from collections.abc import Sequence
from typing import Any

from search.engines.sqlite import Columns, write

from .database import DatabaseBackend, KeyIndex, index_entries

_WHOLE = Columns(title="title", keys="{title body}", roots="body", words="autocomplete")
_TITLE = Columns(title="title", keys="title", roots="title", words="autocomplete")
_TYPING = Columns(title="autocomplete", keys="autocomplete", roots="autocomplete", words="autocomplete")


class SQLiteIndex(KeyIndex):
    def matching(self, node: Any, types: Sequence[int], title_only: bool, typing: bool) -> tuple[str, list]:
        columns = _TYPING if typing else _TITLE if title_only else _WHOLE
        table = index_entries()._meta.db_table
        return (
            f"SELECT e.object_id, -bm25({table}_fts, 2.0, 1.0, 4.0) AS score "  # noqa: S608
            f"FROM {table}_fts CROSS JOIN {table} e ON e.id = {table}_fts.rowid "
            f"WHERE {table}_fts MATCH %s AND e.content_type_id IN ({', '.join(map(str, types))})"
        ), [write(node, columns)]


class SearchBackend(DatabaseBackend):
    index_class = SQLiteIndex
