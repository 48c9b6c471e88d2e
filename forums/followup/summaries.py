"""Counts for pages that show them in passing: a forum's page, the archive, the front page. Three queries for all."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from django.db.models import BigIntegerField, DateField, Value
from django.db.models.functions import Cast
from wagtail.models import Locale

from core.visibility import readable
from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage

from .duties import Duty
from .models import Assignment, ProgressReport, Response
from .since import usual_day
from .status import Answer, Records, Report, standing
from .tallies import Tally


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
        rows = Recommendation.objects.filter(
            section__page__in=readable(ResolutionPage.objects.all()), locale=locale
        ).values_list("translation_key", "kind", "section__page__path", "section__page__adopted_on")
        found = [(key, kind, path[: -ResolutionPage.steplen], day) for key, kind, path, day in rows]
        starts: dict[str, dt.date] = {}
        if any(day is None for *_rest, day in found):
            starts = dict(ForumPage.objects.values_list("path", "starts_on"))
        items = [_Item(key, kind, path, day or starts[path]) for key, kind, path, day in found]
        return cls(items, _records() if items else {})

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


@dataclass(frozen=True)
class ForumFollowUp:
    """``own``: the forum's own items today; ``before``: those of the forum before it, as of its opening day."""

    own: Tally
    before: Tally

    @property
    def has_progress(self) -> bool:
        """Whether there is anything to tell on the page "since the last forum"."""
        return self.before.total > 0


def forum_follow_up(forum: ForumPage, on: dt.date) -> ForumFollowUp:
    """Counts for the page of ``forum``."""
    ledger = Ledger.load(forum.locale)
    previous = forum.previous_edition
    before = ledger.tally(usual_day(forum), previous) if previous else Tally()
    return ForumFollowUp(ledger.tally(on, forum), before)


def tallies_of(forums: Iterable[ForumPage], on: dt.date) -> dict[int, Tally]:
    """Counts by the forum's primary key, for the archive and the front page."""
    wanted = list(forums)
    if not wanted:
        return {}
    ledger = Ledger.load(wanted[0].locale)
    return {forum.pk: ledger.tally(on, forum) for forum in wanted}


def _records() -> dict[UUID, Records]:
    columns = ("recommendation_key", "date", "pk")
    no_number, no_day = Cast(Value(None), BigIntegerField()), Cast(Value(None), DateField())
    answers = Response.objects.published().order_by()
    reports = ProgressReport.objects.public().order_by()
    rows = answers.values_list(*columns, "corrects_id", no_day, "position", Value("answer")).union(
        reports.values_list(*columns, "corrects_id", no_day, "outcome", Value("report")),
        Assignment.objects.order_by().values_list(*columns, no_number, "due_on", "frequency", Value("duty")),
        all=True,
    )
    said: dict[UUID, tuple[list[Answer], list[Report], list[Duty]]] = defaultdict(lambda: ([], [], []))
    for key, date, pk, corrects, due_on, word, what in sorted(rows, key=lambda row: row[1:3]):
        if what == "answer":
            said[key][0].append(Answer(date, word))
        elif what == "report":
            said[key][1].append(Report(date, word, pk, corrects))
        else:
            said[key][2].append(Duty(date, due_on, word))
    return {key: Records(*parts) for key, parts in said.items()}
