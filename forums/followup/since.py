"""What came of it since the last forum: the state of earlier resolutions on a day, and what changed until then."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.utils import timezone
from wagtail.models import Locale

from forums.editions.models import ForumPage
from forums.resolutions.models import ResolutionPage

from .dossiers import Dossier, load_dossiers
from .repetitions import repeated_by
from .subjects import Subject, load_subjects
from .tallies import Row, Tally, columns_of, rows_by, tally
from .vocabulary import Status

DONE = (Status.DONE,)
BEGUN = (Status.IN_PROGRESS, Status.ACTIVE, Status.KEPT)
STOPPED = (Status.LAPSED, Status.QUIET, Status.DECLINED)
#: Nothing more is expected of these.
SETTLED = (Status.DONE, Status.NOT_NEEDED, Status.DECLINED)


class NothingBefore(Exception):
    """No earlier forum adopted anything."""


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
    def by_addressee(self) -> list[Row]:
        return rows_by(self.dossiers, lambda item: [item.subject.addressee])

    @cached_property
    def by_topic(self) -> list[Row]:
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
    def open_items(self) -> list[Dossier]:
        """What is still waited for."""
        return [dossier for dossier in self.dossiers if dossier.status not in SETTLED]


@dataclass
class Year:
    """What happened from the last forum to the day of the page."""

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
    year: Year

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

    @cached_property
    def tally(self) -> Tally:
        """All editions together."""
        return tally(self.dossiers)


def usual_day(forum: ForumPage) -> dt.date:
    """The forum's opening day; today while that is still to come."""
    return min(forum.starts_on, timezone.localdate())


@dataclass
class Ground:
    """All recommendations of the site, and those of forums before ``forum``."""

    forum: ForumPage
    everything: list[Subject]
    before: list[Subject]

    @property
    def earliest(self) -> dt.date:
        """The first day on which there is something to tell."""
        return min(subject.adopted_on for subject in self.before)


def gather(forum: ForumPage, locale: Locale) -> Ground:
    """What was adopted before ``forum``. Raises :class:`NothingBefore` when nothing was."""
    everything = load_subjects(locale.language_code)
    latest = usual_day(forum)
    before = [s for s in everything if s.forum.starts_on < forum.starts_on and s.adopted_on <= latest]
    if not before:
        raise NothingBefore
    return Ground(forum, everything, before)


def since_last_forum(ground: Ground, on: dt.date) -> SinceLastForum:
    """The state of the earlier resolutions as of ``on``, a day not before ``ground.earliest``."""
    dossiers = load_dossiers(ground.before, on)
    later = repeated_by(ground.everything, on)
    for dossier in dossiers:
        dossier.repeated_by = later.get(dossier.key)
    editions = _editions(dossiers)
    return SinceLastForum(ground.forum, on, editions, _year(dossiers, editions[0].adopted_on, on))


def has_anything_before(forum: ForumPage) -> bool:
    """Whether the page "since the last forum" exists for ``forum``: two queries."""
    earlier = ForumPage.objects.sibling_of(forum, inclusive=False).live().filter(starts_on__lt=forum.starts_on)
    paths = set(earlier.values_list("path", flat=True))
    adopted = ResolutionPage.objects.live().filter(sections__recommendations__isnull=False)
    return any(path[: -ResolutionPage.steplen] in paths for path in set(adopted.values_list("path", flat=True)))


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


def _year(dossiers: Iterable[Dossier], start: dt.date, on: dt.date) -> Year:
    year = Year(start)
    for dossier in dossiers:
        year.answers += sum(response.date >= start for response in dossier.history.responses)
        year.reports += sum(report.date >= start for report in dossier.history.reports)
        earlier = dossier.earlier[start - dt.timedelta(days=1)]
        if earlier and earlier.status == dossier.status:
            continue
        for statuses, items in ((DONE, year.done), (BEGUN, year.begun), (STOPPED, year.stopped)):
            if dossier.status in statuses:
                items.append(dossier)
    return year
