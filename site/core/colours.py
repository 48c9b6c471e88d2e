"""Colour arithmetic: contrast as WCAG 2.2 defines it, and readable shades of the accent."""

import re

from django.utils.translation import gettext as _

#: The page's own backgrounds, as tokens.css has them.
LIGHT_BACKGROUND = "#ffffff"
DARK_BACKGROUND = "#14181d"
DARK_SURFACE = "#1c2229"
#: WCAG 2.2, success criterion 1.4.3: body text needs 4.5 : 1.
ENOUGH = 4.5


def is_hex_colour(value: str) -> bool:
    """Whether ``value`` is written ``#rrggbb``."""
    return re.fullmatch(r"#[0-9a-fA-F]{6}", value) is not None


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 (black) to 1 (white); WCAG 2.2, "relative luminance"."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def contrast_problems(accent: str) -> str:
    """Why ``accent`` cannot be read as text on the light page; empty when it can."""
    ratio = contrast(accent, LIGHT_BACKGROUND)
    if ratio >= ENOUGH:
        return ""
    return _("This colour is too pale for links on white: contrast %(ratio)s : 1, at least 4.5 : 1 is needed.") % {
        "ratio": f"{ratio:.1f}".replace(".", ",")
    }


def mix(colour: str, other: str, share: float) -> str:
    """``colour`` with ``share`` (0 to 1) of ``other`` in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02x}" for a, b in pairs)


def readable_on(background: str, colour: str) -> str:
    """``colour``, mixed step by step with white (on dark) or black (on light) until it can be read."""
    towards = "#ffffff" if contrast(background, "#ffffff") > contrast(background, "#000000") else "#000000"
    shades = (mix(colour, towards, step / 20) for step in range(20))
    return next((shade for shade in shades if contrast(shade, background) >= ENOUGH), towards)


def theme_shades(accent: str) -> dict[str, str]:
    """The accent as links, fills and soft backgrounds in both schemes; links can be read on soft backgrounds, too."""
    soft, dark_soft = mix(accent, LIGHT_BACKGROUND, 0.9), mix(accent, DARK_BACKGROUND, 0.75)
    return {
        "accent": readable_on(soft, accent),
        "accent_fill": accent,
        "accent_strong": readable_on(soft, mix(accent, "#000000", 0.25)),
        "accent_soft": soft,
        "accent_dark": readable_on(max(dark_soft, DARK_SURFACE, key=luminance), accent),
        "accent_dark_soft": dark_soft,
    }
