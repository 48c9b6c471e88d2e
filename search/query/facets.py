"""Counting and narrowing: every facet follows from the number of matches by facet set. Pure but for names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from core.search import search_kinds
from search.models import FACETS, TERM_FACETS, FacetSet, SearchTerm

LABELS = {
    "kind": _("What"),
    "year": _("Year"),
    "topics": _("Topic"),
    "addressees": _("Addressee"),
    "territories": _("Territory"),
}
Filters = Mapping[str, Sequence[str]]
_cache: dict[int, FacetSet] = {}
_CACHE_SIZE = 50_000


@dataclass(frozen=True)
class FacetValue:
    """One value to narrow by; ``count`` says how many results it would leave."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    values: tuple[FacetValue, ...]

    @property
    def selected(self) -> tuple[FacetValue, ...]:
        return tuple(value for value in self.values if value.selected)


def load(ids: Iterable[int], using: str) -> dict[int, FacetSet]:
    """Facet sets by key. They never change, so that what was read once is kept."""
    wanted = list(ids)
    missing = [pk for pk in wanted if pk not in _cache]
    if len(_cache) + len(missing) > _CACHE_SIZE:
        _cache.clear()
        missing = wanted
    for start in range(0, len(missing), 500):
        _cache.update(FacetSet.objects.using(using).in_bulk(missing[start : start + 500]))
    return {pk: _cache[pk] for pk in wanted if pk in _cache}


def known_filters(filters: Filters | None) -> dict[str, tuple[str, ...]]:
    """Only what can be filtered by, without empty values."""
    found = {name: tuple(filter(None, (filters or {}).get(name, ()))) for name in FACETS}
    return {name: values for name, values in found.items() if values}


def allowed(sets: Mapping[int, FacetSet], filters: Filters, but: str = "") -> frozenset[int]:
    """Keys of the sets that all filters let through, except the filter of the facet ``but``."""
    active = [(name, set(values)) for name, values in filters.items() if name != but]
    return frozenset(
        pk for pk, found in sets.items() if all(not values.isdisjoint(found.values(name)) for name, values in active)
    )


def facets(counts: Mapping[int, int], sets: Mapping[int, FacetSet], filters: Filters, using: str) -> tuple[Facet, ...]:
    """Every facet that offers a choice, counted without its own filter."""
    everywhere = allowed(sets, filters)
    result = []
    counted: dict[str, Counter[str]] = {}
    for name in FACETS:
        passed = allowed(sets, filters, but=name) if name in filters else everywhere
        counter: Counter[str] = Counter()
        for pk in passed:
            for value in sets[pk].values(name):
                counter[value] += counts[pk]
        for value in filters.get(name, ()):
            counter.setdefault(value, 0)
        counted[name] = counter
    labels = _labels(counted, next(iter(sets.values())).language if sets else "", using)
    for name, counter in counted.items():
        values = [
            FacetValue(value, labels.get((name, value), value), count, value in filters.get(name, ()))
            for value, count in counter.items()
            if count or value in filters.get(name, ())
        ]
        if values:
            result.append(Facet(name, str(LABELS[name]), _in_order(name, values)))
    return tuple(result)


def _in_order(name: str, values: list[FacetValue]) -> tuple[FacetValue, ...]:
    """Years from the newest, everything else from the most frequent."""
    if name == "year":
        return tuple(sorted(values, key=lambda value: value.value, reverse=True))
    return tuple(sorted(values, key=lambda value: (-value.count, value.label)))


def _labels(counted: Mapping[str, Counter[str]], language: str, using: str) -> dict[tuple[str, str], str]:
    labels = {("kind", slug): str(kind.plural) for slug, kind in search_kinds().items()}
    keys = [key for name in TERM_FACETS for key in counted[name]]
    if keys:
        terms = SearchTerm.objects.using(using).filter(language=language, key__in=keys[:5000])
        labels |= {(term.facet, term.key): term.label for term in terms}
    return labels
