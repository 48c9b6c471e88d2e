"""Sums over projects: bar charts of many, the budget of one.

The charts are geometry only; the template writes the SVG and the table beside it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import ngettext

from core.money import roubles

from .choices import Source, Stage
from .models.parts import ProjectFunding
from .querysets import ProjectQuerySet

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


@dataclass(frozen=True)
class Sums:
    """How many projects there are at each stage, and whose money they run on."""

    count: int
    stages: BarChart | None
    money: BarChart | None


def sum_up(projects: ProjectQuerySet, stages: Collection[Stage]) -> Sums:
    """The count and the charts of those of ``projects`` that are in ``stages``."""
    counts, money = projects.totals(stages)
    whole = sum(counts.values())
    return Sums(
        whole,
        bar_chart(
            [(stage.value, str(stage.label), counts[stage], str(counts[stage])) for stage in Stage],
            ngettext("%(count)d project", "%(count)d projects", whole) % {"count": whole},
        ),
        bar_chart(
            [(source.value, str(source.label), money[source], roubles(money[source])) for source in Source],
            roubles(sum(money.values())),
        ),
    )


@dataclass(frozen=True)
class BudgetTable:
    """Money of one project by year (columns) and source (rows), with sums both ways."""

    years: list[int]
    rows: list[tuple[str, list[Decimal | None], Decimal]]
    totals: list[Decimal]
    total: Decimal


def budget_table(fundings: Sequence[ProjectFunding]) -> BudgetTable | None:
    """The table of all ``fundings`` of a project, None when there are none."""
    if not fundings:
        return None
    years = sorted({row.year for row in fundings})
    rows = []
    for source in Source:
        own = [row for row in fundings if row.source == source]
        if own:
            by_year = [_sum(row for row in own if row.year == year) or None for year in years]
            rows.append((str(source.label), by_year, _sum(own)))
    totals = [_sum(row for row in fundings if row.year == year) for year in years]
    return BudgetTable(years, rows, totals, _sum(fundings))


def _sum(fundings: Iterable[ProjectFunding]) -> Decimal:
    return sum((row.amount for row in fundings), Decimal())
