"""One filter of a list as a row of links: the choice that most visitors make, in one tap."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from core.listings import Listing


@dataclass(frozen=True)
class QuickLink:
    """A choice as a link that keeps the other filters."""

    label: Any
    url: str
    current: bool


@dataclass(frozen=True)
class QuickFilter:
    """The row of links, the fields left for the form, and what the form must send along."""

    name: str
    label: Any
    links: list[QuickLink]
    fields: list[Any]
    keep: list[tuple[str, str]]
    is_narrowed: bool


def quick_filter(listing: Listing, name: str, extra: dict[str, str] | None = None) -> QuickFilter:
    """The filter ``name`` of ``listing`` as links; ``extra`` are parameters that belong to no filter."""
    own = next(one for one in listing.filters if one.name == name)
    chosen = {one.name: one.value for one in listing.filters if one.value} | (extra or {})
    links = [
        QuickLink(label, _query(chosen | {name: value}), value == own.value)
        for value, label in [("", own.everything), *own.choices]
    ]
    fields = [field for field in listing.fields if field[0] != name]
    keep = [(key, value) for key, value in {name: own.value, **(extra or {})}.items() if value]
    narrowed = any(one.value for one in listing.filters if one.name != name)
    return QuickFilter(name, own.label, links, fields, keep, narrowed)


def _query(values: dict[str, str]) -> str:
    query = QueryDict(mutable=True)
    for name, value in values.items():
        if value:
            query[name] = value
    return f"?{query.urlencode()}"
