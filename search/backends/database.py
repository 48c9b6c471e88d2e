"""Wagtail's search on whatever database the site lives in: results from the keys in modelsearch's table.

The matching rows are read first, best first, and narrowed by the queryset's conditions in one more query: cost grows
with the matches, never with their square.
"""

from collections import OrderedDict
from typing import Any

from django.db import connections, router
from django.db.models import Count, QuerySet
from django.db.models.expressions import RawSQL
from modelsearch.backends.base import BaseSearchBackend, BaseSearchQueryCompiler, BaseSearchResults, FilterFieldError
from modelsearch.utils import get_descendants_content_types_pks

from search.backends.indexes import INDEX_OF_VENDOR, Rebuilder, index_entries
from search.backends.queries import Everything, Nothing, Tree, beginning, tree
from search.engines.database import database_engine


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
        self.index_class = INDEX_OF_VENDOR[connections[self.using].vendor]
        self.entries = database_engine(self.using)

    def repair(self) -> int:
        """An index inside the database misses nothing."""
        return 0


SearchBackend = DatabaseBackend
