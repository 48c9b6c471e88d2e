"""The index of Wagtail's objects in the database: keys in modelsearch's own table.

On SQLite that table has FTS5 beside it, on PostgreSQL vectors, each of which has its GIN index. ``body`` holds the keys
of the title as well: the usual search over ``title || body`` would have no index to use.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connections, router, transaction
from django.db.models import Manager, Model, QuerySet
from django.utils.encoding import force_str
from modelsearch.backends.base import BaseIndex, BaseSearchBackend
from modelsearch.conf import get_app_config
from modelsearch.index import AutocompleteField, RelatedFields, SearchField, get_indexed_models
from modelsearch.utils import get_content_type_pk, get_descendants_content_types_pks

from russian.tokens import clean
from search.analysis import index_keys
from search.engines import postgresql, sqlite

_BATCH = 200
_WHOLE = sqlite.Columns(title="title", keys="{title body}", roots="body", words="autocomplete")
_TITLE = sqlite.Columns(title="title", keys="title", roots="title", words="autocomplete")
_TYPING = sqlite.Columns(title="autocomplete", keys="autocomplete", roots="autocomplete", words="autocomplete")


def index_entries() -> type[Model]:
    return get_app_config().get_model("IndexEntry")


def texts(obj: Any) -> tuple[str, str, str]:
    """Text of an object's title, of its other search fields, of its autocomplete fields."""
    title: list[str] = []
    body: list[str] = []
    beginnings: list[str] = []
    for field, value in _values(obj, obj.get_search_fields()):
        if isinstance(field, AutocompleteField):
            beginnings.append(value)
        elif isinstance(field, SearchField):
            (title if field.field_name == "title" else body).append(value)
    return " ".join(title), "\n".join(body), " ".join(beginnings)


def _values(obj: Any, fields: Iterable[Any]) -> Iterable[tuple[Any, str]]:
    for field in fields:
        if isinstance(field, RelatedFields):
            related = field.get_value(obj)
            if isinstance(related, Manager | QuerySet):
                for child in related.all():
                    yield from _values(child, field.fields)
            elif related is not None:
                yield from _values(related, field.fields)
        elif isinstance(field, SearchField | AutocompleteField):
            yield field, _text(field.get_value(obj))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return ", ".join(map(_text, value.values()))
    if isinstance(value, list | tuple):
        return ", ".join(map(_text, value))
    return force_str(value)


class KeyIndex(BaseIndex):
    """Writes keys into modelsearch's table. ``vector`` is how the database takes a text of keys."""

    vector = "%s"
    extra_columns = ""
    extra_values = ""

    def __init__(self, backend: BaseSearchBackend) -> None:
        super().__init__(backend)
        self.using = router.db_for_write(index_entries())

    def add_items(self, model: type[Model], items: Sequence[Any]) -> None:
        if not model.get_search_fields() or not items:
            return
        content_type = get_content_type_pk(model)
        rows = []
        for item in items:
            title, body, beginnings = (index_keys(clean(text)) for text in texts(item))
            everything = " ".join(filter(None, (title.keys, body.keys, title.roots, body.roots)))
            autocomplete = " ".join(filter(None, (beginnings.words, beginnings.keys, beginnings.roots)))
            rows.append((content_type, force_str(item.pk), title.keys, everything, autocomplete))
        table = index_entries()._meta.db_table
        statement = (
            f"INSERT INTO {table} "  # noqa: S608
            f"(content_type_id, object_id, title, body, autocomplete, title_norm{self.extra_columns})"
            f" VALUES (%s, %s, {self.vector}, {self.vector}, {self.vector}, 1.0{self.extra_values})"
            " ON CONFLICT (content_type_id, object_id) DO UPDATE SET"
            " title = excluded.title, body = excluded.body, autocomplete = excluded.autocomplete"
        )
        with transaction.atomic(using=self.using), connections[self.using].cursor() as cursor:
            cursor.executemany(statement, rows)

    def delete_item(self, item: Model) -> None:
        types = get_descendants_content_types_pks(type(item))
        index_entries().objects.using(self.using).filter(content_type_id__in=types, object_id=str(item.pk)).delete()

    def reset(self) -> None:
        index_entries().objects.using(self.using).all().delete()

    def delete_stale_entries(self) -> None:
        """Forget objects that are no more."""
        entries = index_entries().objects.using(self.using)
        for model in get_indexed_models():
            types = get_descendants_content_types_pks(model)
            indexed = set(entries.filter(content_type_id__in=types).values_list("object_id", flat=True))
            gone = list(indexed - {str(pk) for pk in model._default_manager.values_list("pk", flat=True)})
            for start in range(0, len(gone), _BATCH):
                entries.filter(content_type_id__in=types, object_id__in=gone[start : start + _BATCH]).delete()

    def matching(self, node: Any, types: Sequence[int], title_only: bool, typing: bool) -> tuple[str, list]:
        """A statement that selects ``object_id`` and a score (higher is better) of what matches, and its values."""
        raise NotImplementedError


class SQLiteIndex(KeyIndex):
    def matching(self, node: Any, types: Sequence[int], title_only: bool, typing: bool) -> tuple[str, list]:
        columns = _TYPING if typing else _TITLE if title_only else _WHOLE
        table = index_entries()._meta.db_table
        return (
            f"SELECT e.object_id, -bm25({table}_fts, 2.0, 1.0, 4.0) AS score "  # noqa: S608
            f"FROM {table}_fts CROSS JOIN {table} e ON e.id = {table}_fts.rowid "
            f"WHERE {table}_fts MATCH %s AND e.content_type_id IN ({', '.join(map(str, types))})"
        ), [sqlite.write(node, columns)]


class PostgreSQLIndex(KeyIndex):
    vector = "to_tsvector('simple'::regconfig, %s)"
    extra_columns = ", title_text, body_text"
    extra_values = ", '', ''"

    def matching(self, node: Any, types: Sequence[int], title_only: bool, typing: bool) -> tuple[str, list]:
        column = "autocomplete" if typing else "title" if title_only else "body"
        ranked = "autocomplete" if typing else "title"
        query = postgresql.write(node, title_mark="")
        return (
            f"SELECT object_id, ts_rank({ranked}, %s::tsquery, 1) AS score FROM {index_entries()._meta.db_table} "  # noqa: S608
            f"WHERE {column} @@ %s::tsquery AND content_type_id IN ({', '.join(map(str, types))})"
        ), [query, query]


INDEX_OF_VENDOR: dict[str, type[KeyIndex]] = {"sqlite": SQLiteIndex, "postgresql": PostgreSQLIndex}


class Rebuilder:
    """Rebuilds in place: rows are replaced one by one, stale ones removed first, nobody sees a gap."""

    def __init__(self, index: KeyIndex) -> None:
        self.index = index

    def start(self) -> KeyIndex:
        self.index.delete_stale_entries()
        return self.index

    def finish(self) -> None:
        self.index.refresh()
