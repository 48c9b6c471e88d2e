"""Lists as a query string asks for them: filters, what they offer, and pages of results.

A room declares its filters in ``filters.py`` and shows what they leave::

    class NewsFilterSet(ListFilterSet):
        year = YearFilter("date", label=_("Year"))
        topic = TermFilter(Topic, "topics", label=_("Topic"))

    filterset = NewsFilterSet(request.GET, news, locale_id=page.locale_id)
    listing = Listing(filterset.qs, request.GET, per_page=12, filters=filterset.bound, load=NewsPageQuerySet.for_cards)

``components/filters.html`` and ``components/pagination.html`` show a :class:`Listing`. Rows that are in memory already
are narrowed by :class:`ItemFilterSet`. Everything in a query string is a visitor's text: a value that no filter offers
counts as no choice, a page number that makes no sense as the first or the last page. Nothing here raises on it.
"""

from .bound import BoundFilter, BoundFilters, FilterLink, FilterLinks
from .filters import ChoiceFilter, TermFilter, ValueFilter, YearFilter
from .filtersets import ListFilterSet
from .items import ItemFilter, ItemFilterSet
from .listing import Listing
from .terms import about, with_terms

__all__ = [
    "BoundFilter",
    "BoundFilters",
    "ChoiceFilter",
    "FilterLink",
    "FilterLinks",
    "ItemFilter",
    "ItemFilterSet",
    "ListFilterSet",
    "Listing",
    "TermFilter",
    "ValueFilter",
    "YearFilter",
    "about",
    "with_terms",
]
