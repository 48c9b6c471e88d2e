"""Wagtail's search on Elasticsearch: modelsearch's backend, told keys instead of texts.

The database's backend is kept beside it: it answers when the server does not. ``entries`` is the engine of the
site's own search on the same server.
"""

import json
import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db.models import Model
from modelsearch.backends.elasticsearch8 import (
    Elasticsearch8AutocompleteQueryCompiler,
    Elasticsearch8Index,
    Elasticsearch8Mapping,
    Elasticsearch8SearchBackend,
    Elasticsearch8SearchQueryCompiler,
    Elasticsearch8SearchResults,
)
from modelsearch.backends.elasticsearchbase import ElasticsearchAtomicIndexRebuilder
from modelsearch.index import AutocompleteField, SearchField

from russian.tokens import clean
from search.analysis import index_keys
from search.backends.database import DatabaseBackend, DatabaseResults, KeyAutocompleteCompiler, KeyQueryCompiler
from search.backends.queries import Everything, Nothing, beginning, tree
from search.engines.base import EngineUnavailable
from search.engines.elasticsearch.breaker import CircuitBreaker
from search.engines.elasticsearch.engine import ENTRY_LABEL, ElasticsearchEngine
from search.engines.elasticsearch.queries import Fields, write
from search.index.tasks import repair_engine
from search.models import MissedUpdate

_FACET_VALUES = 1_000
_PREFIXES = {"analyzer": "whitespace", "index_prefixes": {"min_chars": 2, "max_chars": 12}}


class KeyMapping(Elasticsearch8Mapping):
    edgengram_analyzer_config = _PREFIXES

    def get_mapping(self) -> dict[str, Any]:
        mapping = super().get_mapping()
        _split_at_spaces(mapping["properties"])
        return mapping

    def _get_document_field_data(self, field: Any, obj: Any) -> tuple[str, Any, list]:
        name, value, beginnings = super()._get_document_field_data(field, obj)
        if isinstance(field, AutocompleteField):
            value = _text(value)
            keys = index_keys(clean(value))
            value = " ".join(filter(None, (keys.words, keys.keys, keys.roots)))
            beginnings = [value]
        elif isinstance(field, SearchField) and isinstance(value, str | list | tuple):
            keys = index_keys(clean(_text(value)))
            value = " ".join(filter(None, (keys.keys, keys.roots)))
        return name, value, beginnings


def _split_at_spaces(properties: dict[str, Any]) -> None:
    """Let every text field, nested ones too, take keys as they are."""
    for field in properties.values():
        if field["type"] == "text":
            field["analyzer"] = field["search_analyzer"] = "whitespace"
        _split_at_spaces(field.get("properties", {}))


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(map(_text, value))
    return "" if value is None else str(value)


class KeyIndex(Elasticsearch8Index):
    def add_item(self, item: Model) -> None:
        """Into the alias alone: an index must not come into being by the way, without its mappings."""
        mapping = self.mapping_class(type(item))
        document = mapping.get_document(item)
        self.es.index(index=self.name, id=mapping.get_document_id(item), document=document, require_alias=True)

    def add_items(self, model: type[Model], items: Sequence[Any]) -> None:
        """Both indexes, so that the database's is whole when it is needed."""
        super().add_items(model, items)
        self.backend.database.add_bulk(model, items)


class AtomicRebuilder(ElasticsearchAtomicIndexRebuilder):
    def finish(self) -> None:
        """Point the alias to the new index and remove the old in one step."""
        self.index.refresh()
        client = self.index.es
        old = list(client.indices.get_alias(name=self.alias.name)) if self.alias.is_alias() else []
        if not old:
            self.alias.delete()
        actions = [{"add": {"index": self.index.name, "alias": self.alias.name}}]
        client.indices.update_aliases(actions=actions + [{"remove_index": {"index": name}} for name in old])


class _Compiler:
    """The part of the query that is about words; filters and order are modelsearch's."""

    query: Any
    remapped_fields: list[Any]

    def get_inner_query(self) -> dict[str, Any]:
        typing = isinstance(self, Elasticsearch8AutocompleteQueryCompiler)
        node = beginning(self.query) if typing else tree(self.query)
        if isinstance(node, Everything):
            return {"match_all": {}}
        if isinstance(node, Nothing):
            return {"match_none": {}}
        fields = ["_edgengrams"] if typing else [field.field_name_with_boost for field in self.remapped_fields]
        return write(node, Fields(title=fields, keys=fields, roots=fields, words=["_edgengrams"]))


class QueryCompiler(_Compiler, Elasticsearch8SearchQueryCompiler):
    DEFAULT_OPERATOR = "and"
    mapping_class = KeyMapping


class AutocompleteCompiler(_Compiler, Elasticsearch8AutocompleteQueryCompiler):
    DEFAULT_OPERATOR = "and"
    mapping_class = KeyMapping


class Results(Elasticsearch8SearchResults):
    def _do_search(self) -> list[Any]:
        try:
            return self.backend.breaker.ask(lambda: list(super(Results, self)._do_search()))
        except EngineUnavailable:
            return self._from_database()._do_search()

    def _do_count(self) -> int:
        try:
            return self.backend.breaker.ask(super()._do_count)
        except EngineUnavailable:
            return self._from_database()._do_count()

    def facet(self, field_name: str) -> OrderedDict:
        try:
            return self.backend.breaker.ask(lambda: super(Results, self).facet(field_name))
        except EngineUnavailable:
            return self._from_database().facet(field_name)

    def _backend_do_search(self, body: dict[str, Any], **kwargs: Any) -> Any:
        for aggregation in body.get("aggregations", {}).values():
            aggregation["terms"]["size"] = _FACET_VALUES
        return super()._backend_do_search(body, **kwargs)

    def _from_database(self) -> DatabaseResults:
        compiler = self.query_compiler
        kind = KeyAutocompleteCompiler if isinstance(compiler, AutocompleteCompiler) else KeyQueryCompiler
        again = kind(
            compiler.queryset, compiler.query, fields=compiler.fields, order_by_relevance=compiler.order_by_relevance
        )
        results = DatabaseResults(self.backend.database, again)
        results.start, results.stop, results._score_field = self.start, self.stop, self._score_field
        return results


class ElasticsearchBackend(Elasticsearch8SearchBackend):
    """Settings beside modelsearch's: SHARDS, REPLICAS, API_KEY, CA_CERTS, and REST.

    REST is for how many seconds the server is left alone after a failure.
    """

    mapping_class = KeyMapping
    index_class = KeyIndex
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    results_class = Results
    atomic_rebuilder_class = AtomicRebuilder
    settings: dict[str, Any] = {"settings": {"index": {}}}

    def __init__(self, params: dict[str, Any]) -> None:
        params = dict(params)
        size = {"shards": params.pop("SHARDS", 1), "replicas": params.pop("REPLICAS", 0)}
        rest = params.pop("REST", 30.0)
        params["INDEX_SETTINGS"] = {
            "settings": {"index": {"number_of_shards": size["shards"], "number_of_replicas": size["replicas"]}}
        }
        params["OPTIONS"] = {
            "max_retries": 1,
            "retry_on_timeout": False,
            **{name.lower(): value for name in ("API_KEY", "CA_CERTS") if (value := params.pop(name, ""))},
            **params.get("OPTIONS", {}),
        }
        super().__init__(params)
        self.breaker = CircuitBreaker(rest)
        self.breaker.recovered = repair_engine.enqueue
        self.database = DatabaseBackend({})
        self.entries = ElasticsearchEngine(
            self.es, f"{self.index_prefix}search_entries", self.breaker, size, self.database.using
        )

    def add(self, obj: Model) -> None:
        self.database.add(obj)
        self._tell(obj, lambda: super(ElasticsearchBackend, self).add(obj))

    def delete(self, obj: Model) -> None:
        self.database.delete(obj)
        self._tell(obj, lambda: super(ElasticsearchBackend, self).delete(obj))

    def _tell(self, obj: Model, call: Any) -> None:
        try:
            self.breaker.ask(call)
        except EngineUnavailable:
            MissedUpdate.objects.get_or_create(model=obj._meta.label_lower, object_id=str(obj.pk))

    def repair(self) -> int:
        """Tell the server of every object that it missed; returns of how many. Raises ``EngineUnavailable``."""
        missed = MissedUpdate.objects.exclude(model=ENTRY_LABEL)
        for update in missed:
            model = apps.get_model(update.model)
            obj = model._default_manager.filter(pk=update.object_id).first()
            index = self.get_index_for_model(model)
            call = (lambda o=obj, i=index: i.add_item(o)) if obj else _deletion(index, update.object_id)
            self.breaker.ask(call)
            update.delete()
        return self.entries.repair()


def _deletion(index: KeyIndex, object_id: str) -> Any:
    return lambda: index.es.options(ignore_status=404).delete(index=index.name, id=object_id)


_backends: dict[str, ElasticsearchBackend] = {}
_backends_lock = threading.Lock()


def SearchBackend(params: dict[str, Any]) -> ElasticsearchBackend:
    """The backend of these settings, one a process.

    Wagtail asks for a backend at every search and at every save. The connections to the server, and the knowledge that
    it did not answer a moment ago, have to outlive the request.
    """
    key = json.dumps(params, sort_keys=True, default=repr)
    with _backends_lock:
        if key not in _backends:
            _backends[key] = ElasticsearchBackend(params)
        return _backends[key]
