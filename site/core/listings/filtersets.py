"""The filters of one public list."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property

from core.caching import remember

from .bound import BoundFilter, BoundFilters
from .filters import ChoiceFilter
from .offers import Pair, find_offers


class ListFilterSet(django_filters.FilterSet):
    """Filters of a list of rows in the database; declare those of :mod:`core.listings.filters` in a subclass.

    ``queryset`` are the rows before any choice; ``locale_id`` is the language of the terms that are offered. ``offers``
    are pairs of value and label by the name of a filter, where they are known already. What the other filters offer
    is found in one query; ``place``, the key of the list's page, lets it be remembered. ``qs`` are the rows that the
    choices leave.
    """

    def __init__(
        self,
        data: QueryDict,
        queryset: QuerySet,
        *,
        locale_id: int,
        offers: Mapping[str, Iterable[tuple[Any, Any]]] | None = None,
        place: Hashable = None,
    ) -> None:
        super().__init__(data, queryset)
        self.locale_id = locale_id
        self.known = offers or {}
        found = remember(("offers", type(self), place), self._find_offers) if place else self._find_offers()
        for name, one in self.listed.items():
            if name in self.known:
                pairs = self.known[name]
            elif name in found:
                pairs = one.to_choices(found[name])
            else:
                pairs = one.declared_choices
            one.extra["choices"] = [(str(value), label) for value, label in pairs]

    def _find_offers(self) -> dict[str, list[Pair]]:
        rows = self.queryset.order_by()
        asked = {name: one.offer(rows, self.locale_id) for name, one in self.listed.items() if name not in self.known}
        return find_offers({name: offer for name, offer in asked.items() if offer})

    @property
    def listed(self) -> dict[str, ChoiceFilter]:
        """The filters by name, in the order of the form."""
        return self.filters

    @cached_property
    def chosen(self) -> dict[str, str]:
        """What is chosen, by the name of the filter; empty for everything."""
        self.form.is_valid()
        return {name: self.form.cleaned_data.get(name) or "" for name in self.listed}

    @cached_property
    def bound(self) -> BoundFilters:
        """The filters with their choices and what is chosen, for the form."""
        return BoundFilters(
            BoundFilter(name, one.label, one.extra["choices"], self.chosen[name], one.extra["empty_label"])
            for name, one in self.listed.items()
        )
