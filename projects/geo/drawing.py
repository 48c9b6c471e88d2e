"""A map drawn on the server: outlines in degrees → SVG paths, with labels where there is room, over tiles if any."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
import shapely.affinity
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from .mercator import Frame, to_world

WIDTH = 800
MAX_HEIGHT = 720
PADDING = 16
#: Detail finer than this many pixels is dropped; borders that neighbours share stay shared.
DETAIL = 0.7
#: A number is written into a shape that has room for a circle of this radius.
LABEL_RADIUS = 11
#: The width of a letter of a name.
LETTER = 8.5
TILE = 256
#: How much wider than a shape the window is that shows where the shape lies.
SURROUNDINGS = 2.4


@dataclass(frozen=True)
class Region:
    """What is to be drawn: ``outline`` is GeoJSON in degrees, ``style`` picks the CSS class and the pattern."""

    name: str
    url: str
    style: str
    outline: dict[str, Any]
    number: int | None = None
    current: bool = False

    @property
    def short_name(self) -> str:
        """What stands within the quotation marks of the name, for the map itself; else the name."""
        return self.name.partition("«")[2].partition("»")[0] or self.name

    @property
    def label(self) -> str:
        """The link's name: it begins with what stands on the map."""
        written = self.short_name if self.number is None else f"{self.number} {self.short_name}"
        return written if self.short_name == self.name else f"{written}: {self.name}"


@dataclass(frozen=True)
class Shape:
    """A region drawn: the path, where its number stands (None: no room), and whether its name fits below."""

    region: Region
    path: str
    label: tuple[float, float] | None = None
    named: bool = False


@dataclass(frozen=True)
class Tile:
    """A raster tile under the shapes."""

    url: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class TownMap:
    """Everything a template needs to write the SVG, and the frame that turns pixels back into degrees."""

    frame: Frame
    shapes: list[Shape]
    land: str = ""
    tiles: list[Tile] = field(default_factory=list)
    attribution: str = ""

    @property
    def styles(self) -> list[str]:
        """Styles in use, for the legend."""
        return sorted({drawn.region.style for drawn in self.shapes})


def draw_map(
    regions: Sequence[Region],
    *,
    land: dict[str, Any] | None = None,
    focus: dict[str, Any] | None = None,
    width: int = WIDTH,
    max_height: int = MAX_HEIGHT,
    tiles: tuple[str, str] = ("", ""),
) -> TownMap | None:
    """Draw ``regions`` over the municipality's ``land``; None when there is nothing to draw.

    The window shows ``focus`` (GeoJSON) with what is around it, otherwise everything. Larger shapes are drawn
    first, so that a small one upon a large one can be reached. ``tiles`` is the address pattern of a tile server and
    whom to credit.
    """
    worlds = [to_world(shape(region.outline)) for region in regions]
    below = to_world(shape(land)) if land else None
    extent = [_surroundings(to_world(shape(focus)))] if focus else [*worlds, *([below] if below else [])]
    if not extent:
        return None
    frame = Frame.around(
        shapely.union_all(shapely.envelope(extent)), width=width, max_height=max_height, padding=PADDING
    )
    placed = _simplified([frame.place(world) for world in worlds])
    order = sorted(range(len(regions)), key=lambda index: -placed[index].area)
    shapes = [_drawn(regions[index], placed[index]) for index in order]
    pattern, attribution = tiles
    return TownMap(
        frame,
        shapes,
        svg_path(frame.place(below).simplify(DETAIL)) if below else "",
        _tiles(frame, pattern) if pattern else [],
        attribution if pattern else "",
    )


def _surroundings(world: BaseGeometry) -> BaseGeometry:
    """The box of a shape, grown so that the shape takes some two fifths of it."""
    return shapely.affinity.scale(shapely.envelope(world), SURROUNDINGS, SURROUNDINGS)


def svg_path(geometry: BaseGeometry) -> str:
    """The ``d`` of a polygon or several, in whole tenths of a pixel."""
    rings = [
        ring
        for polygon in shapely.get_parts(geometry)
        if polygon.geom_type == "Polygon" and not polygon.is_empty
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    return "".join(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in list(ring.coords)[:-1])}Z" for ring in rings)


def _simplified(placed: list[BaseGeometry]) -> list[BaseGeometry]:
    if not placed:
        return []
    return list(shapely.coverage_simplify(np.array(placed, dtype=object), DETAIL))


def _drawn(region: Region, placed: BaseGeometry) -> Shape:
    label = _label(placed, region)
    left, _top, right, _bottom = placed.bounds
    roomy = right - left > LETTER * len(region.short_name) + LABEL_RADIUS
    return Shape(region, svg_path(placed), label, label is not None and roomy)


def _label(placed: BaseGeometry, region: Region) -> tuple[float, float] | None:
    """The middle of the roomiest place inside, where a number is read best."""
    if region.number is None or placed.is_empty:
        return None
    radius = shapely.maximum_inscribed_circle(placed, tolerance=1.0)
    if radius.length < LABEL_RADIUS:
        return None
    x, y = radius.coords[0]
    return round(x, 1), round(y, 1)


def _tiles(frame: Frame, pattern: str) -> list[Tile]:
    """Tiles that cover the window, of the zoom whose pixels come nearest to the window's."""
    zoom = max(0, min(19, round(math.log2(frame.scale / TILE))))
    count = 2**zoom
    size = frame.scale / count
    columns = range(math.floor(frame.left * count), math.ceil((frame.left + frame.width / frame.scale) * count))
    rows = range(math.floor(frame.top * count), math.ceil((frame.top + frame.height / frame.scale) * count))
    return [
        Tile(
            pattern.format(z=zoom, x=column % count, y=row),
            round((column / count - frame.left) * frame.scale, 1),
            round((row / count - frame.top) * frame.scale, 1),
            round(size + 0.1, 1),
        )
        for row in rows
        for column in columns
        if 0 <= row < count
    ]
