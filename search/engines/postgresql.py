"""PostgreSQL: vectors of the keys under the ``simple`` configuration, kept by the table itself, and GIN over them.

Counting and ranking read the index alone. A vector is unpacked for the best few only: unpacking thousands is what
makes the usual ``ts_rank`` over a whole result slow.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from search.analysis import ROOT_MARK, WORD_MARK
from search.query.nodes import All, Any, Key, Node, Phrase, Prefix, Root, Without

from .base import EntryEngine, Search

_ENTRY = "search_searchentry"
_ALL_KEYS = "title_keys || ' ' || body_keys || ' ' || root_keys || ' ' || word_keys"
CREATE = (
    f"ALTER TABLE {_ENTRY} "
    f"ADD COLUMN vector tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, {_ALL_KEYS})) STORED, "
    "ADD COLUMN title_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, title_keys)) STORED",
    f"CREATE INDEX search_entry_vector ON {_ENTRY} USING gin (vector)",
    f"CREATE INDEX search_entry_title_vector ON {_ENTRY} USING gin (title_vector)",
)
DROP = (f"ALTER TABLE {_ENTRY} DROP COLUMN IF EXISTS vector, DROP COLUMN IF EXISTS title_vector",)
_PLACE = "language = %s AND site_id IN (0, %s)"
#: Of equals by the index, so many are told apart by how often and how densely they have the words.
_TIED = 2_000


class PostgreSQLEngine(EntryEngine):
    name = "postgresql"

    def count(self, search: Search) -> dict[int, int]:
        condition, values = where(search.match)
        with self._cursor() as cursor:
            cursor.execute(
                f"SELECT facet_set_id, count(*) FROM {_ENTRY} WHERE {condition} AND {_PLACE} GROUP BY 1",  # noqa: S608
                [*values, search.language, search.site_id],
            )
            return dict(cursor.fetchall())

    def candidates(self, search: Search, limit: int, offset: int = 0) -> list[int]:
        condition, values = where(search.match)
        narrowed = ""
        if search.facet_sets is not None:
            narrowed = f" AND facet_set_id IN ({', '.join(map(str, sorted(search.facet_sets))) or 'NULL'})"
        matched = f"SELECT id, date FROM {_ENTRY} WHERE {condition} AND {_PLACE}{narrowed}"  # noqa: S608
        values += [search.language, search.site_id]
        if search.newest_first or not search.weighted:
            statement = f"{matched} ORDER BY date DESC NULLS LAST, id DESC LIMIT %s OFFSET %s"
            values += [limit, offset]
        else:
            statement, more = self._ranked(search, matched)
            values += [*more, limit, offset]
        with self._cursor() as cursor:
            cursor.execute(statement, values)
            return [row[0] for row in cursor.fetchall()]

    def _ranked(self, search: Search, matched: str) -> tuple[str, list]:
        """The statement that sums weights over index scans, and its values but limit and offset."""
        scans, values = [], []
        for part in search.weighted:
            condition, own = where(part.node)
            scans.append(f"SELECT id, {float(part.weight):.4f}::float AS weight FROM {_ENTRY} WHERE {condition}")  # noqa: S608
            values += own
        words = " | ".join(query for part in search.weighted if (query := tsquery(part.node)) is not None)
        statement = (
            f"WITH matched AS MATERIALIZED ({matched}), "  # noqa: S608
            f"scored AS (SELECT id, sum(weight) AS score FROM ({' UNION ALL '.join(scans)}) s GROUP BY id), "
            "best AS (SELECT id, coalesce(score, 0) AS score FROM matched LEFT JOIN scored USING (id) "
            f"ORDER BY 2 DESC, id LIMIT {_TIED}) "
            f"SELECT id FROM best JOIN {_ENTRY} e USING (id) "
            "ORDER BY round(score::numeric, 2) DESC, ts_rank(e.vector, %s::tsquery, 1) DESC, id LIMIT %s OFFSET %s"
        )
        return statement, [*values, words]

    @contextmanager
    def _cursor(self) -> Iterator[CursorWrapper]:
        """A cursor in whose transaction the planner keeps to the index even for words that stand everywhere."""
        with transaction.atomic(using=self.using), connections[self.using].cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            yield cursor


def where(node: Node) -> tuple[str, list]:
    """A condition for ``node`` and its values; what concerns the title alone asks the title's vector."""
    query = tsquery(node)
    if query is not None:
        return "vector @@ %s::tsquery", [query]
    match node:
        case Key(text, _title):
            return "title_vector @@ %s::tsquery", [_quoted(text)]
        case Phrase(keys, _title):
            return "title_vector @@ %s::tsquery", [_phrase(keys)]
        case All(nodes):
            return _joined(" AND ", nodes)
        case Any(nodes):
            return _joined(" OR ", nodes)
        case Without(kept, excluded):
            (left, values), (right, more) = where(kept), where(excluded)
            return f"({left} AND NOT {right})", values + more
    raise TypeError(node)


def tsquery(node: Node) -> str | None:
    """``node`` as the text of one ``tsquery``; None if it concerns the title alone, in whole or in part."""
    match node:
        case Key(text, title):
            return None if title else _quoted(text)
        case Phrase(keys, title):
            return None if title else _phrase(keys)
        case Root(text):
            return _quoted(ROOT_MARK + text)
        case Prefix(text):
            return _quoted(WORD_MARK + text) + ":*"
        case Without(kept, excluded):
            left, right = tsquery(kept), tsquery(excluded)
            return None if left is None or right is None else f"({left} & !({right}))"
        case All(nodes) | Any(nodes):
            inner = [tsquery(child) for child in nodes]
            sign = " & " if isinstance(node, All) else " | "
            return None if None in inner else f"({sign.join(map(str, inner))})"
    raise TypeError(node)


def _joined(sign: str, nodes: tuple[Node, ...]) -> tuple[str, list]:
    conditions = [where(child) for child in nodes]
    return f"({sign.join(sql for sql, _v in conditions)})", [value for _s, values in conditions for value in values]


def _phrase(keys: tuple[str, ...]) -> str:
    return "(" + " <-> ".join(map(_quoted, keys)) + ")"


def _quoted(text: str) -> str:
    """A lexeme in quotes. Keys are letters and digits, yet nothing else shall ever break out."""
    return "'" + text.replace("\\", "").replace("'", "''") + "'"
