"""The state of a recommendation on a given day, and when its next report is due: pure functions of its records.

Nothing here asks the database. Statuses follow the recommendation's kind:

- a one-off is accepted, in progress, done or declined;
- a recurring one is kept or lapsed for each year since its adoption;
- an ongoing one is active, or quiet when a whole period passed without a report;
- a declaratory one asks for nothing.

Until the first year (or period) is over, a recurring or ongoing recommendation without a report shows its answer.
Internal notes never count: a status that they moved would tell what they say. A report that only moves the date says
nothing of deeds: it moves the day by which the next report is due, and no status.
"""

import datetime as dt
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from dateutil.relativedelta import relativedelta

from forums.resolutions.models import Recommendation

from .choices import POSITIVE, Frequency, Outcome, Position, Status

Kind = Recommendation.Kind
YEAR = relativedelta(years=1)
PERIODS = {
    Frequency.QUARTERLY: relativedelta(months=3),
    Frequency.HALF_YEARLY: relativedelta(months=6),
    Frequency.YEARLY: relativedelta(years=1),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The addressee's answer: it holds until the next one."""

    on: dt.date
    position: str


@dataclass(frozen=True, slots=True)
class Report:
    """A dated note on what was done. ``corrects`` is the ``id`` of the report it replaces from its date on.

    ``moved_to`` is the new day of a report whose outcome is that the date was moved.
    """

    on: dt.date
    outcome: str
    id: Hashable = None
    corrects: Hashable = None
    internal: bool = False
    moved_to: dt.date | None = None


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


@dataclass(frozen=True, slots=True)
class Records:
    """Everything known of one recommendation; of records with the same date the later in the list wins."""

    answers: Sequence[Answer] = ()
    reports: Sequence[Report] = ()
    duties: Sequence[Duty] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """The state on a day. ``since`` is the day of the record (or of the silence's end) that gave the status."""

    status: Status
    since: dt.date
    position: Position | None = None
    last_report_on: dt.date | None = None
    due_on: dt.date | None = None
    overdue: bool = False
    #: Recurring only: for each year since adoption its first day and kept, lapsed or None (still open).
    years: tuple[tuple[dt.date, Status | None], ...] = field(default=())

    @property
    def answered(self) -> bool:
        """Whether the addressee has said anything at all."""
        return self.position is not None


def standing(kind: str, adopted_on: dt.date, records: Records, on: dt.date) -> Standing | None:
    """The state of a recommendation on the day ``on``; None before its adoption.

    Records dated before the adoption or after ``on``, and internal notes, do not count. A correction replaces the
    outcome of the report it corrects, at that report's date, from its own date on.
    """
    if on < adopted_on:
        return None
    if kind == Kind.DECLARATORY:
        return Standing(Status.NOT_NEEDED, adopted_on)
    answers = sorted((a for a in records.answers if adopted_on <= a.on <= on), key=lambda a: a.on)
    answer = answers[-1] if answers else None
    told = effective_reports(records.reports, adopted_on, on)
    reports = [report for report in told if report.outcome != Outcome.MOVED]
    duty = duty_in_force(records.duties, on)
    years: tuple[tuple[dt.date, Status | None], ...] = ()
    said = _by_answer(answer, adopted_on)
    if kind == Kind.RECURRING:
        years = _years(reports, adopted_on, on)
        status, since = _recurring(years, reports, said)
    elif kind == Kind.ONGOING:
        status, since = _ongoing(reports, adopted_on, on, duty, said)
    else:
        status, since = _one_off(reports, said)
    if _declined_since(answer, reports) and status != Status.DONE:
        status, since = said
    due_on = None
    if duty and status not in (Status.DONE, Status.DECLINED):
        counted = [] if kind == Kind.ONE_OFF and duty.frequency == Frequency.ONCE else [r.on for r in reports]
        due_on = _moved(next_due(duty, counted), told, max([duty.on, *counted]))
    return Standing(
        status=status,
        since=since,
        position=Position(answer.position) if answer else None,
        last_report_on=told[-1].on if told else None,
        due_on=due_on,
        overdue=due_on is not None and due_on < on,
        years=years,
    )


def effective_reports(reports: Iterable[Report], adopted_on: dt.date, on: dt.date) -> list[Report]:
    """Public reports from the adoption to ``on``, oldest first, each with what its last correction says."""
    current: dict[int, Report] = {}
    root_of: dict[Hashable, int] = {}
    countable = (r for r in reports if not r.internal and adopted_on <= r.on <= on)
    for place, report in enumerate(sorted(countable, key=lambda r: r.on)):
        root = root_of.get(report.corrects) if report.corrects is not None else None
        if root is None:
            root = place
            current[root] = report
        else:
            current[root] = replace(current[root], outcome=report.outcome, moved_to=report.moved_to)
        if report.id is not None:
            root_of[report.id] = root
    return list(current.values())


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


def _moved(due: dt.date | None, reports: Sequence[Report], since: dt.date) -> dt.date | None:
    """The day ``due``, or the later one to which the last report since a day has moved it."""
    moves = [report.moved_to for report in reports if report.moved_to and report.on >= since]
    return max(due, moves[-1]) if due and moves else due


def _by_answer(answer: Answer | None, adopted_on: dt.date) -> tuple[Status, dt.date]:
    if answer is None:
        return Status.NO_ANSWER, adopted_on
    by_position = {
        Position.ACCEPTED: Status.ACCEPTED,
        Position.ACCEPTED_IN_PART: Status.ACCEPTED,
        Position.NOTED: Status.NOTED,
        Position.DECLINED: Status.DECLINED,
    }
    return by_position[Position(answer.position)], answer.on


def _declined_since(answer: Answer | None, reports: Sequence[Report]) -> bool:
    """Whether the last word is a refusal: nothing was done after it."""
    if answer is None or answer.position != Position.DECLINED:
        return False
    return not any(r.on > answer.on and r.outcome in POSITIVE for r in reports)


def _one_off(reports: Sequence[Report], said: tuple[Status, dt.date]) -> tuple[Status, dt.date]:
    if not reports or reports[-1].outcome not in POSITIVE:
        return said
    last = reports[-1]
    return (Status.DONE if last.outcome == Outcome.DONE else Status.IN_PROGRESS), last.on


def _years(reports: Sequence[Report], adopted_on: dt.date, on: dt.date) -> tuple[tuple[dt.date, Status | None], ...]:
    years: list[tuple[dt.date, Status | None]] = []
    count = relativedelta(on, adopted_on).years + 1
    for index in range(count):
        start, end = adopted_on + YEAR * index, adopted_on + YEAR * (index + 1)
        within = [r for r in reports if start <= r.on < end]
        state: Status | None = None
        if within:
            state = Status.KEPT if within[-1].outcome in POSITIVE else Status.LAPSED
        elif end <= on:
            state = Status.LAPSED
        years.append((start, state))
    return tuple(years)


def _recurring(
    years: Sequence[tuple[dt.date, Status | None]], reports: Sequence[Report], said: tuple[Status, dt.date]
) -> tuple[Status, dt.date]:
    """This year's state once it is known, until then last year's, in the first year the answer's."""
    known = [(start, state) for start, state in years[-2:] if state is not None]
    if not known:
        return said
    start, state = known[-1]
    end = start + YEAR
    within = [r.on for r in reports if start <= r.on < end]
    return state, within[-1] if within else end


def _ongoing(
    reports: Sequence[Report], adopted_on: dt.date, on: dt.date, duty: Duty | None, said: tuple[Status, dt.date]
) -> tuple[Status, dt.date]:
    period = duty.period if duty and duty.period else YEAR
    silent_from = (reports[-1].on if reports else adopted_on) + period
    if reports and reports[-1].outcome not in POSITIVE:
        return Status.QUIET, reports[-1].on
    if silent_from <= on:
        return Status.QUIET, silent_from
    return (Status.ACTIVE, reports[-1].on) if reports else said
