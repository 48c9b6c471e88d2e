"""The lie of the invented town: an outline, a river, and districts that fill the land without overlapping."""

import math
import random
from typing import Any

import numpy as np
import shapely
from shapely.geometry import LineString, MultiPoint, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from projects.geo.boundary import PRECISION, as_geojson

#: Fields and forest in fact; no town stands here.
CENTRE = (57.4200, 57.7300)
#: Degrees of longitude in which a degree of latitude goes, here.
STRETCH = 1 / math.cos(math.radians(CENTRE[1]))
RADIUS = 0.034
SEED = 1961


def districts(count: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The municipality's boundary and ``count`` districts of it, from the north-west on, as GeoJSON."""
    town = _outline()
    cells = _cells(town, count)
    river = _river()
    parts = [_largest(cell.difference(river)) for cell in cells]
    crooked = [_placed(part) for part in [town, *parts]]
    return as_geojson(crooked[0]), [as_geojson(part) for part in crooked[1:]]


def _outline() -> Polygon:
    """A blob, wider than high, with a dent where the river comes in."""
    angles = np.linspace(0, 2 * math.pi, 72, endpoint=False)
    radii = 1 + 0.13 * np.sin(2 * angles + 0.6) + 0.08 * np.sin(3 * angles) + 0.03 * np.sin(7 * angles + 1)
    return Polygon(np.column_stack((1.25 * radii * np.cos(angles), 0.85 * radii * np.sin(angles))))


def _river() -> BaseGeometry:
    x = np.linspace(-1.7, 1.7, 40)
    return LineString(np.column_stack((x, 0.16 * np.sin(2.2 * x + 0.5) - 0.08))).buffer(0.028)


def _cells(town: Polygon, count: int) -> list[BaseGeometry]:
    """Voronoi cells of points evened out by Lloyd's method, clipped to the town."""
    chance = random.Random(SEED)  # noqa: S311  (repeatable, not secret)
    west, south, east, north = town.bounds
    points: list[shapely.Point] = []
    while len(points) < count:
        point = shapely.Point(chance.uniform(west, east), chance.uniform(south, north))
        if town.contains(point):
            points.append(point)
    for _round in range(6):
        cells = [
            cell.intersection(town)
            for cell in shapely.get_parts(shapely.voronoi_polygons(MultiPoint(points), extend_to=town))
        ]
        points = [cell.centroid for cell in cells]
    return sorted(cells, key=lambda cell: (-round(cell.centroid.y * 2), cell.centroid.x))


def _largest(geometry: BaseGeometry) -> BaseGeometry:
    """A district on both banks keeps the slivers too small to be a street out of its boundary."""
    parts = [part for part in shapely.get_parts(geometry) if part.area > 0.02]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def _placed(geometry: BaseGeometry) -> BaseGeometry:
    """Unit plane → degrees; straight borders become crooked the same way on both sides."""

    def crook(points: np.ndarray) -> np.ndarray:
        x, y = points[:, 0], points[:, 1]
        dx = 0.012 * np.sin(9 * y + 2 * x) + 0.006 * np.sin(23 * y)
        dy = 0.012 * np.sin(8 * x - 3 * y) + 0.006 * np.sin(19 * x)
        return np.column_stack(
            (CENTRE[0] + (x + dx) * RADIUS * STRETCH, CENTRE[1] + (y + dy) * RADIUS),
        )

    crooked = shapely.transform(shapely.segmentize(geometry, 0.06), crook)
    return shapely.set_precision(crooked, PRECISION)
