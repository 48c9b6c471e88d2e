"""What an export tells of each project, gathered for all of them in five queries and without making pages."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import F, Min, OuterRef, Q, Subquery, Sum
from django.utils import timezone

from .choices import INITIATOR_FIELDS, RUNNING, InitiatorKind, NeedKind, Stage

if TYPE_CHECKING:
    from .querysets import ProjectQuerySet

#: Columns of a project's own row, and of what it names.
OWN = (
    "pk", "external_id", "title", "summary", "group", "address", "point", "audience", "cost", "contact", "slug",
    "organisation__title", "council__title", "person__title", "territory__title", "stage_on_day", "stage_since_day",
)  # fmt: skip


KOPECK = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """A project as a table tells it: ``own`` are its columns by name, ``money`` is roubles by source."""

    own: dict[str, Any]
    url: str
    begun_on: dt.date | None
    topics: str
    money: dict[str, Decimal]
    needs: str

    @property
    def stage(self) -> Stage:
        return Stage(self.own["stage_on_day"])

    @property
    def initiator(self) -> tuple[str, str]:
        """The kind of the initiator in words, and its name."""
        for kind, field in INITIATOR_FIELDS.items():
            name = self.own["group"] if kind == InitiatorKind.GROUP else self.own[f"{field}__title"]
            if name:
                return str(kind.label), name
        return "", ""


def export_records(projects: ProjectQuerySet, base_url: str) -> Iterator[ExportRecord]:
    """A record of each of ``projects``, in their order; ``base_url`` is the address of the base they stand in."""
    from .models import ProjectFunding, ProjectPage, ProjectStage

    today = timezone.localdate()
    within = projects.order_by().values("pk")
    money: dict[int, dict[str, Decimal]] = defaultdict(dict)
    sums = ProjectFunding.objects.filter(page__in=within).order_by().values_list("page", "source")
    for page, source, amount in sums.annotate(Sum("amount")):
        money[page][source] = amount.quantize(KOPECK)
    begun = ProjectStage.objects.filter(page__in=within).order_by().values_list("page").annotate(Min("since"))
    first_days = dict(begun)
    through = ProjectPage.topics.through.objects.filter(projectpage__in=within).order_by("topic__title")
    topics = _joined(through.values_list("projectpage", "topic__title"))
    needs = _needs(within, today)
    for own in _own_rows(projects, today):
        key = own["pk"]
        asks = needs.get(key, "") if own["stage_on_day"] in RUNNING else ""
        url = f"{base_url}{own['slug']}/"
        yield ExportRecord(own, url, first_days.get(key), topics.get(key, ""), money.get(key, {}), asks)


def _own_rows(projects: ProjectQuerySet, today: dt.date) -> Iterator[dict[str, Any]]:
    from .models import ProjectStage

    history = ProjectStage.objects.filter(page=OuterRef("pk"), since__lte=today)
    since = Subquery(history.order_by("-since").values("since")[:1])
    return projects.with_stage(today).annotate(stage_since_day=since).values(*OWN).iterator()


def _needs(within: Any, today: dt.date) -> dict[int, str]:
    """What each project asks for today, in one line."""
    from .models import ProjectNeed

    unmet = ProjectNeed.objects.filter(page__in=within, met_on=None).filter(Q(until=None) | Q(until__gte=today))
    labels = {value: str(label) for value, label in NeedKind.choices}
    rows = unmet.order_by(F("page"), "sort_order", "pk").values_list("page", "kind", "text")
    return _joined((page, f"{labels[kind]}: {text}") for page, kind, text in rows)


def _joined(pairs: Any) -> dict[int, str]:
    """Texts by their keys, separated by semicolons."""
    found: dict[int, list[str]] = defaultdict(list)
    for key, text in pairs:
        found[key].append(text)
    return {key: "; ".join(texts) for key, texts in found.items()}
