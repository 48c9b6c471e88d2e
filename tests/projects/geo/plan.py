"""The tests' town plan."""

from typing import Any

#: South-west corner; a unit of the grid is 0.01°.
WEST, SOUTH = 57.40, 57.70


def square(column: float, row: float, size: float = 1) -> dict[str, Any]:
    """A GeoJSON square: ``size`` units wide, its lower left corner at (column, row)."""
    west, south, side = WEST + column / 100, SOUTH + row / 100, size / 100
    ring = [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]
    return {"type": "Polygon", "coordinates": [[[round(x, 6), round(y, 6)] for x, y in ring]]}
