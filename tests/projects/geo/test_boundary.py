"""Boundaries: what is taken, what is refused, and in which words."""

import json

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import shape

from projects.geo.boundary import BoundaryError, as_geojson, outline_of, read_boundary
from projects.geo.mercator import area_km2

RING = [[57.40, 57.70], [57.41, 57.70], [57.41, 57.71], [57.40, 57.71], [57.40, 57.70]]
SQUARE = {"type": "Polygon", "coordinates": [RING]}
LAND = shape({"type": "Polygon", "coordinates": [[[57, 57], [58, 57], [58, 58], [57, 58], [57, 57]]]})


def polygon(ring) -> str:
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


@pytest.mark.parametrize(
    "data",
    [
        SQUARE,
        {"type": "MultiPolygon", "coordinates": [[RING]]},
        {"type": "Feature", "properties": {}, "geometry": SQUARE},
        {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": SQUARE}]},
    ],
)
def test_takes_polygons_however_wrapped(data):
    geometry = read_boundary(json.dumps(data), within=LAND)
    assert geometry.geom_type in ("Polygon", "MultiPolygon")
    assert 0.6 < area_km2(geometry) < 0.7


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "Это не GeoJSON: ошибка в строке 1"),
        ("[" * 100_000, "слишком глубоко"),
        ("42", "Нужен многоугольник"),
        ('{"type": "Point", "coordinates": [57.4, 57.7]}', "Нужен многоугольник"),
        ('{"type": "Polygon"}', "нет координат"),
        ('{"type": "Polygon", "coordinates": [[[57.4, NaN]]]}', "не число"),
        (polygon(RING[:-1]), "не замкнута: начинается в [57.4, 57.7], а кончается в [57.4, 57.71]"),
        (polygon([RING[0], RING[1], RING[0]]), "три разные точки"),
        (polygon([["57", "57"]] * 4), "два числа"),
        (polygon([[True, 57.7]] * 4), "два числа"),
        (polygon([[4_000_000, 6_000_000]] * 4), "WGS 84"),
        (polygon([[57.4, 57.7], [57.41, 57.71], [57.41, 57.7], [57.4, 57.71], [57.4, 57.7]]), "пересекает сама себя"),
        (polygon([[57.4, 57.7], [57.41, 57.7], [57.42, 57.7], [57.4, 57.7]]), "пересекает сама себя"),
        (polygon([[57.4, 57.7], [57.4 + 1e-9, 57.7], [57.4, 57.7 + 1e-9], [57.4, 57.7]]), "ничего не охватывает"),
        (polygon([[y, x + 2] for x, y in RING]), "вне муниципалитета"),
        (polygon([[57.9, 57.9], [58.1, 57.9], [58.1, 57.95], [57.9, 57.9]]), "выходит за пределы"),
        (polygon([[57.4 + n / 1e6, 57.7] for n in range(5_001)] + [[57.4, 57.7]]), "5002 точек"),
        (" " * 300_000, "больше 256 КБ"),
    ],
)
def test_refuses_in_words(text, words):
    with translation.override("ru"), pytest.raises(BoundaryError) as refused:
        read_boundary(text, within=LAND)
    assert words in str(refused.value)


def test_guesses_swapped_coordinates():
    land = shape({"type": "Polygon", "coordinates": [[[60, 56], [61, 56], [61, 57], [60, 57], [60, 56]]]})
    with translation.override("ru"), pytest.raises(BoundaryError, match="перепутаны"):
        read_boundary(polygon([[56.4, 60.4], [56.5, 60.4], [56.5, 60.5], [56.4, 60.4]]), within=land)


def test_a_neighbourly_overstep_is_forgiven():
    ring = [[57.0 - 0.0003, 57.5], [57.1, 57.5], [57.1, 57.6], [57.0 - 0.0003, 57.6], [57.0 - 0.0003, 57.5]]
    assert read_boundary(polygon(ring), within=LAND)


def test_keeps_six_decimals_and_the_right_hand_rule():
    clockwise = [[x + 1e-9, y] for x, y in reversed(RING)]
    kept = as_geojson(read_boundary(polygon(clockwise)))
    assert shape(kept).exterior.is_ccw
    assert all(round(number, 6) == number for position in kept["coordinates"][0] for number in position)


def test_outline_is_coarser_and_still_valid():
    from math import cos, pi, sin

    ring = [[57.4 + 0.01 * cos(n * pi / 500), 57.7 + 0.005 * sin(n * pi / 500)] for n in range(1_000)]
    whole = as_geojson(read_boundary(polygon([*ring, ring[0]])))
    outline = outline_of(whole)
    assert len(outline["coordinates"][0]) < 200
    assert shape(outline).is_valid
    assert shape(outline).symmetric_difference(shape(whole)).area < shape(whole).area / 50


scraps = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5) | st.just("Polygon"),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["type", "coordinates", "geometry", "features"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(scraps)
def test_any_json_is_taken_or_refused_but_never_breaks(data):
    try:
        read_boundary(json.dumps(data))
    except BoundaryError:
        pass
