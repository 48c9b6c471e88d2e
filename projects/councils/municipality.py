"""The ground that maps are drawn on: the outline of the municipality, and the boundaries of its councils."""

from typing import Any

from django.db.models import IntegerField, Value

Shape = dict[str, Any]


def municipality() -> Shape | None:
    """The boundary of the municipality as GeoJSON, the same in every language; None when no register tells it."""
    from .models import CouncilIndexPage

    found = CouncilIndexPage.objects.filter(live=True, boundary__isnull=False).order_by()
    return next(iter(found.values_list("boundary", flat=True)[:1]), None)


def ground(locale_id: int, most: int) -> tuple[Shape | None, list[Shape]]:
    """The municipality, and the boundaries of at most ``most`` active councils of a language. One query."""
    from .models import CouncilIndexPage, CouncilPage

    lands = CouncilIndexPage.objects.filter(live=True, boundary__isnull=False).order_by()
    known = CouncilPage.objects.filter(live=True, locale=locale_id, outline__isnull=False).active().order_by()
    shown = CouncilPage.objects.filter(pk__in=known.values("pk")[:most]).order_by()
    rows = list(_ranked(lands, "boundary", 0).union(_ranked(shown, "outline", 1), all=True))
    return next((shape for shape, rank in rows if rank == 0), None), [shape for shape, rank in rows if rank]


def _ranked(pages: Any, column: str, rank: int) -> Any:
    return pages.values_list(column, Value(rank, output_field=IntegerField()))
