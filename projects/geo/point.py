"""A place as people copy it from a map: «56.123456, 54.654321», latitude first."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from shapely.geometry import Point, shape

from .boundary import TOLERANCE

_NUMBER = r"[+-]?\d{1,3}(?:[.,]\d+)?"
_POINT = re.compile(rf"^\s*({_NUMBER})\s*[,;\s]\s*({_NUMBER})\s*$")
NOT_A_POINT = _("Type latitude and longitude in degrees, for example 56.071800, 54.153200.")


def read_point(text: str) -> tuple[float, float] | None:
    """Latitude and longitude; None for an empty text. Raises ``ValidationError`` for anything else."""
    if not text.strip():
        return None
    match = _POINT.match(text)
    if match is None:
        raise ValidationError(NOT_A_POINT)
    latitude, longitude = (float(number.replace(",", ".")) for number in match.groups())
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise ValidationError(NOT_A_POINT)
    return latitude, longitude


def write_point(latitude: float, longitude: float) -> str:
    """The form that is kept: six digits, some ten centimetres."""
    return f"{latitude:.6f}, {longitude:.6f}"


def check_within(latitude: float, longitude: float, land: dict[str, Any]) -> None:
    """Raise ``ValidationError`` for a place outside ``land``, the municipality's boundary as GeoJSON."""
    allowed = shape(land).buffer(TOLERANCE)
    if allowed.covers(Point(longitude, latitude)):
        return
    if allowed.covers(Point(latitude, longitude)):
        raise ValidationError(_("Latitude and longitude are swapped: type latitude first, as in the example."))
    raise ValidationError(_("This place lies outside the municipality. Check the figures, or clear the field."))


def validate_point(text: str) -> None:
    """A model field's validator."""
    read_point(text)
