"""Contrast as WCAG reckons it, and what the settings refuse."""

import pytest
from django.core.exceptions import ValidationError

from core.colours import (
    DARK_BACKGROUND,
    DARK_SURFACE,
    ENOUGH,
    LIGHT_BACKGROUND,
    contrast,
    contrast_problems,
    theme_shades,
)
from core.models.settings import validate_accent


def test_contrast_of_black_and_white_is_the_largest():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)


def test_a_known_ratio():
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("accent", ["#1f5f8b", "#8b1f2f", "#000000", "#0f5132", "#767676", "#b35900"])
def test_an_accepted_accent_can_be_read_wherever_it_stands(accent):
    assert contrast_problems(accent) == ""
    shades = theme_shades(accent)
    for shade, background in (
        ("accent", LIGHT_BACKGROUND),
        ("accent", shades["accent_soft"]),
        ("accent_strong", shades["accent_soft"]),
        ("accent_dark", DARK_BACKGROUND),
        ("accent_dark", DARK_SURFACE),
        ("accent_dark", shades["accent_dark_soft"]),
        ("accent_fill", "#ffffff"),
    ):
        assert contrast(shades[shade], background) >= ENOUGH, (shade, background)


@pytest.mark.parametrize("value", ["#ffcc00", "#9ec5fe", "red", "#fff", "", "#12345g"])
def test_the_settings_refuse_pale_colours_and_nonsense(value):
    with pytest.raises(ValidationError):
        validate_accent(value)
