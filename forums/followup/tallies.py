"""Counts of statuses, and the bar that shows them. Counts only: no percentage of fulfilment is made up."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self
from uuid import UUID

from django.db.models import BigIntegerField, DateField, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale

from core.caching import remember
from core.visibility import readable
from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage

from .choices import Status
from .dossiers import Dossier
from .models import Assignment, ProgressReport, Response
from .status import Answer, Duty, Records, Report, standing

#: A part narrower than this share of the bar has no room for its count.
ROOMY = 0.06


@dataclass(frozen=True, slots=True)
class BarPart:
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
    def end(self) -> str:
        return f"{100 * (self.before + self.count) / self.total:.3f}%"

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
    def public(self) -> Counter[Status]:
        """The counts as pages show them: several statuses may stand under one word."""
        counts: Counter[Status] = Counter()
        for status, count in self.counts.items():
            counts[status.public] += count
        return counts

    @property
    def parts(self) -> list[BarPart]:
        """The public statuses that occur, in their order, side by side."""
        parts, before = [], 0
        counts = self.public
        for status in Status:
            if count := counts[status]:
                parts.append(BarPart(status, count, before, self.total))
                before += count
        return parts

    @property
    def in_words(self) -> str:
        """The parts as text, for those who do not see the bar."""
        return ", ".join(f"{part.label}: {part.count}" for part in self.parts)

    @property
    def verdict(self) -> str:
        """The counts in one sentence: “Of 24 recommendations, 4 are done, 8 are in progress, 5 have had no answer.”"""
        counts = self.public
        done, going, silent = counts[Status.DONE], counts[Status.IN_PROGRESS], counts[Status.NO_ANSWER]
        said = [
            ngettext("%(n)s is done", "%(n)s are done", done) % {"n": done} if done else _("none is done yet"),
            ngettext("%(n)s is in progress", "%(n)s are in progress", going) % {"n": going} if going else "",
            ngettext("%(n)s has had no answer", "%(n)s have had no answer", silent) % {"n": silent} if silent else "",
            ngettext("the report on %(n)s is overdue", "reports on %(n)s are overdue", self.overdue)
            % {"n": self.overdue}
            if self.overdue
            else "",
        ]
        sentence = ngettext(
            "Of %(total)s recommendation, %(parts)s.", "Of %(total)s recommendations, %(parts)s.", self.total
        )
        return sentence % {"total": self.total, "parts": ", ".join(filter(None, said))}

    def as_dict(self) -> dict[str, int]:
        """Every status by its code, those that do not occur included."""
        return {status.value: self.counts[status] for status in Status}


@dataclass
class TallyRow:
    """A line of a table of counts: ``cells`` go with the table's ``columns``."""

    name: str
    tally: Tally
    columns: list[Status]

    @property
    def cells(self) -> list[int]:
        counts = self.tally.public
        return [counts[status] for status in self.columns]

    @property
    def cells_of(self) -> list[tuple[Status, int]]:
        """Each column with its count, for a table that names them in every row."""
        return list(zip(self.columns, self.cells, strict=True))


def tally(dossiers: Iterable[Dossier]) -> Tally:
    """Count the ``dossiers``."""
    result = Tally()
    for dossier in dossiers:
        result.counts[dossier.status] += 1
        result.overdue += dossier.standing.overdue
        result.repeated += dossier.repeated_by is not None
    return result


def rows_by(dossiers: Sequence[Dossier], names: Callable[[Dossier], Iterable[str]]) -> list[TallyRow]:
    """A line for each name that ``names`` gives, in the order of their first appearance."""
    groups: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        for name in names(dossier):
            groups.setdefault(name, []).append(dossier)
    columns = columns_of(dossiers)
    counted = [(name, tally(group)) for name, group in groups.items()]
    return [TallyRow(name, one, columns) for name, one in counted]


def columns_of(dossiers: Iterable[Dossier]) -> list[Status]:
    """The public statuses that occur, in their order."""
    occurring = {dossier.status.public for dossier in dossiers}
    return [status for status in Status if status in occurring]


# --- counts for pages that show them in passing: a forum's page, the archive, the front page --------------------


@dataclass(frozen=True, slots=True)
class _Item:
    key: UUID
    kind: str
    forum_path: str
    adopted_on: dt.date


@dataclass
class Ledger:
    """Kinds, days and records of all public recommendations of a language: enough to count on any day."""

    items: list[_Item]
    records: dict[UUID, Records]

    @classmethod
    def load(cls, locale: Locale) -> Self:
        """The same for all requests until content changes."""
        return remember(("ledger", locale.pk), lambda: cls._load(locale))

    @classmethod
    def _load(cls, locale: Locale) -> Self:
        rows = Recommendation.objects.filter(
            section__page__in=readable(ResolutionPage.objects.all()), locale=locale
        ).values_list("translation_key", "kind", "section__page__path", "section__page__adopted_on")
        found = [(key, kind, path[: -ResolutionPage.steplen], day) for key, kind, path, day in rows]
        starts: dict[str, dt.date] = {}
        if any(day is None for *_rest, day in found):
            starts = dict(ForumPage.objects.values_list("path", "starts_on"))
        items = [_Item(key, kind, path, day or starts[path]) for key, kind, path, day in found]
        return cls(items, _load_records() if items else {})

    def tally(self, on: dt.date, forum: ForumPage | None = None) -> Tally:
        """Counts on a day, of one forum's items or of all."""
        result = Tally()
        for item in self.items:
            if forum is not None and item.forum_path != forum.path:
                continue
            state = standing(item.kind, item.adopted_on, self.records.get(item.key, Records()), on)
            if state is not None:
                result.counts[state.status] += 1
                result.overdue += state.overdue
        return result


def reporting_day(forum: ForumPage) -> dt.date:
    """As of which day a forum tells of earlier ones: its opening day; today while that is still to come."""
    return min(forum.starts_on, timezone.localdate())


def tallies_of(forums: Iterable[ForumPage], on: dt.date) -> dict[int, Tally]:
    """Counts by the forum's primary key, for the front page."""
    wanted = list(forums)
    if not wanted:
        return {}
    ledger = Ledger.load(wanted[0].locale)
    return {forum.pk: ledger.tally(on, forum) for forum in wanted}


def _load_records() -> dict[UUID, Records]:
    columns = ("recommendation_key", "date", "pk")
    no_number, no_day = Cast(Value(None), BigIntegerField()), Cast(Value(None), DateField())
    answers = Response.objects.published().order_by()
    reports = ProgressReport.objects.public().order_by()
    rows = answers.values_list(*columns, "corrects_id", no_day, "position", Value("answer")).union(
        reports.values_list(*columns, "corrects_id", "due_moved_to", "outcome", Value("report")),
        Assignment.objects.order_by().values_list(*columns, no_number, "due_on", "frequency", Value("duty")),
        all=True,
    )
    said: dict[UUID, tuple[list[Answer], list[Report], list[Duty]]] = defaultdict(lambda: ([], [], []))
    for key, date, pk, corrects, due_on, word, what in sorted(rows, key=lambda row: row[1:3]):
        if what == "answer":
            said[key][0].append(Answer(date, word))
        elif what == "report":
            said[key][1].append(Report(date, word, pk, corrects, moved_to=due_on))
        else:
            said[key][2].append(Duty(date, due_on, word))
    return {key: Records(*parts) for key, parts in said.items()}
