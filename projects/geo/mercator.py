"""Web Mercator: conformal, so shapes keep their proportions at any latitude, and the one tiles are cut in.

The world is a unit square: x grows to the east from 0 to 1, y to the south from 0 to 1.
"""

import math
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

#: Mean radius of the Earth in kilometres (IUGG).
EARTH_RADIUS = 6371.0088
#: Latitude at which the square world ends.
MAX_LATITUDE = 85.05112878


def project(positions: np.ndarray) -> np.ndarray:
    """Longitude and latitude in degrees (n × 2) → world coordinates (n × 2)."""
    longitude = positions[:, 0]
    latitude = np.radians(np.clip(positions[:, 1], -MAX_LATITUDE, MAX_LATITUDE))
    x = longitude / 360 + 0.5
    y = 0.5 - np.log(np.tan(math.pi / 4 + latitude / 2)) / (2 * math.pi)
    return np.column_stack((x, y))


def to_world(geometry: BaseGeometry) -> BaseGeometry:
    """A geometry in degrees → the same in world coordinates."""
    return shapely.transform(geometry, project)


def area_km2(geometry: BaseGeometry) -> float:
    """Area of a town-sized geometry in square kilometres (exact to a fraction of a per cent)."""
    latitude = math.radians(geometry.centroid.y)

    def flatten(positions: np.ndarray) -> np.ndarray:
        return np.radians(positions) * EARTH_RADIUS * np.array([math.cos(latitude), 1.0])

    return float(shapely.area(shapely.transform(geometry, flatten)))


@dataclass(frozen=True)
class Frame:
    """A window on the world, ``width`` × ``height`` pixels, whose upper left corner is (``left``, ``top``)."""

    left: float
    top: float
    scale: float
    width: int
    height: int

    @classmethod
    def around(cls, world: BaseGeometry, *, width: int, max_height: int, padding: int) -> "Frame":
        """The window that shows ``world`` (in world coordinates) whole, with ``padding`` pixels around it."""
        west, north, east, south = world.bounds
        span_x, span_y = max(east - west, 1e-9), max(south - north, 1e-9)
        scale = min((width - 2 * padding) / span_x, (max_height - 2 * padding) / span_y)
        height = min(max_height, math.ceil(span_y * scale + 2 * padding))
        left = (west + east) / 2 - width / scale / 2
        top = (north + south) / 2 - height / scale / 2
        return cls(left, top, scale, width, height)

    def place(self, world: BaseGeometry) -> BaseGeometry:
        """A geometry in world coordinates → pixels of this window."""
        return shapely.transform(world, lambda points: (points - [self.left, self.top]) * self.scale)
