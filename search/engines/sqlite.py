"""SQLite: an FTS5 table over the keys, kept by triggers, beside a narrow table for counting and narrowing.

FTS5 drives every plan, so that cost grows with the matches and with nothing else.
"""

from dataclasses import dataclass

from django.db import connections

from search.analysis import ROOT_MARK, WORD_MARK
from search.engines.base import EntryEngine, Search
from search.engines.nodes import All, Any, Key, Node, Phrase, Prefix, Root, Without

FTS = "search_entry_fts"
NARROW = "search_entry_narrow"
_COLUMNS = ("title_keys", "body_keys", "root_keys", "word_keys")
_RANK = f"bm25({FTS}, 4.0, 1.0, 0.25, 0.5)"

_PLACE = "n.language = %s AND n.site_id IN (0, %s)"
_ENTRY = "search_searchentry"
CREATE = (
    f"CREATE VIRTUAL TABLE {FTS} USING fts5({', '.join(_COLUMNS)}, content='{_ENTRY}', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0')",
    f"CREATE TABLE {NARROW} (id INTEGER PRIMARY KEY, language TEXT, site_id INTEGER, facet_set_id INTEGER, date TEXT)",
)


def _triggers() -> list[str]:
    columns = ", ".join(_COLUMNS)
    old, new = (", ".join(f"{row}.{column}" for column in _COLUMNS) for row in ("old", "new"))
    removed = (
        f"INSERT INTO {FTS}({FTS}, rowid, {columns}) VALUES ('delete', old.id, {old}); "  # noqa: S608
        f"DELETE FROM {NARROW} WHERE id = old.id;"
    )
    added = (
        f"INSERT INTO {FTS}(rowid, {columns}) VALUES (new.id, {new}); "  # noqa: S608
        f"INSERT INTO {NARROW} VALUES (new.id, new.language, new.site_id, new.facet_set_id, new.date);"
    )
    return [
        f"CREATE TRIGGER search_entry_added AFTER INSERT ON {_ENTRY} BEGIN {added} END",
        f"CREATE TRIGGER search_entry_removed AFTER DELETE ON {_ENTRY} BEGIN {removed} END",
        f"CREATE TRIGGER search_entry_changed AFTER UPDATE ON {_ENTRY} BEGIN {removed} {added} END",
    ]


TRIGGERS = _triggers()
FILL = (
    f"INSERT INTO {FTS}({FTS}) VALUES ('rebuild')",  # noqa: S608
    f"INSERT INTO {NARROW} SELECT id, language, site_id, facet_set_id, date FROM {_ENTRY}",  # noqa: S608
)
DROP = (
    *(f"DROP TRIGGER IF EXISTS search_entry_{name}" for name in ("added", "removed", "changed")),
    f"DROP TABLE IF EXISTS {NARROW}",
    f"DROP TABLE IF EXISTS {FTS}",
)


class SQLiteEngine(EntryEngine):
    name = "sqlite"

    def count(self, search: Search) -> dict[int, int]:
        return dict(
            self._rows(
                f"SELECT n.facet_set_id, count(*) FROM {FTS} CROSS JOIN {NARROW} n ON n.id = {FTS}.rowid "  # noqa: S608
                f"WHERE {FTS} MATCH %s AND {_PLACE} GROUP BY n.facet_set_id",
                [write(search.match), search.language, search.site_id],
            )
        )

    def candidates(self, search: Search, limit: int, offset: int = 0) -> list[int]:
        best = f"{_RANK}, n.id" if search.weighted else "n.id"
        order = "n.date DESC, n.id DESC" if search.newest_first else best
        narrowed = "" if search.facet_sets is None else f"AND n.facet_set_id IN ({_listed(search.facet_sets)})"
        rows = self._rows(
            f"SELECT {FTS}.rowid FROM {FTS} CROSS JOIN {NARROW} n ON n.id = {FTS}.rowid "  # noqa: S608
            f"WHERE {FTS} MATCH %s AND {_PLACE} {narrowed} ORDER BY {order} LIMIT %s OFFSET %s",
            [write(search.match), search.language, search.site_id, limit, offset],
        )
        return [row[0] for row in rows]

    def _rows(self, statement: str, values: list) -> list[tuple]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()


def _listed(numbers: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))


@dataclass(frozen=True)
class Columns:
    """Where a table has what a query speaks of."""

    title: str = "title_keys"
    keys: str = "{title_keys body_keys}"
    roots: str = "root_keys"
    words: str = "word_keys"


def write(node: Node, columns: Columns = Columns()) -> str:
    """``node`` in FTS5's query language. Keys hold letters and digits only, so that quoting them is enough."""
    match node:
        case Key(text, title):
            return f'{columns.title if title else columns.keys} : "{text}"'
        case Phrase(keys, title):
            return f'{columns.title if title else columns.keys} : "{" ".join(keys)}"'
        case Root(text):
            return f'{columns.roots} : "{ROOT_MARK}{text}"'
        case Prefix(text):
            return f'{columns.words} : "{WORD_MARK}{text}" *'
        case All(nodes):
            return "(" + " AND ".join(write(child, columns) for child in nodes) + ")"
        case Any(nodes):
            return "(" + " OR ".join(write(child, columns) for child in nodes) + ")"
        case Without(kept, excluded):
            return f"({write(kept, columns)} NOT {write(excluded, columns)})"
    raise TypeError(node)
