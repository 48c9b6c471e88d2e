"""What the filters of a list may offer: only values that occur in it."""

from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, QuerySet
from django.db.models.functions import Cast, Left

from core.models import Topic
from core.vocabulary_options import options


def facets(pages: QuerySet, locale_id: int, *columns: str, year: str = "") -> dict[str, list[tuple[str, str]]]:
    """What occurs in ``pages``, as pairs of value and label by the name of the filter. One query.

    ``topic`` holds their topics in the language of ``locale_id``; a column of choices holds its values, each its own
    label; ``year`` names a date whose years are offered, the latest first.
    """
    within = pages.order_by()
    topics = Topic.objects.filter(Exists(within.filter(topics=OuterRef("pk"))), locale=locale_id)
    parts: dict[str, Any] = {column: _each(within, F(column)) for column in columns}
    if year:
        # The year out of the date as text: quicker than the database's calendar, and the same everywhere.
        parts["year"] = _each(within.exclude(**{year: None}), Left(Cast(year, CharField()), 4))
    found = options(topic=topics, **parts)
    return found | {"year": found["year"][::-1]} if year else found


def _each(pages: QuerySet, value: Any) -> QuerySet:
    return pages.annotate(facet=value).distinct()
