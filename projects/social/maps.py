"""Projects as points upon the town's outline."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from shapely.geometry import MultiPoint, Point, box, mapping

from projects.geo.drawing import Region, TownMap, draw_map
from projects.geo.mercator import to_world

#: More points than this cannot be told apart.
MAX_POINTS = 400
#: As many councils' boundaries lie faintly under the points.
MAX_DISTRICTS = 400
#: Degrees around lone points, some 500 metres.
MARGIN = 0.005


@dataclass(frozen=True)
class Spot:
    """A project (or a proposal) on the map, in the map's pixels; ``number`` is its place in the list beside."""

    project: Any
    number: int
    x: float
    y: float


@dataclass(frozen=True)
class ProjectMap:
    """The outlines with the points on them."""

    ground: TownMap
    spots: list[Spot]


def project_map(
    projects: Iterable[tuple[Any, tuple[float, float] | None]],
    *,
    land: dict[str, Any] | None,
    districts: Iterable[dict[str, Any]] = (),
) -> ProjectMap | None:
    """The map of those of ``projects`` (at most :data:`MAX_POINTS`) that have a place; None when none has.

    Each project comes with its latitude and longitude. ``land`` is the outline of the municipality, ``districts``
    outlines drawn faintly for orientation; both GeoJSON.
    """
    points = [(project, Point(place[1], place[0])) for project, place in projects if place]
    if not points:
        return None
    regions = [Region("", "", "ground", outline) for outline in districts]
    focus = None if land or regions else _around([point for _project, point in points])
    ground = draw_map(regions, land=land, focus=focus)
    if ground is None:
        return None
    spots = []
    for number, (project, point) in enumerate(points, 1):
        pixel = ground.frame.place(to_world(point))
        spots.append(Spot(project, number, round(pixel.x, 1), round(pixel.y, 1)))
    return ProjectMap(ground, spots)


def _around(points: list[Point]) -> dict[str, Any]:
    """A window on lone points, with some land about them."""
    west, south, east, north = MultiPoint(points).bounds
    return mapping(box(west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN))
