"""What the board shows: which recommendations wait for what."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import CharField, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowState

from .choices import Status
from .dossiers import Dossier, load_dossiers
from .models import Assignment, FollowUpRecord, ProgressReport, Response
from .subjects import load_subjects

#: Sorted last: nothing is due.
FAR = dt.date.max


@dataclass(frozen=True)
class Tab:
    """A way to look at the board."""

    slug: str
    label: str | Promise
    holds: "Callable[[Board, Dossier], bool]"


@dataclass
class Board:
    """Rows for one user. ``waiting`` are records under approval, by recommendation; ``orphans`` those without one."""

    today: dt.date
    dossiers: list[Dossier]
    waiting: dict[UUID, list[FollowUpRecord]] = field(default_factory=dict)
    orphans: list[FollowUpRecord] = field(default_factory=list)

    @property
    def month_end(self) -> dt.date:
        return self.today.replace(day=1) + relativedelta(months=1, days=-1)

    def in_tab(self, slug: str) -> list[Dossier]:
        """Rows of a tab, the most urgent first."""
        tab = next(tab for tab in TABS if tab.slug == slug)
        found = [dossier for dossier in self.dossiers if tab.holds(self, dossier)]
        return sorted(found, key=lambda item: item.standing.due_on or FAR)


def _due_soon(board: Board, item: Dossier) -> bool:
    due = item.standing.due_on
    return due is not None and board.today <= due <= board.month_end


def _without_answer(board: Board, item: Dossier) -> bool:
    return not item.standing.answered and item.status != Status.NOT_NEEDED


def _unassigned(board: Board, item: Dossier) -> bool:
    return item.assignment is None and item.status not in (Status.NOT_NEEDED, Status.DONE)


TABS = (
    Tab("due", _("Due this month"), _due_soon),
    Tab("overdue", _("Overdue"), lambda board, item: item.standing.overdue),
    Tab("unanswered", _("Without an answer"), _without_answer),
    Tab("waiting", _("Waiting for approval"), lambda board, item: item.key in board.waiting),
    Tab("unassigned", _("Nobody is responsible"), _unassigned),
    Tab("all", _("All"), lambda board, item: True),
)


def load_board(keys: Iterable[UUID] | None) -> Board:
    """The board over these recommendations (None: all)."""
    today = timezone.localdate()
    dossiers = load_dossiers(load_subjects(keys=keys, private=True), today)
    waiting: dict[UUID, list[FollowUpRecord]] = {}
    records = unusual_records()
    for record in records["waiting"]:
        waiting.setdefault(record.recommendation_key, []).append(record)
    return Board(today, dossiers, waiting, records["orphan"])


def unusual_records() -> dict[str, list[FollowUpRecord]]:
    """Records under approval ("waiting"), and those whose recommendation is gone ("orphan").

    Usually there are few: one query finds their keys, and one for each kind of record loads them.
    """
    models = {model._meta.model_name: model for model in (Response, ProgressReport, Assignment)}
    text = CharField()
    under_way = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        base_content_type__app_label=ProgressReport._meta.app_label,
        base_content_type__model__in=models,
    )
    found = under_way.order_by().values_list(Value("waiting", text), "base_content_type__model", "object_id")
    gone = [
        model.objects.orphans().order_by().values_list(Value("orphan", text), Value(name, text), Cast("pk", text))
        for name, model in models.items()
    ]
    keys = set(found.union(*gone, all=True))
    records: dict[str, list[FollowUpRecord]] = {"waiting": [], "orphan": []}
    for name, model in models.items():
        wanted = {key for _what, kind, key in keys if kind == name}
        loaded = {str(record.pk): record for record in model.objects.filter(pk__in=wanted)} if wanted else {}
        for what, kind, key in keys:
            if kind == name and key in loaded:
                records[what].append(loaded[key])
    return records
