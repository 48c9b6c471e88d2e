"""Pages set in two columns: which lines belong to which, and how to read them one below the other."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

FEWEST = 5
"""Fewer lines in a column may as well be a dateline, signatures or a small table."""
DENSE = 0.6
"""The share of a column's height that its lines must fill; the left column of a table has holes."""
EARLIEST = 0.3
"""No right column begins further left than at this share of the sheet's text."""


@dataclass(slots=True)
class Row:
    """One line as it stands on a page."""

    text: str
    page: int
    x0: float
    x1: float
    y0: float
    y1: float
    height: float
    width: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the text of a page begins and ends, and where its right column begins."""

    left: float
    right: float
    start: float

    def is_left(self, row: Row) -> bool:
        return row.x1 < self.start

    def is_right(self, row: Row) -> bool:
        return row.x0 > self.start - 3


def in_reading_order(rows: Sequence[Row], arrange: Callable[[list[Row]], list[Row]]) -> list[Row]:
    """Return the rows of a page as they are read; *arrange* puts those of one column in order.

    The lines of a column are stretched to the width of the page, so that all tell alike where a paragraph ends.
    """
    columns = _columns(rows)
    if columns is None:
        return arrange(list(rows))
    result: list[Row] = []
    for band in _bands(rows, columns):
        for fits, start in ((columns.is_left, columns.left), (columns.is_right, columns.start)):
            column = [row for row in band if fits(row)]
            result += _stretched(arrange(column), start, columns)
        result += arrange([row for row in band if not columns.is_left(row) and not columns.is_right(row)])
    return result


def _columns(rows: Sequence[Row]) -> Columns | None:
    """Find the two columns of a page; None where it has but one."""
    if len(rows) < 2 * FEWEST:
        return None
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    starts = Counter(round(row.x0) for row in rows if row.x0 > left + EARLIEST * (right - left))
    if not starts:
        return None
    start, count = starts.most_common(1)[0]
    columns = Columns(left, right, float(start))
    lefts, rights = [row for row in rows if columns.is_left(row)], [row for row in rows if columns.is_right(row)]
    if count < FEWEST or min(len(lefts), len(rights)) < FEWEST:
        return None
    top, bottom = min(_top(lefts), _top(rights)), max(_bottom(lefts), _bottom(rights))
    height = 1.6 * sorted(row.y1 - row.y0 for row in rows)[len(rows) // 2]
    wide = sum(row.x1 - row.x0 for row in lefts) > 0.5 * len(lefts) * (start - left)
    beside = [sum(bottom <= row.y0 and row.y1 <= top for row in column) for column in (lefts, rights)]
    dense = min(beside) >= FEWEST - 1 and min(beside) * height >= DENSE * (top - bottom)
    return columns if wide and dense else None


def _top(rows: Sequence[Row]) -> float:
    return max(row.y1 for row in rows)


def _bottom(rows: Sequence[Row]) -> float:
    return min(row.y0 for row in rows)


def _bands(rows: Sequence[Row], columns: Columns) -> Iterator[list[Row]]:
    """Yield the rows down to each line that goes across both columns, and the rest."""
    band: list[Row] = []
    for row in sorted(rows, key=lambda row: -row.y0):
        band.append(row)
        if not columns.is_left(row) and not columns.is_right(row):
            yield band
            band = []
    yield band


def _stretched(rows: list[Row], start: float, columns: Columns) -> list[Row]:
    if not rows:
        return []
    width = max(row.x1 for row in rows) - start
    scale = (columns.right - columns.left) / width if width > 0 else 1.0
    return [
        replace(row, x0=columns.left + (row.x0 - start) * scale, x1=columns.left + (row.x1 - start) * scale)
        for row in rows
    ]
