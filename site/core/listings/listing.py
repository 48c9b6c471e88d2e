"""One page of a list."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from django.core.paginator import Page as ResultsPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from core.pictures import look_up

from .bound import BoundFilter, BoundFilters, Field, Label


class Listing:
    """What a list page shows: one page of results, and the filters that led to it.

    ``objects`` say what is found and in which order; ``load`` adds to them what is shown (relations, counts). With it
    the database sorts nothing but keys, and only the few rows of one page are ever read whole. ``total`` is how many
    objects there are, when that is known already: it spares the counting. The properties are what
    ``components/filters.html`` and ``components/pagination.html`` ask for.
    """

    def __init__(
        self,
        objects: QuerySet | Sequence[Any],
        query: QueryDict,
        per_page: int = 20,
        filters: Iterable[BoundFilter] = (),
        *,
        total: int | None = None,
        load: Callable[[Any], QuerySet] | None = None,
    ) -> None:
        self.objects = objects
        self.query = query
        self.per_page = per_page
        self.filters = filters if isinstance(filters, BoundFilters) else BoundFilters(filters)
        self.total = total
        self.load = load

    @cached_property
    def entries(self) -> ResultsPage:
        """The page of results that the query asks for, the nearest one when there is no such page."""
        paginator = Paginator(self.objects, self.per_page)
        if self.total is not None:
            paginator.count = self.total
        page = paginator.get_page(self.query.get("page"))
        if self.load and isinstance(page.object_list, QuerySet):
            page.object_list = self.load(_by_keys(page.object_list))
        look_up(_pictures(page))
        return page

    @property
    def is_filtered(self) -> bool:
        """Whether any filter narrows the list."""
        return self.filters.is_filtered

    @property
    def fields(self) -> list[Field]:
        """The filters that offer a choice, for the filters' form."""
        return self.filters.fields

    @property
    def removable(self) -> list[tuple[Label, str]]:
        """The chosen ones with the query string that is left without each."""
        return self.filters.removable

    @property
    def filter_query(self) -> str:
        """The query string of the filters alone (``?kind=club``), for a feed or a file of what the list shows."""
        return self.filters.query_string()


def _pictures(entries: Iterable[Any]) -> Iterator[Any]:
    """The pictures that are loaded with the entries."""
    for entry in entries:
        if "picture" in getattr(getattr(entry, "_state", None), "fields_cache", ()):
            yield entry.picture


def _by_keys(rows: QuerySet) -> QuerySet:
    """A slice of a list as a queryset that can be added to: the same rows in the same order."""
    return rows.model._default_manager.filter(pk__in=rows.values("pk")).order_by(*rows.query.order_by)
