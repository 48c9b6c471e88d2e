"""The table that an organiser sends round: written as XLSX, filled in, read back, previewed, applied."""

import datetime as dt
import hashlib
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Locale

from core.models import Organisation
from core.tables import Column, Fault, Row, Sheet, Table, Type, read_table, write_form
from core.tables.parsing import parse_string, parse_text

from .choices import Frequency, Outcome, Position
from .dossiers import Dossier, load_dossiers
from .models import Assignment, Evidence, FollowUpRecord, ProgressReport, Response
from .subjects import load_subjects


def _of(part: str, name: str) -> Callable[[Dossier], Any]:
    """The value of a column that shows what is in force: the field ``name`` of the assignment or the response."""

    def value(dossier: Dossier) -> Any:
        record = getattr(dossier, part)
        return getattr(record, name) if record else ""

    return value


def _left_empty(dossier: Dossier) -> str:
    """The value of the columns for a new report."""
    return ""


ASSIGNMENT_COLUMNS = (
    Column(
        "body",
        gettext_lazy("Responsible body"),
        value=lambda item: item.assignment.body.title if item.assignment else "",
        width=30,
    ),
    Column("contact_name", gettext_lazy("Contact person"), value=_of("assignment", "contact_name"), width=24),
    Column(
        "contact_email",
        gettext_lazy("Contact's e-mail"),
        Type.EMAIL,
        value=_of("assignment", "contact_email"),
        width=24,
    ),
    Column("due_on", gettext_lazy("Report by"), Type.DATE, value=_of("assignment", "due_on"), width=13),
    Column(
        "frequency",
        gettext_lazy("How often to report"),
        value=_of("assignment", "frequency"),
        choices=Frequency,
        width=16,
    ),
)
ANSWER_COLUMNS = (
    Column("answer_date", gettext_lazy("Answer: date"), Type.DATE, value=_of("response", "date"), width=13),
    Column(
        "position",
        gettext_lazy("Answer: position"),
        value=_of("response", "position"),
        choices=Position,
        width=17,
    ),
    Column("answer", gettext_lazy("Answer: text"), Type.TEXT, value=_of("response", "text"), width=45),
)
REPORT_COLUMNS = (
    Column("report_date", gettext_lazy("New report: date"), Type.DATE, value=_left_empty, width=13),
    Column("outcome", gettext_lazy("New report: outcome"), value=_left_empty, choices=Outcome, width=20),
    Column("report", gettext_lazy("New report: what was done"), Type.TEXT, value=_left_empty, width=50),
    Column("link", gettext_lazy("New report: link"), Type.URL, value=_left_empty, max_length=500, width=30),
)
SHEET = Table(
    (
        Column(
            "id",
            gettext_lazy("ID (do not change)"),
            Type.UUID,
            value=lambda item: item.key,
            required=True,
            unique=True,
            width=12,
            editable=False,
            hidden=True,
        ),
        Column(
            "forum",
            gettext_lazy("Forum"),
            value=lambda item: item.subject.forum.short_title,
            width=10,
            editable=False,
        ),
        Column("number", gettext_lazy("Number"), value=lambda item: item.subject.number, width=8, editable=False),
        Column(
            "text",
            gettext_lazy("Recommendation"),
            Type.TEXT,
            value=lambda item: item.subject.text,
            width=60,
            editable=False,
        ),
        Column(
            "kind",
            gettext_lazy("Kind"),
            value=lambda item: item.subject.recommendation.get_kind_display(),
            width=15,
            editable=False,
        ),
        Column("status", gettext_lazy("State"), value=lambda item: item.status.label, width=15, editable=False),
        *ASSIGNMENT_COLUMNS,
        *ANSWER_COLUMNS,
        *REPORT_COLUMNS,
    ),
    key="id",
)


def write_sheets(dossiers: Iterable[Dossier]) -> bytes:
    """The workbook: a sheet an addressee, a row a recommendation; columns for a new report are left empty."""
    groups: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        groups.setdefault(dossier.subject.addressee, []).append(dossier)
    target = io.BytesIO()
    write_form(target, [Sheet(title, SHEET, items, frozen=3) for title, items in (groups or {"—": []}).items()])
    return target.getvalue()


@dataclass(frozen=True)
class Change:
    """A record that would be added. ``before`` and ``after`` are what the preview shows."""

    dossier: Dossier
    label: str
    before: str
    after: str
    record: FollowUpRecord
    link: str = ""


@dataclass
class Plan:
    """All that an upload would do. It is done only when there is no fault."""

    rows: int
    faults: list[Fault]
    changes: list[Change] = field(default_factory=list)

    @property
    def is_ready(self) -> bool:
        return bool(self.changes) and not self.faults

    @property
    def fingerprint(self) -> str:
        """Tells whether what is confirmed is what was shown."""
        told = "\n".join(f"{c.dossier.key}|{c.label}|{c.before}|{c.after}|{c.link}" for c in self.changes)
        return hashlib.sha256(told.encode()).hexdigest()


def plan_upload(data: bytes, today: dt.date | None = None) -> Plan:
    """Compare the table ``data`` with what is known. Raises :class:`core.tables.UnreadableTable`."""
    day = today or timezone.localdate()
    table = read_table(SHEET, data, complete=True)
    dossiers = {dossier.key: dossier for dossier in load_dossiers(load_subjects(private=True), day)}
    bodies = _bodies_by_title()
    reports: dict[UUID, list[ProgressReport]] = {}
    for report in ProgressReport.objects.all():
        reports.setdefault(report.recommendation_key, []).append(report)
    changes = []
    for row in table.good_rows:
        dossier = dossiers.get(row["id"])
        if dossier is None:
            row.fault("id", _("There is no such recommendation. Do not change the ID."))
        else:
            changes += _RowReader(row, dossier, day).read(bodies, reports.get(dossier.key, []))
    return Plan(len(table.rows), table.faults, changes)


@transaction.atomic
def apply_plan(plan: Plan, user: AbstractBaseUser) -> int:
    """Add every record of a plan without faults, all or none; gives their number."""
    if plan.faults:
        raise ValueError("a plan with faults is not applied")
    for change in plan.changes:
        record = change.record
        record.created_by = user
        record.save()
        if change.link:
            Evidence.objects.create(report=record, url=change.link)
        log(record, "wagtail.create", user=user)
    return len(plan.changes)


def _bodies_by_title() -> dict[str, Organisation]:
    """Organisations as records name them, in the default language, by their folded titles in every language."""
    known = list(Organisation.objects.all())
    default = Locale.get_default().pk
    recorded = {body.translation_key: body for body in known if body.locale_id == default}
    return {parse_string(body.title).casefold(): recorded.get(body.translation_key, body) for body in known}


class _FaultyCell(ValueError):
    """A cell that its column can take and its row cannot."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name, self.message = name, message


class _RowReader:
    """One row: the records it asks for, an assignment, an answer, a report, each only if something is new."""

    def __init__(self, row: Row, dossier: Dossier, today: dt.date) -> None:
        self.row, self.dossier, self.today = row, dossier, today

    def read(self, bodies: Mapping[str, Organisation], reports: list[ProgressReport]) -> list[Change]:
        """The changes; faults are noted in the row. ``reports`` are also those not yet approved."""
        changes = []
        for read in (lambda: self._assignment(bodies), self._answer, lambda: self._report(reports)):
            try:
                change = read()
            except _FaultyCell as error:
                self.row.fault(error.name, error.message)
                continue
            if change:
                changes.append(change)
        return changes

    def _is_filled(self, columns: Iterable[Column]) -> bool:
        return any(self.row[column.name] not in (None, "") for column in columns)

    def _need(self, name: str, message: str) -> Any:
        if self.row[name] in (None, ""):
            raise _FaultyCell(name, message)
        return self.row[name]

    def _check(self, record: FollowUpRecord, cells: Mapping[str, str]) -> None:
        """Raise for what does not fit the recommendation; ``cells`` names the column of each field."""
        for name, message in record.faults(self.dossier.subject).items():
            raise _FaultyCell(cells.get(name, "number"), str(message))

    def _assignment(self, bodies: Mapping[str, Organisation]) -> Change | None:
        if not self._is_filled(ASSIGNMENT_COLUMNS):
            return None
        row, old = self.row, self.dossier.assignment
        title = self._need("body", _("Name the responsible body, or empty the other cells of the assignment."))
        body = bodies.get(title.casefold())
        if body is None:
            message = _("There is no organisation “%(title)s” on the site. Add it first.")
            raise _FaultyCell("body", message % {"title": title})
        record = Assignment(
            recommendation_key=self.dossier.key,
            date=max(self.today, self.dossier.subject.adopted_on),
            body=body,
            contact_name=row["contact_name"],
            contact_email=row["contact_email"],
            due_on=row["due_on"],
            frequency=row["frequency"] or Frequency.ONCE,
        )
        if old and _terms(old) == _terms(record):
            return None
        if not (old and old.due_on == record.due_on):
            self._check(record, {"due_on": "due_on", "date": "due_on"})
        return Change(self.dossier, _("Assignment"), _describe_assignment(old), _describe_assignment(record), record)

    def _answer(self) -> Change | None:
        if not self._is_filled(ANSWER_COLUMNS):
            return None
        day = self._need("answer_date", _("Give the date."))
        position = self._need("position", _("Choose the position from the list."))
        text, known = self.row["answer"], self.dossier.history.responses
        if any((one.date, one.position, parse_text(one.text)) == (day, position, text) for one in known):
            return None
        same_day = [one for one in known if one.date == day]
        record = Response(
            recommendation_key=self.dossier.key,
            date=day,
            position=position,
            text=text,
            body=self.dossier.assignment.body if self.dossier.assignment else None,
            corrects=same_day[-1] if same_day else None,
        )
        self._check(record, {"date": "answer_date", "text": "answer", "corrects": "answer"})
        old = self.dossier.response
        return Change(self.dossier, _("Answer"), _describe_answer(old) if old else "", _describe_answer(record), record)

    def _report(self, known: list[ProgressReport]) -> Change | None:
        """A new report, unless the very same one is there already, approved or not."""
        if not self._is_filled(REPORT_COLUMNS):
            return None
        day = self._need("report_date", _("Give the date."))
        outcome = self._need("outcome", _("Choose the outcome from the list."))
        if outcome == Outcome.MOVED:
            message = _(
                "The table has no column for the new date: record this one on the site, by the form of a report."
            )
            raise _FaultyCell("outcome", message)
        text = self._need("report", _("Say what was done."))
        if any((one.date, one.outcome, parse_text(one.text)) == (day, outcome, text) for one in known):
            return None
        record = ProgressReport(
            recommendation_key=self.dossier.key,
            date=day,
            outcome=outcome,
            text=text,
            body=self.dossier.assignment.body if self.dossier.assignment else None,
        )
        self._check(record, {"date": "report_date", "outcome": "outcome"})
        after = f"{record.date:%d.%m.%Y} · {record.get_outcome_display()} · {record.text}"
        return Change(self.dossier, _("Report"), "", after, record, self.row["link"])


def _terms(record: Assignment) -> tuple[Any, ...]:
    """What tells two assignments apart."""
    name, email = parse_string(record.contact_name), parse_string(record.contact_email)
    return record.body_id, name, email, record.due_on, record.frequency


def _describe_assignment(record: Assignment | None) -> str:
    if record is None:
        return ""
    due = f"{record.due_on:%d.%m.%Y}" if record.due_on else ""
    parts = (record.body.title, record.contact_name, record.contact_email, due, record.get_frequency_display())
    return " · ".join(str(part) for part in parts if part)


def _describe_answer(record: Response) -> str:
    return f"{record.date:%d.%m.%Y} · {record.get_position_display()} · {record.text}"
