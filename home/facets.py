"""What the filters of a list may offer: only values that occur in it."""

from typing import Any

from django.db.models import QuerySet


def facets(pages: QuerySet, *columns: str) -> list[Any]:
    """Values of ``columns`` in ``pages``, a set each, then their topics as pairs of slug and title. One query.

    ``pages`` are of a type with ``topics``; a column may be a lookup like ``date__year``. None is left out.
    """
    rows = set(pages.order_by().values_list(*columns, "topics__slug", "topics__title").distinct())
    values = [{row[number] for row in rows} - {None} for number in range(len(columns))]
    topics = sorted({row[-2:] for row in rows if row[-1]}, key=lambda topic: topic[1])
    return [*values, topics]
