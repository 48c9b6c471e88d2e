"""Queries in Elasticsearch's language. Pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any as AnyType

from search.analysis import ROOT_MARK, WORD_MARK
from search.engines.nodes import All, Any, Key, Node, Phrase, Prefix, Root, Without

Query = dict[str, AnyType]


@dataclass(frozen=True)
class Fields:
    """Where an index has what a query speaks of; boosts as Elasticsearch writes them ("title^2")."""

    title: Sequence[str] = ("title",)
    keys: Sequence[str] = ("title^2.5", "body")
    roots: Sequence[str] = ("roots",)
    words: Sequence[str] = ("words",)


def write(node: Node, fields: Fields = Fields()) -> Query:
    """``node`` as a query that also scores."""
    match node:
        case Key(text, title):
            return _match(text, fields.title if title else fields.keys)
        case Phrase(keys, title):
            return _match(" ".join(keys), fields.title if title else fields.keys, "phrase")
        case Root(text):
            return _match(ROOT_MARK + text, fields.roots)
        case Prefix(text):
            return either([{"prefix": {name: WORD_MARK + text}} for name in fields.words])
        case All(nodes):
            return {"bool": {"must": [write(child, fields) for child in nodes]}}
        case Any(nodes):
            return either([write(child, fields) for child in nodes])
        case Without(kept, excluded):
            return {"bool": {"must": [write(kept, fields)], "must_not": [write(excluded, fields)]}}
    raise TypeError(node)


def either(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else {"bool": {"should": queries, "minimum_should_match": 1}}


def boosted(query: Query, weight: float) -> Query:
    return {"bool": {"must": [query], "boost": round(weight, 4)}}


def _match(text: str, fields: Sequence[str], kind: str = "cross_fields") -> Query:
    return {"multi_match": {"query": text, "fields": list(fields), "type": kind, "analyzer": "whitespace"}}
