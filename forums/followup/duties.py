"""When the next report is due: pure arithmetic over an assignment and the days of reports."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from .vocabulary import Frequency

PERIODS = {
    Frequency.QUARTERLY: relativedelta(months=3),
    Frequency.HALF_YEARLY: relativedelta(months=6),
    Frequency.YEARLY: relativedelta(years=1),
}


@dataclass(frozen=True, slots=True)
class Duty:
    """Who was made responsible on the day ``on``, by what day the (first) report is due, and how often."""

    on: dt.date
    due_on: dt.date | None = None
    frequency: str = Frequency.ONCE

    @property
    def period(self) -> relativedelta | None:
        """The time between two reports; None when one report is enough."""
        return PERIODS.get(Frequency(self.frequency))

    def checkpoint(self, index: int) -> dt.date | None:
        """The day by which the report number ``index`` (from 0) is due."""
        if self.period is None:
            return self.due_on if index == 0 else None
        if self.due_on is None:
            return self.on + self.period * (index + 1)
        return self.due_on + self.period * index


def duty_in_force(duties: Sequence[Duty], on: dt.date) -> Duty | None:
    """The last assignment made up to the day ``on``."""
    made = sorted((duty for duty in duties if duty.on <= on), key=lambda duty: duty.on)
    return made[-1] if made else None


def next_due(duty: Duty, reported: Iterable[dt.date]) -> dt.date | None:
    """The earliest day a report is due (it may have passed already); None when nothing more is.

    A late report makes up for everything missed until its day; one made in time covers the period it falls in;
    a second one in the same period covers nothing more.
    """
    index = 0
    for day in sorted(day for day in reported if day >= duty.on):
        due = duty.checkpoint(index)
        if due is None:
            return None
        if due < day:
            while due is not None and due < day:
                index += 1
                due = duty.checkpoint(index)
            continue
        opens = duty.checkpoint(index - 1) if index else None
        if opens is None or day > opens:
            index += 1
    return duty.checkpoint(index)
