"""Elasticsearch: an index of keys behind an alias. It analyses nothing: fields are split at spaces.

When it does not answer, the database's index answers instead, and what it misses is remembered.
"""

import logging
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.utils import timezone
from elasticsearch import Elasticsearch
from elasticsearch.helpers import scan

from search.engines.base import EngineUnavailable, EntryEngine, Search
from search.engines.database import database_engine
from search.engines.elasticsearch.breaker import CircuitBreaker
from search.engines.elasticsearch.bulk import Action, filling, send
from search.engines.elasticsearch.queries import Query, boosted, write
from search.models import MissedUpdate, SearchEntry

logger = logging.getLogger(__name__)
_MAX_FACET_SETS = 10_000
_BATCH = 500
_LOOK_AT_MISSED_SECONDS = 60.0
ENTRY_LABEL = "search.searchentry"

_KEYS: dict[str, Any] = {"type": "text", "analyzer": "whitespace", "similarity": "entries"}
_FIELDS = {
    "entry": "pk", "language": "language", "site_id": "site_id", "facet_set": "facet_set_id", "date": "date",
    "digest": "digest", "title": "title_keys", "body": "body_keys", "roots": "root_keys", "words": "word_keys",
}  # fmt: skip
MAPPINGS: dict[str, Any] = {
    "dynamic": "strict",
    "properties": {
        "language": {"type": "keyword"},
        "site_id": {"type": "integer"},
        "facet_set": {"type": "long"},
        "date": {"type": "date"},
        "digest": {"type": "keyword"},
        "entry": {"type": "long"},
        "title": _KEYS,
        "body": _KEYS,
        # Roots and words stand in no phrase, so that their places need not be kept.
        "roots": {**_KEYS, "index_options": "freqs"},
        "words": {
            "type": "text",
            "analyzer": "whitespace",
            "norms": False,
            "index_options": "docs",
            "index_prefixes": {"min_chars": 2, "max_chars": 12},
        },
    },
}
SIMILARITY = {"entries": {"type": "BM25", "k1": 1.2, "b": 0.75}}


class ElasticsearchEngine(EntryEngine):
    """``alias`` names the index for everybody; ``size`` is its number of shards and replicas."""

    name = "elasticsearch"
    #: Whether entries go to an alias alone: an index must not come into being by the way, without its mappings.
    is_aliased = True

    def __init__(
        self, client: Elasticsearch, alias: str, breaker: CircuitBreaker, size: dict[str, int], using: str = "default"
    ) -> None:
        super().__init__(using)
        self.client = client
        self.alias = alias
        self.breaker = breaker
        self.size = size
        self.database = database_engine(using)
        self._looked_at_missed = 0.0

    # --- asking -------------------------------------------------------------------------------------------

    def count(self, search: Search) -> dict[int, int]:
        try:
            answer = self.breaker.ask(
                lambda: self.client.search(
                    index=self.alias,
                    size=0,
                    track_total_hits=False,
                    query={"bool": {"filter": [*_place(search), write(search.match)]}},
                    aggregations={"sets": {"terms": {"field": "facet_set", "size": _MAX_FACET_SETS}}},
                )
            )
        except EngineUnavailable:
            return self.database.count(search)
        self._look_at_missed()
        return {bucket["key"]: bucket["doc_count"] for bucket in answer["aggregations"]["sets"]["buckets"]}

    def candidates(self, search: Search, limit: int, offset: int = 0) -> list[int]:
        newest: list[dict[str, Any]] = [{"date": {"order": "desc", "missing": "_last"}}, {"entry": "desc"}]
        best: list[dict[str, Any]] = [{"_score": "desc"}, {"entry": "asc"}]
        try:
            answer = self.breaker.ask(
                lambda: self.client.search(
                    index=self.alias,
                    size=limit,
                    from_=offset,
                    source=False,
                    track_total_hits=False,
                    query=_scored(search),
                    sort=newest if search.newest_first else best,
                )
            )
        except EngineUnavailable:
            return self.database.candidates(search, limit, offset)
        return [int(hit["_id"]) for hit in answer["hits"]["hits"]]

    # --- telling ------------------------------------------------------------------------------------------

    def put(self, entry_ids: Sequence[int]) -> None:
        try:
            for actions in self._actions(entry_ids, self.alias):
                self.breaker.ask(partial(self._send, actions))
        except EngineUnavailable:
            self._remember(entry_ids)

    def drop(self, entry_ids: Iterable[int]) -> None:
        ids = list(entry_ids)
        actions = [{"_op_type": "delete", "_index": self.alias, "_id": str(pk)} for pk in ids]
        try:
            self.breaker.ask(lambda: self._send(actions))
        except EngineUnavailable:
            self._remember(ids)

    @contextmanager
    def loading(self) -> Iterator[Callable[[Sequence[int]], None]]:
        with filling(self.client, self.alias) as hand_over:

            def put(entry_ids: Sequence[int]) -> None:
                for actions in self._actions(entry_ids, self.alias):
                    hand_over(actions)

            yield put

    def refresh(self) -> None:
        self.breaker.ask(lambda: self.client.indices.refresh(index=self.alias))

    def rebuild(self) -> None:
        """Fill a new index, point the alias to it, then catch up with what changed meanwhile."""
        started = timezone.now()
        name = f"{self.alias}_{uuid.uuid4().hex[:8]}"
        self.create(name)
        ids = list(SearchEntry.objects.using(self.using).order_by("pk").values_list("pk", flat=True))
        with filling(self.client, name, self.size.get("replicas", 0)) as hand_over:
            for actions in self._actions(ids, name):
                hand_over(actions)
        old = self._indices()
        actions = [{"add": {"index": name, "alias": self.alias}}]
        self.client.indices.update_aliases(actions=actions + [{"remove_index": {"index": other}} for other in old])
        entries = SearchEntry.objects.using(self.using)
        self.put(list(entries.filter(updated_at__gte=started).values_list("pk", flat=True)))
        self.drop(set(ids) - set(entries.values_list("pk", flat=True)))
        MissedUpdate.objects.using(self.using).filter(model=ENTRY_LABEL).delete()

    def repair(self) -> int:
        """Compare the whole index with the entries and mend what differs; returns how many entries did.

        Raises ``EngineUnavailable``.
        """
        if not self.breaker.ask(self._indices):
            self.rebuild()
            return SearchEntry.objects.using(self.using).count()
        query = {"_source": False, "fields": ["digest"]}
        held = self.breaker.ask(
            lambda: {
                int(hit["_id"]): hit["fields"]["digest"][0]
                for hit in scan(self.client, index=self.alias, query=query, size=5_000)
            }
        )
        wanted = dict(SearchEntry.objects.using(self.using).values_list("pk", "digest"))
        changed = [pk for pk, digest in wanted.items() if held.get(pk) != digest]
        gone = held.keys() - wanted.keys()
        MissedUpdate.objects.using(self.using).filter(model=ENTRY_LABEL).delete()
        self.put(changed)
        self.drop(gone)
        return len(changed) + len(gone)

    def create(self, name: str) -> None:
        """Make an empty index."""
        settings = {
            "number_of_shards": self.size.get("shards", 1),
            "number_of_replicas": self.size.get("replicas", 0),
            "similarity": SIMILARITY,
        }
        self.client.indices.create(index=name, settings=settings, mappings=MAPPINGS)

    def _indices(self) -> list[str]:
        """Names of the indices behind the alias."""
        if not self.client.indices.exists_alias(name=self.alias):
            return []
        return list(self.client.indices.get_alias(name=self.alias).keys())

    def _send(self, actions: Sequence[Action]) -> None:
        through_alias = self.is_aliased and bool(actions) and actions[0]["_index"] == self.alias
        send(self.client, actions, require_alias=through_alias)

    def _actions(self, entry_ids: Sequence[int], index: str) -> Iterator[list[Action]]:
        """Entries as Elasticsearch stores them, in batches."""
        for start in range(0, len(entry_ids), _BATCH):
            entries = SearchEntry.objects.using(self.using).filter(pk__in=entry_ids[start : start + _BATCH])
            yield [
                {
                    "_op_type": "index",
                    "_index": index,
                    "_id": str(row[0]),
                    "_source": dict(zip(_FIELDS, row, strict=True)),
                }
                for row in entries.values_list(*_FIELDS.values())
            ]

    def _remember(self, entry_ids: Iterable[int]) -> None:
        MissedUpdate.objects.using(self.using).bulk_create(
            (MissedUpdate(model=ENTRY_LABEL, object_id=str(pk)) for pk in entry_ids), ignore_conflicts=True
        )

    def _look_at_missed(self) -> None:
        """Once a minute, see whether something is still to be told (by another process, before a restart)."""
        now = time.monotonic()
        if now - self._looked_at_missed > _LOOK_AT_MISSED_SECONDS:
            self._looked_at_missed = now
            if self.breaker.recovered and MissedUpdate.objects.using(self.using).exists():
                self.breaker.recovered()


def _place(search: Search) -> list[Query]:
    return [{"term": {"language": search.language}}, {"terms": {"site_id": [0, search.site_id]}}]


def _scored(search: Search) -> Query:
    filters = [*_place(search), write(search.match)]
    if search.facet_sets is not None:
        filters.append({"terms": {"facet_set": sorted(search.facet_sets)}})
    heaviest = max((part.weight for part in search.weighted), default=1.0) or 1.0
    should = [boosted(write(part.node), part.weight / heaviest) for part in search.weighted]
    return {"bool": {"filter": filters, "should": should}}


@contextmanager
def temporary_index(client: Elasticsearch, using: str) -> Iterator[ElasticsearchEngine]:
    """An engine over a fresh index, which is deleted at the end."""
    engine = ElasticsearchEngine(client, f"temporary_{uuid.uuid4().hex[:12]}", CircuitBreaker(), {}, using)
    engine.is_aliased = False
    # The database must not answer instead: the measurement would be of that.
    engine.database = EntryEngine(using)
    engine.create(engine.alias)
    try:
        yield engine
    finally:
        client.indices.delete(index=engine.alias)
