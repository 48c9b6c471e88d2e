"""Maps of councils: the register's, with every council a link, and a small one that shows where a council lies."""

from typing import Any

from django.conf import settings
from django.utils import timezone

from projects.geo.drawing import Region, TownMap, draw_map

from .choices import CouncilKind, CouncilStatus
from .querysets import CouncilQuerySet

#: More shapes than this are a grey mush on any screen, and megabytes of it.
MAX_SHAPES = 400
COLUMNS = ("pk", "title", "slug", "kind", "dissolved_on", "outline")


def register_map(councils: CouncilQuerySet, *, land: dict[str, Any] | None, base: str) -> TownMap | None:
    """The map of ``councils`` (a list's whole filtered set, in its order), numbered as the list is.

    ``land`` is the municipality's boundary, ``base`` the address of the register. None when nothing has a boundary
    or there are too many shapes to tell apart.
    """
    rows = list(councils.values(*COLUMNS)[: MAX_SHAPES + 1])
    if len(rows) > MAX_SHAPES:
        return None
    regions = [_region(row, base, number) for number, row in enumerate(rows, 1) if row["outline"]]
    return draw_map(regions, land=land, tiles=_tile_server()) if regions else None


def locator_map(own: Region, neighbours: CouncilQuerySet, *, land: dict[str, Any] | None, base: str) -> TownMap | None:
    """Where the council ``own`` lies: itself, and its neighbours as links."""
    rows = neighbours.order_by("pk").values(*COLUMNS)[:MAX_SHAPES]
    regions = [own, *(_region(row, base) for row in rows if row["outline"])]
    return draw_map(regions, land=land, focus=own.outline, width=640, max_height=440, tiles=_tile_server())


def editing_map(
    boundary: dict[str, Any] | None, councils: CouncilQuerySet | None, *, land: dict[str, Any] | None
) -> TownMap | None:
    """The town as somebody sees it who draws a boundary: the land, the councils that are there, the new shape."""
    rows = [] if councils is None else councils.filter(outline__isnull=False).values(*COLUMNS)[:MAX_SHAPES]
    regions = [_region(row, "") for row in rows]
    if boundary:
        regions.append(Region("", "", "own", boundary, current=True))
    return draw_map(regions, land=land) if regions or land else None


def legend(town_map: TownMap | None) -> list[tuple[str, Any]]:
    """Styles in use on the map with their names, in the order of the forms."""
    names = [*CouncilKind.choices, (CouncilStatus.DISSOLVED.value, CouncilStatus.DISSOLVED.label)]
    return [(style, name) for style, name in names if town_map and style in town_map.styles]


def map_style(kind: str, is_dissolved: bool) -> str:
    """How a council is drawn: by its form, or as one that is no more."""
    return CouncilStatus.DISSOLVED.value if is_dissolved else kind


def _region(row: dict[str, Any], base: str, number: int | None = None) -> Region:
    gone = row["dissolved_on"] is not None and row["dissolved_on"] <= timezone.localdate()
    return Region(row["title"], f"{base}{row['slug']}/", map_style(row["kind"], gone), row["outline"], number)


def _tile_server() -> tuple[str, str]:
    return settings.MAP_TILE_URL, settings.MAP_TILE_ATTRIBUTION
