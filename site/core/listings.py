"""Lists of pages as a query string asks for them: filters, and pages of results.

Everything in a query string is a visitor's text: a value that no filter offers counts as no choice, a page number
that makes no sense as the first or the last page. Nothing here raises on it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from django.core.paginator import Page as ResultsPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import Promise

Label: TypeAlias = str | Promise


@dataclass(frozen=True)
class Filter:
    """One filter: ``choices`` are pairs of value and label, ``value`` is what is chosen, empty for everything.

    ``everything`` is the word for no choice ("All years"); left empty, it is "All".
    """

    name: str
    label: Label
    choices: list[tuple[str, Label]]
    value: str
    everything: Label = ""

    @property
    def chosen_label(self) -> Label:
        """The words of the choice; empty for everything."""
        return next((label for value, label in self.choices if value == self.value), "")


def choice_filter(
    query: QueryDict, name: str, label: Label, choices: Iterable[tuple[Any, Label]], *, everything: Label = ""
) -> Filter:
    """A filter ``name`` over ``choices`` (value, label) as the query string has it set."""
    pairs = [(str(value), text) for value, text in choices]
    asked = query.get(name, "")
    return Filter(name, label, pairs, asked if asked in {value for value, _label in pairs} else "", everything)


@dataclass
class Listing:
    """What a list page shows: one page of results, and the filters that led to it.

    Its properties are what ``components/filters.html`` and ``components/pagination.html`` ask for. ``objects`` say
    what is found and in which order; ``dress`` adds to them what is shown (relations, counts). With it the database
    sorts nothing but keys, and only the few rows of one page are ever made whole.
    """

    objects: QuerySet | Sequence[Any]
    query: QueryDict
    per_page: int = 20
    filters: list[Filter] = field(default_factory=list)
    #: How many objects there are, when that is known already: spares the counting.
    total: int | None = None
    dress: Callable[[Any], QuerySet] | None = None

    @cached_property
    def entries(self) -> ResultsPage:
        """The page of results that the query asks for, the nearest one when there is no such page."""
        paginator = Paginator(self.objects, self.per_page)
        if self.total is not None:
            paginator.count = self.total
        page = paginator.get_page(self.query.get("page"))
        if self.dress and isinstance(page.object_list, QuerySet):
            page.object_list = self.dress(_by_keys(page.object_list))
        return page

    @property
    def is_filtered(self) -> bool:
        """Whether any filter narrows the list."""
        return any(one.value for one in self.filters)

    @property
    def fields(self) -> list[tuple[str, Label, list[tuple[str, Label, None]], str]]:
        """The filters that offer a choice, for the filters' form."""
        return [
            (one.name, one.label, [(value, label, None) for value, label in _with_everything(one)], one.value)
            for one in self.filters
            if len(one.choices) > 1 or one.value
        ]

    @property
    def removable(self) -> list[tuple[Label, str]]:
        """The chosen ones with the query string that is left without each."""
        return [(one.chosen_label, self._query_without(one.name)) for one in self.filters if one.value]

    @property
    def filter_query(self) -> str:
        """The query string of the filters alone (``?kind=club``), for a feed or a file of what the list shows."""
        return self._query_without("")

    def _query_without(self, name: str) -> str:
        kept = QueryDict(mutable=True)
        for one in self.filters:
            if one.value and one.name != name:
                kept[one.name] = one.value
        return f"?{kept.urlencode()}"


def _by_keys(rows: QuerySet) -> QuerySet:
    """A slice of a list as a queryset that can be added to: the same rows in the same order."""
    return rows.model._default_manager.filter(pk__in=rows.values("pk")).order_by(*rows.query.order_by)


def _with_everything(one: Filter) -> list[tuple[str, Label]]:
    return [("", one.everything), *one.choices] if one.everything else one.choices
