"""A boundary as editors paste it: GeoJSON (RFC 7946) in, a valid geometry out, or a message that helps."""

import json
import math
from typing import Any

import shapely
from django.utils.translation import gettext as _
from shapely.geometry import MultiPolygon, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

MAX_BYTES = 256 * 1024
MAX_VERTICES = 5_000
#: How far a boundary may reach over the municipality's: 0.0005° is some 30–55 metres.
TOLERANCE = 0.0005
#: Coordinates are kept to 0.000001°, about ten centimetres.
PRECISION = 0.000001
#: The outline for small maps is simplified to some three metres.
OUTLINE_TOLERANCE = 0.00003


class BoundaryError(ValueError):
    """What is wrong with a boundary, and what to do; the message is for the editor."""


def read_boundary(source: str | dict[str, Any], within: BaseGeometry | None = None) -> BaseGeometry:
    """Geometry of a GeoJSON Polygon, MultiPolygon, Feature or FeatureCollection.

    ``within`` is the municipality: a boundary that leaves it is refused. Raises :class:`BoundaryError`.
    """
    data = _load(source) if isinstance(source, str) else source
    polygons = list(_polygons(data))
    vertices = sum(len(ring) for polygon in polygons for ring in polygon)
    if vertices > MAX_VERTICES:
        raise BoundaryError(
            _("The boundary has %(count)d points, at most %(limit)d are allowed. Simplify it in the map editor.")
            % {"count": vertices, "limit": MAX_VERTICES}
        )
    geometry = _build(polygons)
    if within is not None:
        _check_within(geometry, within)
    return geometry


def as_geojson(geometry: BaseGeometry) -> dict[str, Any]:
    """A geometry as a GeoJSON object of lists, fit for a JSON field."""
    return json.loads(json.dumps(mapping(geometry)))


def outline_of(boundary: dict[str, Any]) -> dict[str, Any]:
    """A valid boundary with the detail that a small map shows and no more."""
    return as_geojson(shapely.set_precision(shape(boundary).simplify(OUTLINE_TOLERANCE), PRECISION))


def _load(text: str) -> Any:
    if len(text.encode()) > MAX_BYTES:
        raise BoundaryError(
            _("The text is larger than %(limit)d KB. Simplify the boundary in the map editor.")
            % {"limit": MAX_BYTES // 1024}
        )
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise BoundaryError(
            _(
                "This is not GeoJSON: a mistake in line %(line)d, column %(column)d. "
                "Copy the text from the map editor whole."
            )
            % {"line": error.lineno, "column": error.colno}
        ) from error
    except RecursionError as error:
        raise BoundaryError(_("This is not a boundary: brackets are nested too deep.")) from error


def _refuse_constant(name: str) -> None:
    raise BoundaryError(_("A coordinate is not a number: %(value)s.") % {"value": name})


def _polygons(data: Any):
    """Coordinates of every polygon in a GeoJSON object, rings checked."""
    kind = data.get("type") if isinstance(data, dict) else None
    if kind == "FeatureCollection" and isinstance(data.get("features"), list) and data["features"]:
        for feature in data["features"]:
            yield from _polygons(feature)
    elif kind == "Feature":
        yield from _polygons(data.get("geometry"))
    elif kind == "Polygon":
        yield _rings(data.get("coordinates"))
    elif kind == "MultiPolygon" and isinstance(data.get("coordinates"), list) and data["coordinates"]:
        for coordinates in data["coordinates"]:
            yield _rings(coordinates)
    else:
        raise BoundaryError(
            _(
                "A polygon is expected: an object with “type”: “Polygon” or “MultiPolygon”, "
                "or a Feature with one inside."
            )
        )


def _rings(coordinates: Any) -> list[list[tuple[float, float]]]:
    if not isinstance(coordinates, list) or not coordinates:
        raise BoundaryError(_("The polygon has no coordinates."))
    return [_ring(ring) for ring in coordinates]


def _ring(ring: Any) -> list[tuple[float, float]]:
    if not isinstance(ring, list):
        raise BoundaryError(_("The polygon's coordinates must be lists of points."))
    points = [_position(position) for position in ring]
    if points and points[0] != points[-1]:
        raise BoundaryError(
            _(
                "The boundary is not closed: it begins at %(first)s and ends at %(last)s. "
                "Repeat the first point at the end."
            )
            % {"first": _written(points[0]), "last": _written(points[-1])}
        )
    if len(points) < 4:
        raise BoundaryError(_("A boundary needs at least three different points, and the first one again at the end."))
    return points


def _position(position: Any) -> tuple[float, float]:
    numbers = position[:2] if isinstance(position, list) else []
    if len(numbers) < 2 or any(isinstance(n, bool) or not isinstance(n, int | float) for n in numbers):
        raise BoundaryError(_("A point must be two numbers: longitude and latitude, for example [54.1532, 56.0718]."))
    if abs(numbers[0]) > 180 or abs(numbers[1]) > 90 or not all(math.isfinite(n) for n in numbers):
        raise BoundaryError(
            _(
                "There is no point %(point)s on Earth: longitude runs from −180 to 180, "
                "latitude from −90 to 90 degrees. "
                "Export the boundary in WGS 84 (EPSG:4326)."
            )
            % {"point": f"[{numbers[0]}, {numbers[1]}]"}
        )
    return float(numbers[0]), float(numbers[1])


def _build(polygons: list[list[list[tuple[float, float]]]]) -> BaseGeometry:
    parts = [Polygon(rings[0], rings[1:]) for rings in polygons]
    geometry = parts[0] if len(parts) == 1 else MultiPolygon(parts)
    if not geometry.is_valid:
        raise BoundaryError(_validity_message(explain_validity(geometry)))
    geometry = shapely.orient_polygons(shapely.set_precision(geometry, PRECISION))
    if geometry.is_empty or geometry.area == 0:
        raise BoundaryError(_("The boundary encloses nothing: its points lie on one line or in one place."))
    return geometry


def _validity_message(reason: str) -> str:
    """GEOS says “Self-intersection[54.1 56.2]”: the place in brackets is what helps to find it."""
    what, _bracket, where = reason.partition("[")
    longitude, _space, latitude = where.rstrip("]").partition(" ")
    place = f"{latitude}, {longitude}" if latitude else ""
    if "intersection" in what.lower():
        return _("The boundary crosses itself near %(place)s (latitude, longitude). Move the points there.") % {
            "place": place
        }
    return _("The parts of the boundary overlap or a hole lies outside, near %(place)s (latitude, longitude).") % {
        "place": place
    }


def _check_within(geometry: BaseGeometry, within: BaseGeometry) -> None:
    allowed = within.buffer(TOLERANCE)
    if allowed.covers(geometry):
        return
    swapped = shapely.transform(geometry, lambda points: points[:, ::-1])
    if allowed.covers(swapped):
        raise BoundaryError(_("Latitude and longitude are swapped: in GeoJSON longitude comes first."))
    if allowed.intersects(geometry):
        raise BoundaryError(_("The boundary reaches outside the municipality. Correct the points beyond its border."))
    raise BoundaryError(_("The boundary lies outside the municipality. Check that this is the right file."))


def _written(point: tuple[float, float]) -> str:
    return f"[{point[0]:g}, {point[1]:g}]"
