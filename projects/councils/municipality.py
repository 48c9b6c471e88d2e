"""The outline of the municipality and of its councils, for maps of other rooms and for checks of a place."""

from typing import Any

from django.db.models import IntegerField, QuerySet, Value

from core.caching import remember

from .models import CouncilIndexPage, CouncilPage

#: A geometry as a GeoJSON object.
Geometry = dict[str, Any]


def municipality() -> Geometry | None:
    """The boundary of the municipality, the same in every language; None when no register tells it."""
    return _lands().values_list("boundary", flat=True).first()


def municipality_and_councils(locale_id: int, most: int) -> tuple[Geometry | None, list[Geometry]]:
    """The municipality, and the boundaries of at most ``most`` active councils of a language."""
    return remember(("land and councils", locale_id, most), lambda: _find_land(locale_id, most))


def _find_land(locale_id: int, most: int) -> tuple[Geometry | None, list[Geometry]]:
    known = CouncilPage.objects.filter(live=True, locale=locale_id, outline__isnull=False).active().order_by()
    shown = CouncilPage.objects.filter(pk__in=known.values("pk")[:most]).order_by()
    rows = list(_ranked(_lands(), "boundary", 0).union(_ranked(shown, "outline", 1), all=True))
    return next((shape for shape, rank in rows if rank == 0), None), [shape for shape, rank in rows if rank]


def _lands() -> QuerySet:
    return CouncilIndexPage.objects.filter(live=True, boundary__isnull=False).order_by()


def _ranked(pages: QuerySet, column: str, rank: int) -> QuerySet:
    return pages.values_list(column, Value(rank, output_field=IntegerField()))
