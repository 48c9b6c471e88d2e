"""What came of it since the last forum: the state of earlier resolutions on a day, and what changed until then."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from django.utils import timezone
from django.utils.translation import gettext as _

from forums.editions.models import ForumPage
from forums.resolutions.models import ResolutionPage

from .choices import Status
from .dossiers import Dossier, load_dossiers
from .subjects import Subject, remembered_subjects, repeated_by
from .tallies import Tally, TallyRow, columns_of, reporting_day, rows_by, tally

DONE = (Status.DONE,)
BEGUN = (Status.IN_PROGRESS, Status.ACTIVE, Status.KEPT)
STOPPED = (Status.LAPSED, Status.QUIET, Status.DECLINED)
#: Nothing more is expected of these.
SETTLED = (Status.DONE, Status.NOT_NEEDED, Status.DECLINED)


class NothingBefore(Exception):
    """No earlier forum adopted anything."""


class ImpossibleDay(ValueError):
    """The asked day cannot be shown; the message says why and what to do."""


@dataclass
class Edition:
    """An earlier forum's resolution with the state of its items."""

    forum: ForumPage
    resolution: ResolutionPage
    adopted_on: dt.date
    dossiers: list[Dossier]

    @cached_property
    def tally(self) -> Tally:
        return tally(self.dossiers)

    @cached_property
    def by_addressee(self) -> list[TallyRow]:
        return rows_by(self.dossiers, lambda item: [item.subject.addressee])

    @cached_property
    def by_topic(self) -> list[TallyRow]:
        found = rows_by(self.dossiers, lambda item: [topic.title for topic in item.subject.topics])
        return sorted(found, key=lambda row: (-row.tally.total, row.name))

    @property
    def statuses(self) -> list[Status]:
        """The columns of the tables."""
        return columns_of(self.dossiers)

    @cached_property
    def groups(self) -> list[tuple[str, list[Dossier]]]:
        """The items under their addressees, in the order of the paper."""
        groups: dict[str, list[Dossier]] = {}
        for dossier in self.dossiers:
            groups.setdefault(dossier.subject.addressee, []).append(dossier)
        return list(groups.items())

    @cached_property
    def overdue(self) -> list[Dossier]:
        """What should have been reported by now, the longest overdue first."""
        late = [dossier for dossier in self.dossiers if dossier.standing.overdue]
        return sorted(late, key=lambda dossier: (dossier.standing.due_on or dossier.on, dossier.subject.number))

    @cached_property
    def groups_counted(self) -> list[tuple[str, list[Dossier], Tally]]:
        """The groups with the counts of each."""
        return [(addressee, dossiers, tally(dossiers)) for addressee, dossiers in self.groups]

    @cached_property
    def open_items(self) -> list[Dossier]:
        """What is still waited for."""
        return [dossier for dossier in self.dossiers if dossier.status not in SETTLED]


@dataclass
class Period:
    """What happened from the last forum, which adopted its resolution on ``start``, to the day of the page."""

    start: dt.date
    answers: int = 0
    reports: int = 0
    done: list[Dossier] = field(default_factory=list)
    begun: list[Dossier] = field(default_factory=list)
    stopped: list[Dossier] = field(default_factory=list)


@dataclass
class SinceLastForum:
    """Everything the page, its PDF, CSV and JSON tell. ``editions`` begin with the last forum."""

    forum: ForumPage
    on: dt.date
    editions: list[Edition]
    period: Period

    @property
    def last(self) -> Edition:
        return self.editions[0]

    @property
    def older(self) -> list[Edition]:
        return self.editions[1:]

    @property
    def is_opening_day(self) -> bool:
        return self.on == self.forum.starts_on

    @property
    def dossiers(self) -> list[Dossier]:
        """The items of all editions."""
        return [dossier for edition in self.editions for dossier in edition.dossiers]

    @property
    def updated_on(self) -> dt.date | None:
        """The day of the newest record told of."""
        days = [
            record.date
            for dossier in self.dossiers
            for record in (*dossier.history.responses, *dossier.history.reports, *dossier.history.assignments)
        ]
        return max(days, default=None)

    @cached_property
    def tally(self) -> Tally:
        """All editions together."""
        return tally(self.dossiers)


@dataclass
class EarlierForums:
    """All recommendations of the site, and those of forums before ``forum``."""

    forum: ForumPage
    everything: list[Subject]
    before: list[Subject]

    @classmethod
    def load(cls, forum: ForumPage) -> Self:
        """What was adopted before ``forum``, in its language. Raises :class:`NothingBefore` when nothing was."""
        everything = remembered_subjects(forum.locale.language_code)
        latest = reporting_day(forum)
        before = [s for s in everything if s.forum.starts_on < forum.starts_on and s.adopted_on <= latest]
        if not before:
            raise NothingBefore
        return cls(forum, everything, before)

    @property
    def first_day(self) -> dt.date:
        """The first day on which there is something to tell."""
        return min(subject.adopted_on for subject in self.before)

    @property
    def last_day(self) -> dt.date:
        """The last day that can be shown: tomorrow is not known yet."""
        return max(timezone.localdate(), reporting_day(self.forum))

    def read_day(self, text: str) -> dt.date:
        """``2018-04-26`` as a day that can be shown; the usual one for "". Raises :class:`ImpossibleDay`."""
        if not text:
            return reporting_day(self.forum)
        try:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip(), re.ASCII):
                raise ValueError
            day = dt.date.fromisoformat(text.strip())
        except ValueError:
            raise ImpossibleDay(_("There is no such day. Write the date like this: 2018-04-26.")) from None
        if day < self.first_day:
            message = _("On that day nothing had been adopted yet. Choose %(date)s or later.")
            raise ImpossibleDay(message % {"date": f"{self.first_day:%d.%m.%Y}"})
        if day > self.last_day:
            message = _("That day is still to come. Choose %(date)s or earlier.")
            raise ImpossibleDay(message % {"date": f"{self.last_day:%d.%m.%Y}"})
        return day

    def as_of(self, day: dt.date) -> SinceLastForum:
        """The state of the earlier resolutions on ``day``, which is not before :attr:`first_day`."""
        dossiers = load_dossiers(self.before, day)
        later = repeated_by(self.everything, day)
        for dossier in dossiers:
            dossier.repeated_by = later.get(dossier.key)
        editions = _editions(dossiers)
        return SinceLastForum(self.forum, day, editions, _period(dossiers, editions[0].adopted_on, day))


def _editions(dossiers: Iterable[Dossier]) -> list[Edition]:
    editions: dict[str, Edition] = {}
    for dossier in dossiers:
        subject = dossier.subject
        edition = editions.setdefault(
            f"{subject.forum.starts_on}{subject.forum.translation_key}",
            Edition(subject.forum, subject.resolution, subject.adopted_on, []),
        )
        edition.dossiers.append(dossier)
    return sorted(editions.values(), key=lambda edition: edition.adopted_on, reverse=True)


def _period(dossiers: Iterable[Dossier], start: dt.date, on: dt.date) -> Period:
    period = Period(start)
    for dossier in dossiers:
        period.answers += sum(response.date >= start for response in dossier.history.responses)
        period.reports += sum(report.date >= start for report in dossier.history.reports)
        earlier = dossier.standing_on(start - dt.timedelta(days=1))
        if earlier and earlier.status == dossier.status:
            continue
        for statuses, items in ((DONE, period.done), (BEGUN, period.begun), (STOPPED, period.stopped)):
            if dossier.status in statuses:
                items.append(dossier)
    return period
