"""Addresses that add a filter to the current search or take one away. Pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.models import FACETS
from search.query.facets import Facet, FacetValue, known_filters

#: Values of a facet that are shown at once; the rest is folded.
SHOWN = 8
_SORT_LABELS = {"relevance": _("most fitting first"), "date": _("newest first")}


@dataclass(frozen=True)
class Link:
    """A value of a facet and the address that takes or drops it."""

    label: str | Promise
    url: str
    count: int = 0
    selected: bool = False


@dataclass(frozen=True)
class LinkedFacet:
    name: str
    label: str
    shown: tuple[Link, ...]
    folded: tuple[Link, ...]


def facets(query: QueryDict, found: Sequence[Facet]) -> list[LinkedFacet]:
    """Facets that offer a choice, each value with its address."""
    linked = []
    for facet in found:
        values = [_link(query, facet, value) for value in facet.values]
        if len(values) > 1:
            linked.append(LinkedFacet(facet.name, facet.label, tuple(values[:SHOWN]), tuple(values[SHOWN:])))
    return linked


def chosen(query: QueryDict, found: Sequence[Facet]) -> list[Link]:
    """What the results are narrowed by, each with the address without it."""
    return [_link(query, facet, value) for facet in found for value in facet.selected]


def follow_key(query: QueryDict) -> str:
    """The words and what they are narrowed by as a key: always the same for the same search."""
    kept = QueryDict(mutable=True)
    kept["q"] = " ".join(query.get("q", "").replace("\x00", "").split())
    for name, values in sorted(known_filters({name: query.getlist(name) for name in FACETS}).items()):
        kept.setlist(name, sorted(values))
    return kept.urlencode()


def sorts(query: QueryDict, current: str, names: Sequence[str]) -> list[Link]:
    """The orders to choose from."""
    found = []
    for name in names:
        changed = query.copy()
        changed.pop("page", None)
        changed["sort"] = name
        found.append(Link(_SORT_LABELS[name], f"?{changed.urlencode()}", selected=name == current))
    return found


def _link(query: QueryDict, facet: Facet, value: FacetValue) -> Link:
    values = query.getlist(facet.name)
    changed = query.copy()
    changed.pop("page", None)
    if value.selected:
        changed.setlist(facet.name, [other for other in values if other != value.value])
    else:
        changed.appendlist(facet.name, value.value)
    return Link(value.label, f"?{changed.urlencode()}", value.count, value.selected)
