"""What a table would bring: a draft for each good row, a fault for each bad cell, the rows that are there already."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.money import roubles
from core.tables import CellError, Fault, ReadTable, Row, read_table
from core.tables.columns import folded

from ..choices import InitiatorKind, NeedKind, Source
from ..models import ProjectIndexPage
from .columns import IMPORT, LIMITS
from .directory import Directory, parse_term

#: The fields of a page that a column gives as they are.
OWN = ("title", "summary", "external_id", "address", "audience", "contact", "how_to_help", "point", "territory", "cost")


@dataclass
class ProjectDraft:
    """A good row. ``fields`` are the page's own; ``new_organisation`` is a name that the vocabulary lacks."""

    row: int
    fields: dict[str, Any]
    stage: str
    since: dt.date
    initiator: str
    topics: list[Any] = field(default_factory=list)
    fundings: list[tuple[int, str, Decimal]] = field(default_factory=list)
    needs: list[tuple[str, str]] = field(default_factory=list)
    new_organisation: str = ""


@dataclass
class Plan:
    """Everything that a preview shows; it may be carried out when there are no faults."""

    read: ReadTable
    drafts: list[ProjectDraft] = field(default_factory=list)
    repeated: list[tuple[int, str]] = field(default_factory=list)

    @property
    def faults(self) -> list[Fault]:
        return self.read.faults

    @property
    def is_ready(self) -> bool:
        return bool(self.drafts) and not self.faults

    @property
    def new_organisations(self) -> list[str]:
        """Names to be added to the vocabulary, each once."""
        named = {
            folded(draft.new_organisation): draft.new_organisation for draft in self.drafts if draft.new_organisation
        }
        return sorted(named.values())

    @property
    def fingerprint(self) -> str:
        """The same for two plans of one file that add and leave alone the same projects."""
        drafts = [(draft.row, draft.fields["title"], draft.initiator, draft.new_organisation) for draft in self.drafts]
        return hashlib.sha256(repr((drafts, self.repeated)).encode()).hexdigest()


def make_plan(content: bytes, index: ProjectIndexPage) -> Plan:
    """Read the table ``content`` and check every cell of it against the site.

    Raises :class:`core.tables.UnreadableTable` for what is no table, or lacks a column that must be there.
    """
    directory = Directory.load(index.locale)
    plan = Plan(read_table(IMPORT, content, limits=LIMITS, parsers=directory.parsers))
    seen: dict[Any, Row] = {}
    for row in plan.read.rows:
        draft = _read_draft(row, directory)
        if row.faults:
            continue
        marks = marks_of(draft)
        earlier = next((seen[mark] for mark in marks if mark in seen), None)
        if earlier is not None:
            message = _("The same project stands in row %(row)d. Leave one of them.")
            row.fault("title", message % {"row": earlier.number})
        elif directory.has(marks):
            plan.repeated.append((row.number, draft.fields["title"]))
        else:
            plan.drafts.append(draft)
        seen |= dict.fromkeys(marks, row)
    return plan


def marks_of(draft: ProjectDraft) -> list[Any]:
    """By what a project is recognised: its number when it has one, its title with the initiator always."""
    key = (folded(draft.fields["title"]), folded(draft.initiator))
    number = folded(draft.fields["external_id"])
    return [number, key] if number else [key]


def _read_draft(row: Row, directory: Directory) -> ProjectDraft:
    """The row as a draft. What its cells tell only together is checked here, and may add faults to the row."""
    initiator, new_organisation = _read_initiator(row, directory)
    year = row["year"] or timezone.localdate().year
    return ProjectDraft(
        row=row.number,
        fields={name: row[name] for name in OWN} | initiator,
        stage=row["stage"],
        since=row["since"] or timezone.localdate(),
        initiator=row["initiator"] or "",
        topics=row["topics"] or [],
        fundings=[(year, source, amount) for source, amount in _read_amounts(row).items()],
        needs=[(kind.value, row[kind.value]) for kind in NeedKind if row[kind.value]],
        new_organisation=new_organisation,
    )


def _read_initiator(row: Row, directory: Directory) -> tuple[dict[str, Any], str]:
    """One of the page's initiator fields, and the name of an organisation that is to be added."""
    name = row["initiator"]
    if not name or row["initiator_kind"] is None:
        return {}, ""
    match InitiatorKind(row["initiator_kind"]):
        case InitiatorKind.GROUP:
            return {"group": name}, ""
        case InitiatorKind.ORGANISATION:
            known = directory.organisations.get(folded(name))
            return {"organisation": known}, "" if known else name
        case InitiatorKind.COUNCIL:
            return {"council": _named(row, directory.councils)}, ""
        case InitiatorKind.PERSON:
            person = _named(row, directory.people)
            if person and not person.may_show_contacts:
                row.fault(
                    "initiator", _("No consent to publication is recorded for this person. Name a group instead.")
                )
            return {"person": person}, ""


def _named(row: Row, known: dict[str, Any]) -> Any:
    """Whoever the row names as its initiator, among ``known``; a fault is noted when they are not there."""
    try:
        return parse_term(row["initiator"], known)
    except CellError as error:
        row.fault("initiator", str(error))
        return None


def _read_amounts(row: Row) -> dict[str, Decimal]:
    """Roubles by source; together they must not be more than the whole cost."""
    amounts = {source.value: row[source.value] for source in Source if row[source.value]}
    total = sum(amounts.values(), Decimal())
    if row["cost"] is not None and total > row["cost"]:
        message = _("The sources make %(found)s, more than the whole cost. Correct the cost or the sources.")
        row.fault("cost", message % {"found": roubles(total)})
    return amounts
