"""Filters as a query string has them set: what the form, the chips, the links and the addresses of a list show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from django.http import QueryDict
from django.utils.functional import Promise

Label: TypeAlias = str | Promise
#: Value, label, how many (None where that is not shown).
Option: TypeAlias = tuple[str, Label, int | None]
#: A line of ``components/filters.html``: name, label, options, chosen value.
Field: TypeAlias = tuple[str, Label, list[Option], str]


@dataclass(frozen=True)
class BoundFilter:
    """One filter: ``choices`` are pairs of value and label, ``value`` is what is chosen, empty for everything.

    ``everything`` is the word for no choice ("All years"); left empty, it is "All". With ``counts`` the form offers
    the values that they name, each with its number.
    """

    name: str
    label: Label
    choices: Sequence[tuple[str, Label]]
    value: str
    everything: Label = ""
    counts: Mapping[str, int] | None = None

    @property
    def chosen_label(self) -> Label:
        """The words of the choice; empty for everything."""
        return next((label for value, label in self.choices if value == self.value), "")

    @property
    def options(self) -> list[Option]:
        """What the form offers beside everything."""
        if self.counts is None:
            return [(value, label, None) for value, label in self.choices]
        return [(value, label, self.counts[value]) for value, label in self.choices if value in self.counts]


@dataclass(frozen=True)
class FilterLink:
    """A choice as a link that keeps the other filters."""

    label: Label
    url: str
    current: bool


@dataclass(frozen=True)
class FilterLinks:
    """One filter as a row of links, the fields left for the form, and what the form must send along."""

    name: str
    label: Label
    links: list[FilterLink]
    fields: list[Field]
    keep: list[tuple[str, str]]
    is_narrowed: bool


class BoundFilters:
    """The filters of one list, in the order of the form."""

    def __init__(self, filters: Iterable[BoundFilter] = ()) -> None:
        self._filters = {one.name: one for one in filters}

    def __iter__(self) -> Iterator[BoundFilter]:
        return iter(self._filters.values())

    def __len__(self) -> int:
        return len(self._filters)

    def __getitem__(self, name: str) -> BoundFilter:
        return self._filters[name]

    @property
    def is_filtered(self) -> bool:
        """Whether any filter narrows the list."""
        return any(one.value for one in self)

    @property
    def fields(self) -> list[Field]:
        """The filters that offer a choice, for the filters' form."""
        return [
            (one.name, one.label, ([("", one.everything, None)] if one.everything else []) + one.options, one.value)
            for one in self
            if len(one.options) > 1 or one.value
        ]

    @property
    def removable(self) -> list[tuple[Label, str]]:
        """The chosen ones with the query string that is left without each."""
        return [(one.chosen_label, self.query_string(**{one.name: ""})) for one in self if one.value]

    def query_string(self, **values: str) -> str:
        """The query string of what is chosen (``?kind=club``), ``values`` in its place where they are given.

        The filters come in the order of the form, then ``values`` that belong to no filter: one choice has one address.
        """
        query = QueryDict(mutable=True)
        for name, value in ({one.name: one.value for one in self} | values).items():
            if value:
                query[name] = value
        return f"?{query.urlencode()}"

    def as_links(self, name: str, **extra: str) -> FilterLinks:
        """The filter ``name`` as a row of links: the choice that most visitors make, in one tap.

        ``extra`` are parameters that belong to no filter and are kept.
        """
        own = self[name]
        links = [
            FilterLink(label, self.query_string(**extra, **{name: value}), value == own.value)
            for value, label in [("", own.everything), *own.choices]
        ]
        return FilterLinks(
            name,
            own.label,
            links,
            fields=[field for field in self.fields if field[0] != name],
            keep=[(key, value) for key, value in ({name: own.value} | extra).items() if value],
            is_narrowed=any(one.value for one in self if one.name != name),
        )
