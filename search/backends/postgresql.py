"""Wagtail's search on PostgreSQL: keys in modelsearch's vectors, each of which has its GIN index.

``body`` holds the keys of the title as well: the usual search over ``title || body`` has no index to use.
"""

from collections.abc import Sequence
from typing import Any

from search.engines.postgresql import write

from .database import DatabaseBackend, KeyIndex, index_entries


class PostgreSQLIndex(KeyIndex):
    vector = "to_tsvector('simple'::regconfig, %s)"
    extra_columns = ", title_text, body_text"
    extra_values = ", '', ''"

    def matching(self, node: Any, types: Sequence[int], title_only: bool, typing: bool) -> tuple[str, list]:
        column = "autocomplete" if typing else "title" if title_only else "body"
        ranked = "autocomplete" if typing else "title"
        query = write(node, title_mark="")
        return (
            f"SELECT object_id, ts_rank({ranked}, %s::tsquery, 1) AS score FROM {index_entries()._meta.db_table} "  # noqa: S608
            f"WHERE {column} @@ %s::tsquery AND content_type_id IN ({', '.join(map(str, types))})"
        ), [query, query]


class SearchBackend(DatabaseBackend):
    index_class = PostgreSQLIndex
