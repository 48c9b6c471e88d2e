"""PostgreSQL: vectors of the keys under the ``simple`` configuration, kept by the table itself, and GIN over them.

Counting and ranking read the index alone: unpacking thousands of vectors is what makes the usual ``ts_rank`` slow.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from django.db import ProgrammingError, connections, transaction
from django.db.backends.utils import CursorWrapper

from search.analysis import ROOT_MARK, WORD_MARK
from search.engines.base import EntryEngine, Search
from search.engines.nodes import All, Any, Key, Node, Phrase, Prefix, Root, Without

logger = logging.getLogger(__name__)
_ENTRY = "search_searchentry"
_INDEX = "search_entry_vector"
#: Keys of the title are in the vector once more, behind a letter that no Russian word begins with.
_TITLE_MARK = "ы"
_MARKED_TITLE = f"regexp_replace(title_keys, '(\\S+)', '{_TITLE_MARK}\\1', 'g')"
#: Only keys stand in phrases; what needs no place in the text spares itself the parser, the dearest part of indexing.
_WITHOUT_PLACES = f"root_keys || ' ' || word_keys || ' ' || {_MARKED_TITLE}"
_VECTOR = (
    "to_tsvector('simple'::regconfig, title_keys || ' ' || body_keys) || "
    f"array_to_tsvector(array_remove(string_to_array({_WITHOUT_PLACES}, ' '), ''))"
)
CREATE = (
    f"ALTER TABLE {_ENTRY} ADD COLUMN vector tsvector GENERATED ALWAYS AS ({_VECTOR}) STORED",
    # Compressing vectors takes as long as making them, and hardly anything ever reads one.
    f"ALTER TABLE {_ENTRY} ALTER COLUMN vector SET STORAGE EXTERNAL",
    f"CREATE INDEX {_INDEX} ON {_ENTRY} USING gin (vector)",
)
DROP = (f"ALTER TABLE {_ENTRY} DROP COLUMN IF EXISTS vector",)
_MATCHES = "vector @@ %s::tsquery"
#: Told of nothing but the vector, the planner has no index but its own to use.
_FOUND = (
    "WITH found AS MATERIALIZED (SELECT id, language, site_id, facet_set_id, date, body_length AS size "  # noqa: S608
    f"FROM {_ENTRY} WHERE {_MATCHES})"
)
#: The index alone; no workers, whose start takes longer than the statement; no loops over a list thought to be short.
_OFF = ("enable_seqscan", "enable_indexscan", "enable_nestloop", "jit")
_PLANNING = "; ".join([*(f"SET LOCAL {name} = off" for name in _OFF), "SET LOCAL max_parallel_workers_per_gather = 0"])
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
        """The statement that sums weights over index scans of what matches, and its values but limit and offset.

        Of equals the shorter comes first. Phrases do not score: telling their order takes unpacking vectors, and where
        one is asked for, everything that matches has it.
        """
        scans, values = [], []
        for part in search.weighted:
            if not isinstance(part.node, Phrase):
                scans.append(f"SELECT id, {float(part.weight):.4f}::float AS weight FROM {_ENTRY} WHERE {_MATCHES}")  # noqa: S608
                values.append(f"{write(part.node)} & {write(search.match)}")
        scans = scans or [f"SELECT id, 0::float AS weight FROM {_ENTRY} WHERE false"]  # noqa: S608
        statement = (
            f"{_FOUND}, matched AS ({matched}), "  # noqa: S608
            f"scored AS (SELECT id, sum(weight) AS score FROM ({' UNION ALL '.join(scans)}) s GROUP BY id) "
            "SELECT id FROM matched LEFT JOIN scored USING (id) "
            "ORDER BY coalesce(score, 0) DESC, size, id LIMIT %s OFFSET %s"
        )
        return statement, values

    @contextmanager
    def loading(self) -> Iterator[Callable[[Sequence[int]], None]]:
        yield self.put
        self.rebuild()

    def rebuild(self) -> None:
        """The table keeps its vectors; what the index has put off, and every search would look through, is put in.

        Only the table's owner may ask for it. For others autovacuum does the same, later.
        """
        try:
            with transaction.atomic(using=self.using), connections[self.using].cursor() as cursor:
                cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [_INDEX])
        except ProgrammingError as error:
            logger.info("The index %s is left to autovacuum: %s", _INDEX, error)

    @contextmanager
    def _cursor(self) -> Iterator[CursorWrapper]:
        """A cursor in whose transaction the planner keeps to the index even for words that stand everywhere."""
        with transaction.atomic(using=self.using), connections[self.using].cursor() as cursor:
            cursor.execute(_PLANNING)
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
