"""What Wagtail's backends for SQLite and PostgreSQL share: keys in modelsearch's own table, results from it.

The matching rows are read first, best first, and narrowed by the queryset's conditions in one more query: cost grows
with the matches, never with their square.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connections, router, transaction
from django.db.models import Count, Manager, Model, QuerySet
from django.db.models.expressions import RawSQL
from django.utils.encoding import force_str
from modelsearch.backends.base import (
    BaseIndex,
    BaseSearchBackend,
    BaseSearchQueryCompiler,
    BaseSearchResults,
    FilterFieldError,
)
from modelsearch.conf import get_app_config
from modelsearch.index import AutocompleteField, RelatedFields, SearchField, get_indexed_models
from modelsearch.utils import get_content_type_pk, get_descendants_content_types_pks

from russian.tokens import clean
from search.analysis import index_keys
from search.engines.registry import database_engine

from .queries import Everything, Nothing, Tree, beginning, tree

_BATCH = 200


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

    def __init__(self, backend: "DatabaseBackend") -> None:
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


class Rebuilder:
    """Rebuilds in place: rows are replaced one by one, stale ones removed first, nobody sees a gap."""

    def __init__(self, index: KeyIndex) -> None:
        self.index = index

    def start(self) -> KeyIndex:
        self.index.delete_stale_entries()
        return self.index

    def finish(self) -> None:
        self.index.refresh()


class KeyQueryCompiler(BaseSearchQueryCompiler):
    """Holds the query as a tree; the results ask the index."""

    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True
    typing = False

    def tree(self) -> Tree:
        return beginning(self.query) if self.typing else tree(self.query)

    @property
    def title_only(self) -> bool:
        return not self.typing and list(self.fields or ()) == ["title"]


class KeyAutocompleteCompiler(KeyQueryCompiler):
    typing = True


class DatabaseResults(BaseSearchResults):
    supports_facet = True

    def _do_search(self) -> list[Any]:
        compiler = self.query_compiler
        queryset = compiler.queryset
        node = compiler.tree()
        if isinstance(node, Nothing):
            return []
        if isinstance(node, Everything) or not compiler.order_by_relevance:
            found = self._matching()
            return list((found if found.ordered else found.order_by("-pk"))[self.start : self.stop])
        scores = self._scores(node)
        allowed = {str(pk) for pk in self._matching().order_by().values_list("pk", flat=True)}
        ids = [pk for pk in scores if pk in allowed][self.start : self.stop]
        objects = {str(obj.pk): obj for obj in queryset.filter(pk__in=ids)}
        if self._score_field:
            for pk, obj in objects.items():
                setattr(obj, self._score_field, scores[pk])
        return [objects[pk] for pk in ids if pk in objects]

    def _do_count(self) -> int:
        found = self._matching().count() - self.start
        return max(0, found if self.stop is None else min(found, self.stop - self.start))

    def facet(self, field_name: str) -> OrderedDict:
        if self.query_compiler._get_filterable_field(field_name) is None:
            raise FilterFieldError(
                f'Cannot facet search results with field "{field_name}". Please add '
                f"index.FilterField('{field_name}') to {self.model.__name__}.search_fields.",
                field_name=field_name,
            )
        rows = self._matching().order_by().values(field_name).annotate(number=Count("pk")).order_by("-number")
        return OrderedDict((row[field_name], row["number"]) for row in rows)

    def _matching(self) -> QuerySet:
        """The queryset, narrowed to what matches."""
        compiler = self.query_compiler
        node = compiler.tree()
        if isinstance(node, Nothing):
            return compiler.queryset.none()
        if isinstance(node, Everything):
            return compiler.queryset
        statement, values = self._statement(node)
        key = self.model._meta.pk
        kind = key.cast_db_type(connections[self.backend.using]) if not key.remote_field else "bigint"
        return compiler.queryset.filter(
            pk__in=RawSQL(f"SELECT CAST(object_id AS {kind}) FROM ({statement}) matching", values)  # noqa: S608, S611
        )

    def _scores(self, node: Any) -> dict[str, float]:
        statement, values = self._statement(node)
        with connections[self.backend.using].cursor() as cursor:
            cursor.execute(f"{statement} ORDER BY 2 DESC, 1 DESC", values)
            return dict(cursor.fetchall())

    def _statement(self, node: Any) -> tuple[str, list]:
        compiler = self.query_compiler
        types = get_descendants_content_types_pks(compiler.queryset.model)
        index = self.backend.get_index_for_model(compiler.queryset.model)
        return index.matching(node, types, compiler.title_only, compiler.typing)


class DatabaseBackend(BaseSearchBackend):
    """``entries`` is the engine of the site's own search, in the same database."""

    query_compiler_class = KeyQueryCompiler
    autocomplete_query_compiler_class = KeyAutocompleteCompiler
    results_class = DatabaseResults
    rebuilder_class = Rebuilder

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.using = router.db_for_read(index_entries())
        self.entries = database_engine(self.using)

    def repair(self) -> int:
        """An index inside the database misses nothing."""
        return 0
