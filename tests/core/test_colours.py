"""Contrast as WCAG reckons it, and what the settings refuse."""

import pytest
from django.core.exceptions import ValidationError

from core.colours import DARK_BACKGROUND, ENOUGH, contrast, contrast_problems, mix, readable_on
from core.models.settings import validate_accent


def test_contrast_of_black_and_white_is_the_largest():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)


def test_a_known_ratio():
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("accent", ["#1f5f8b", "#8b1f2f", "#000000", "#0f5132"])
def test_a_readable_accent_is_readable_in_the_dark_too(accent):
    assert contrast_problems(accent) == ""
    assert contrast(readable_on(DARK_BACKGROUND, accent), DARK_BACKGROUND) >= ENOUGH
    # Links on the soft accent background, hover and buttons with white letters.
    assert contrast(accent, "#ffffff") >= ENOUGH
    assert contrast(mix(accent, "#000000", 0.25), mix(accent, "#ffffff", 0.9)) >= ENOUGH


@pytest.mark.parametrize("value", ["#ffcc00", "#9ec5fe", "red", "#fff", "", "#12345g"])
def test_the_settings_refuse_pale_colours_and_nonsense(value):
    with pytest.raises(ValidationError):
        validate_accent(value)
