"""Filters over rows that are in memory already: the sections of one resolution, the board of follow-up."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from django.http import QueryDict

from .bound import BoundFilter, BoundFilters, Label

Item = TypeVar("Item")


@dataclass(frozen=True)
class ItemFilter(Generic[Item]):
    """A filter ``name``; ``values`` gives what an item answers to: labels by value, none or several."""

    name: str
    label: Label
    values: Callable[[Item], Mapping[str, Label]]
    everything: Label = ""


class ItemFilterSet(Generic[Item]):
    """The filters of one list of items: they offer the values that occur in ``items``, by label. No queries of its own.

    With ``counted`` each value is offered with the number of items that have it among those which the other filters
    leave, and a value that none of these has is not offered.
    """

    def __init__(
        self, data: QueryDict, items: Iterable[Item], filters: Sequence[ItemFilter[Item]], *, counted: bool = False
    ) -> None:
        self.data = data
        self.items = list(items)
        self.filters = {one.name: one for one in filters}
        self.counted = counted

    @cached_property
    def choices(self) -> dict[str, dict[str, Label]]:
        """Labels by value of what occurs, by the name of the filter."""
        found: dict[str, dict[str, Label]] = {}
        for name, one in self.filters.items():
            labels: dict[str, Label] = {}
            for item in self.items:
                labels |= one.values(item)
            found[name] = dict(sorted(labels.items(), key=lambda pair: str(pair[1]).casefold()))
        return found

    @cached_property
    def chosen(self) -> dict[str, str]:
        """What is chosen, by the name of the filter; empty for everything."""
        asked = {name: self.data.get(name, "") for name in self.filters}
        return {name: value if value in self.choices[name] else "" for name, value in asked.items()}

    def narrow(self, items: Iterable[Item], *, without: str = "") -> list[Item]:
        """Those of ``items`` that fit all that is chosen; the filter ``without`` is left out of account."""
        asked = [(self.filters[name].values, value) for name, value in self.chosen.items() if value and name != without]
        return [item for item in items if all(value in values(item) for values, value in asked)]

    @cached_property
    def found(self) -> list[Item]:
        """The items that fit all that is chosen."""
        return self.narrow(self.items)

    @cached_property
    def bound(self) -> BoundFilters:
        """The filters with their choices and what is chosen, for the form."""
        return BoundFilters(
            BoundFilter(
                name,
                one.label,
                list(self.choices[name].items()),
                self.chosen[name],
                one.everything,
                self._counts(one) if self.counted else None,
            )
            for name, one in self.filters.items()
        )

    def _counts(self, one: ItemFilter[Item]) -> Counter[str]:
        counts: Counter[str] = Counter()
        for item in self.narrow(self.items, without=one.name):
            counts.update(one.values(item).keys())
        return counts
