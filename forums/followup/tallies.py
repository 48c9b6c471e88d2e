"""Counts of statuses, and the bar that shows them. Counts only: no percentage of fulfilment is made up."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from .dossiers import Dossier
from .vocabulary import Status

#: A part narrower than this share of the bar has no room for its count.
ROOMY = 0.06


@dataclass(frozen=True, slots=True)
class Part:
    """One status in a tally, with its place in the bar."""

    status: Status
    count: int
    before: int
    total: int

    @property
    def label(self) -> str:
        return str(self.status.label)

    @property
    def x(self) -> str:
        """Where it begins, as a length of SVG: whole pixels and font sizes stay as they are at any width."""
        return f"{100 * self.before / self.total:.3f}%"

    @property
    def width(self) -> str:
        return f"{100 * self.count / self.total:.3f}%"

    @property
    def middle(self) -> str:
        return f"{100 * (self.before + self.count / 2) / self.total:.3f}%"

    @property
    def is_roomy(self) -> bool:
        """Whether the count fits into the part."""
        return self.count / self.total >= ROOMY


@dataclass
class Tally:
    """How many recommendations are in which status."""

    counts: Counter[Status] = field(default_factory=Counter)
    overdue: int = 0
    repeated: int = 0

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def actionable(self) -> int:
        """How many ask for something: all but the declaratory ones."""
        return self.total - self.counts[Status.NOT_NEEDED]

    @property
    def parts(self) -> list[Part]:
        """The statuses that occur, in their order, side by side."""
        parts, before = [], 0
        for status in Status:
            if count := self.counts[status]:
                parts.append(Part(status, count, before, self.total))
                before += count
        return parts

    def as_dict(self) -> dict[str, int]:
        """Every status by its slug, those that do not occur included."""
        return {status.value: self.counts[status] for status in Status}


@dataclass
class Row:
    """A line of a table of counts: ``cells`` go with the table's columns."""

    name: str
    tally: Tally
    cells: list[int]


def tally(dossiers: Iterable[Dossier]) -> Tally:
    """Count the ``dossiers``."""
    result = Tally()
    for dossier in dossiers:
        result.counts[dossier.status] += 1
        result.overdue += dossier.standing.overdue
        result.repeated += dossier.repeated_by is not None
    return result


def rows_by(dossiers: Sequence[Dossier], names: Callable[[Dossier], Iterable[str]]) -> list[Row]:
    """A line for each name that ``names`` gives, in the order of their first appearance."""
    groups: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        for name in names(dossier):
            groups.setdefault(name, []).append(dossier)
    columns = columns_of(dossiers)
    counted = [(name, tally(group)) for name, group in groups.items()]
    return [Row(name, one, [one.counts[status] for status in columns]) for name, one in counted]


def columns_of(dossiers: Iterable[Dossier]) -> list[Status]:
    """The statuses that occur, in their order."""
    occurring = {dossier.status for dossier in dossiers}
    return [status for status in Status if status in occurring]
