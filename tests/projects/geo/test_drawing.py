"""Maps: proportions, order, labels, tiles."""

import re

import pytest
from shapely.geometry import shape

from projects.geo.drawing import Region, draw_map
from projects.geo.mercator import Frame, to_world
from tests.projects.geo.plan import square

LAND = square(0, 0, 10)


def region(name: str, column: float, row: float, size: float = 1, **more) -> Region:
    return Region(name, f"/{name}/", "tos", square(column, row, size), **more)


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)]


def test_nothing_to_draw():
    assert draw_map([]) is None


def test_north_is_up_and_metres_are_as_long_both_ways():
    town = draw_map([region("one", 0, 0), region("two", 0, 1)], land=LAND)
    south, north = (points(next(s for s in town.shapes if s.region.name == name).path) for name in ("one", "two"))
    assert max(y for _x, y in north) <= min(y for _x, y in south) + 0.1
    wide = max(x for x, _y in south) - min(x for x, _y in south)
    high = max(y for _x, y in south) - min(y for _x, y in south)
    # At 57.7° north a degree of longitude is 0.534 of a degree of latitude.
    assert wide / high == pytest.approx(0.534, abs=0.01)


def test_everything_lies_within_the_picture():
    town = draw_map([region("one", 0, 0), region("two", 9, 9)], land=LAND)
    for drawn in town.shapes:
        assert all(0 <= x <= town.frame.width and 0 <= y <= town.frame.height for x, y in points(drawn.path))


def test_small_shapes_come_above_large_ones():
    town = draw_map([region("small", 1, 1), region("large", 0, 0, 8)])
    assert [drawn.region.name for drawn in town.shapes] == ["large", "small"]


def test_numbers_only_where_there_is_room():
    town = draw_map([region("wide", 0, 0, 5, number=1), region("speck", 9, 9, 0.1, number=2)], land=LAND)
    labels = {drawn.region.name: drawn.label for drawn in town.shapes}
    assert labels["wide"] is not None
    assert labels["speck"] is None


def test_neighbours_keep_a_common_border():
    town = draw_map([region("west", 0, 0), region("east", 1, 0)])
    west, east = (set(points(drawn.path)) for drawn in town.shapes)
    assert len(west & east) == 2


def test_a_focus_shows_surroundings():
    whole = draw_map([region("one", 4, 4)], land=LAND)
    near = draw_map([region("one", 4, 4)], land=LAND, focus=square(4, 4))
    assert near.frame.scale > whole.frame.scale


def test_no_tiles_unless_asked():
    assert draw_map([region("one", 0, 0)]).tiles == []


def test_tiles_cover_the_window():
    town = draw_map([region("one", 0, 0)], tiles=("https://tiles.example/{z}/{x}/{y}.png", "© Картографы"))
    assert town.attribution == "© Картографы"
    assert 4 <= len(town.tiles) <= 60
    assert min(tile.x for tile in town.tiles) <= 0
    assert max(tile.x + tile.size for tile in town.tiles) >= town.frame.width
    assert min(tile.y for tile in town.tiles) <= 0
    assert max(tile.y + tile.size for tile in town.tiles) >= town.frame.height


def test_frame_of_a_point_does_not_divide_by_nothing():
    frame = Frame.around(
        to_world(shape({"type": "Point", "coordinates": [57, 57]})), width=10, max_height=10, padding=1
    )
    assert frame.width == 10
