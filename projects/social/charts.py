"""Bar charts drawn on the server: geometry only, the template writes the SVG and the table beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

WIDTH = 480
#: From the top of one bar's label to the top of the next one's.
ROW = 52
LABEL_HEIGHT = 20
BAR_HEIGHT = 16
#: A bar of something is seen even beside a giant.
SHORTEST = 3.0


@dataclass(frozen=True)
class Bar:
    """One bar: ``text`` is its value in words, ``share`` its part of the whole in per cent, ``style`` a CSS suffix."""

    label: str
    text: str
    share: int
    style: str
    width: float
    y: int

    @property
    def bar_y(self) -> int:
        return self.y + LABEL_HEIGHT + 6

    @property
    def text_y(self) -> int:
        """The baseline of the label."""
        return self.y + LABEL_HEIGHT - 4


@dataclass(frozen=True)
class BarChart:
    """Bars in the order they were given."""

    bars: list[Bar]
    total: str
    width: int = WIDTH
    bar_height: int = BAR_HEIGHT

    @property
    def height(self) -> int:
        return ROW * len(self.bars)


def bar_chart(rows: Iterable[tuple[str, str, Decimal | int, str]], total: str = "") -> BarChart | None:
    """A chart of (style, label, value, value in words); rows of nothing are left out. None when nothing is left."""
    kept = [row for row in rows if row[2]]
    if not kept:
        return None
    largest = max(row[2] for row in kept)
    whole = sum(row[2] for row in kept)
    bars = [
        Bar(
            label=label,
            text=text,
            share=round(float(value) / float(whole) * 100),
            style=style,
            width=max(SHORTEST, round(float(value) / float(largest) * WIDTH, 1)),
            y=place * ROW,
        )
        for place, (style, label, value, text) in enumerate(kept)
    ]
    return BarChart(bars, total)
