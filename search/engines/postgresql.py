"""PostgreSQL: vectors of the keys under the ``simple`` configuration, kept by the table itself, and GIN over them.

Counting and ranking read the index alone: unpacking thousands of vectors is what makes the usual ``ts_rank`` slow.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from search.analysis import ROOT_MARK, WORD_MARK
from search.query.nodes import All, Any, Key, Node, Phrase, Prefix, Root, Without

from .base import EntryEngine, Search

_ENTRY = "search_searchentry"
#: Keys of the title are in the vector once more, behind a letter that no Russian word begins with.
_TITLE_MARK = "ы"
_MARKED_TITLE = f"regexp_replace(title_keys, '(\\S+)', '{_TITLE_MARK}\\1', 'g')"
_ALL_KEYS = f"title_keys || ' ' || body_keys || ' ' || root_keys || ' ' || word_keys || ' ' || {_MARKED_TITLE}"
CREATE = (
    f"ALTER TABLE {_ENTRY} "
    f"ADD COLUMN vector tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, {_ALL_KEYS})) STORED",
    f"CREATE INDEX search_entry_vector ON {_ENTRY} USING gin (vector)",
)
DROP = (f"ALTER TABLE {_ENTRY} DROP COLUMN IF EXISTS vector",)
_MATCHES = "vector @@ %s::tsquery"
#: Told of nothing but the vector, the planner has no index but its own to use.
_FOUND = (
    "WITH found AS MATERIALIZED (SELECT id, language, site_id, facet_set_id, date, body_length AS size "  # noqa: S608
    f"FROM {_ENTRY} WHERE {_MATCHES})"
)
_PLACE = "language = %s AND site_id IN (0, %s)"


class PostgreSQLEngine(EntryEngine):
    name = "postgresql"

    def count(self, search: Search) -> dict[int, int]:
        with self._cursor() as cursor:
            cursor.execute(
                f"{_FOUND} SELECT facet_set_id, count(*) FROM found WHERE {_PLACE} GROUP BY 1",  # noqa: S608
                [write(search.match), search.language, search.site_id],
            )
            return dict(cursor.fetchall())

    def candidates(self, search: Search, limit: int, offset: int = 0) -> list[int]:
        values: list = [write(search.match), search.language, search.site_id]
        narrowed = ""
        if search.facet_sets is not None:
            narrowed = f" AND facet_set_id IN ({', '.join(map(str, sorted(search.facet_sets))) or 'NULL'})"
        matched = f"SELECT id, date, size FROM found WHERE {_PLACE}{narrowed}"  # noqa: S608
        if search.newest_first or not search.weighted:
            statement = f"{_FOUND} {matched} ORDER BY date DESC NULLS LAST, id DESC LIMIT %s OFFSET %s"
            values += [limit, offset]
        else:
            statement, more = self._ranked(search, matched)
            values += [*more, limit, offset]
        with self._cursor() as cursor:
            cursor.execute(statement, values)
            return [row[0] for row in cursor.fetchall()]

    def _ranked(self, search: Search, matched: str) -> tuple[str, list]:
        """The statement that sums weights over index scans, and its values but limit and offset.

        Of equals the shorter comes first. Phrases do not score: telling their order takes unpacking vectors, and where
        one is asked for, everything that matches has it.
        """
        scans, values = [], []
        for part in search.weighted:
            if not isinstance(part.node, Phrase):
                scans.append(f"SELECT id, {float(part.weight):.4f}::float AS weight FROM {_ENTRY} WHERE {_MATCHES}")  # noqa: S608
                values.append(write(part.node))
        scans = scans or [f"SELECT id, 0::float AS weight FROM {_ENTRY} WHERE false"]  # noqa: S608
        statement = (
            f"{_FOUND}, matched AS ({matched}), "  # noqa: S608
            f"scored AS (SELECT id, sum(weight) AS score FROM ({' UNION ALL '.join(scans)}) s GROUP BY id) "
            "SELECT id FROM matched LEFT JOIN scored USING (id) "
            "ORDER BY coalesce(score, 0) DESC, size, id LIMIT %s OFFSET %s"
        )
        return statement, values

    @contextmanager
    def _cursor(self) -> Iterator[CursorWrapper]:
        """A cursor in whose transaction the planner keeps to the index even for words that stand everywhere."""
        with transaction.atomic(using=self.using), connections[self.using].cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off; SET LOCAL jit = off")
            yield cursor


def write(node: Node, title_mark: str = _TITLE_MARK) -> str:
    """``node`` as a ``tsquery``."""
    match node:
        case Key(text, title):
            return _quoted(title_mark + text if title else text)
        case Phrase(keys, title):
            return "(" + " <-> ".join(_quoted(title_mark + key if title else key) for key in keys) + ")"
        case Root(text):
            return _quoted(ROOT_MARK + text)
        case Prefix(text):
            return _quoted(WORD_MARK + text) + ":*"
        case All(nodes):
            return "(" + " & ".join(write(child, title_mark) for child in nodes) + ")"
        case Any(nodes):
            return "(" + " | ".join(write(child, title_mark) for child in nodes) + ")"
        case Without(kept, excluded):
            return f"({write(kept, title_mark)} & !({write(excluded, title_mark)}))"
    raise TypeError(node)


def _quoted(text: str) -> str:
    """A lexeme in quotes. Keys are letters and digits, yet nothing else shall ever break out."""
    return "'" + text.replace("\\", "").replace("'", "''") + "'"
