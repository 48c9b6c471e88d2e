"""What a table would bring: a draft for each good row, a fault for each bad cell, the rows that are there already."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.money import roubles

from ..choices import InitiatorKind, NeedKind, Source, Stage
from ..models import ProjectIndexPage
from . import cells
from .columns import Layout, folded, lay_out
from .directory import Directory
from .errors import CellError, Fault, ImportFileError
from .reading import Table


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

    sheet: str
    drafts: list[ProjectDraft] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    repeated: list[tuple[int, str]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

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
    def faulty_rows(self) -> list[int]:
        return sorted({fault.row for fault in self.faults})


def make_plan(table: Table, index: ProjectIndexPage) -> Plan:
    """Check every cell of ``table`` against the site. Raises :class:`ImportFileError` when columns are missing."""
    layout = lay_out(table.headings)
    if layout.missing:
        raise ImportFileError(
            _("These columns are missing: %(columns)s. Take the template and copy the rows into it.")
            % {"columns": ", ".join(f"«{heading}»" for heading in layout.missing)}
        )
    directory = Directory.load(index.locale)
    plan = Plan(table.sheet, ignored=layout.ignored)
    seen: dict[Any, int] = {}
    for number, row in table.rows:
        reader = _RowReader(table.sheet, number, row, layout, directory)
        draft = reader.read()
        plan.faults.extend(reader.faults)
        if draft is None:
            continue
        marks = _marks(draft)
        earlier = next((seen[mark] for mark in marks if mark in seen), None)
        if earlier is not None:
            plan.faults.append(
                reader.fault(
                    "title", _("The same project stands in row %(row)d. Leave one of them.") % {"row": earlier}
                )
            )
        elif marks[0] in directory.numbers or marks[-1] in directory.keys:
            plan.repeated.append((number, draft.fields["title"]))
        else:
            plan.drafts.append(draft)
        seen |= dict.fromkeys(marks, number)
    return plan


def _marks(draft: ProjectDraft) -> list[Any]:
    """By what a project is recognised: its number when it has one, its title with the initiator always."""
    key = (folded(draft.fields["title"]), folded(draft.initiator))
    number = folded(draft.fields["external_id"])
    return [number, key] if number else [key]


class _RowReader:
    """Reads one row and gathers what is wrong with it."""

    def __init__(self, sheet: str, number: int, row: list[Any], layout: Layout, directory: Directory) -> None:
        self.sheet, self.number, self.row, self.layout, self.directory = sheet, number, row, layout, directory
        self.faults: list[Fault] = []

    def cell(self, key: str) -> Any:
        place = self.layout.places.get(key)
        return self.row[place] if place is not None and place < len(self.row) else None

    def fault(self, key: str, message: str) -> Fault:
        place = self.layout.places.get(key, 0)
        value = self.cell(key)
        shown = "" if value is None else str(value)[:80]
        return Fault(self.sheet, self.number, place + 1, self.layout.headings.get(key, ""), shown, message)

    def take(self, key: str, read: Callable[..., Any], *arguments: Any, required: bool = False) -> Any:
        """The value of a cell by ``read``; a fault is noted, and None given, when it cannot be read."""
        try:
            value = read(self.cell(key), *arguments)
        except CellError as error:
            self.faults.append(self.fault(key, str(error)))
            return None
        if required and not value:
            self.faults.append(self.fault(key, _("This cell must be filled in.")))
        return value

    def read(self) -> ProjectDraft | None:
        """The row as a draft; None when a cell of it is faulty."""
        directory = self.directory
        own = {
            "external_id": self.take("external_id", cells.text, 60),
            "title": self.take("title", cells.text, 255, required=True),
            "summary": self.take("summary", cells.text, 500, required=True),
            "address": self.take("address", cells.text, 255),
            "audience": self.take("audience", cells.text, 255),
            "contact": self.take("contact", cells.text, 255),
            "how_to_help": self.take("how_to_help", cells.text, 2000),
            "point": self.take("point", cells.point, directory.land),
            "territory": self.take("territory", cells.term, directory.territories),
            "cost": self.take("cost", cells.money),
        }
        initiator, new_organisation = self._initiator(own)
        draft = ProjectDraft(
            row=self.number,
            fields=own,
            stage=self._chosen("stage", Stage),
            since=self.take("since", cells.day) or timezone.localdate(),
            initiator=initiator,
            topics=self.take("topics", cells.several, directory.topics) or [],
            fundings=self._fundings(own["cost"]),
            needs=self._needs(),
            new_organisation=new_organisation,
        )
        return None if self.faults else draft

    def _chosen(self, key: str, choices: Any) -> str:
        """A required choice; an empty cell is told apart from a wrong word."""
        if not cells.text(self.cell(key), 10_000):
            self.faults.append(self.fault(key, _("This cell must be filled in.")))
            return ""
        return self.take(key, cells.choice, choices) or ""

    def _initiator(self, own: dict[str, Any]) -> tuple[str, str]:
        """Fill in one of the page's initiator fields; gives the name, and the organisation to be added."""
        kind = self._chosen("initiator_kind", InitiatorKind)
        name = self.take("initiator", cells.text, 255, required=True) or ""
        match kind:
            case InitiatorKind.GROUP:
                own["group"] = name
            case InitiatorKind.ORGANISATION:
                own["organisation"] = self.directory.organisations.get(folded(name))
                return name, "" if own["organisation"] else name
            case InitiatorKind.COUNCIL:
                own["council"] = self.take("initiator", cells.term, self.directory.councils)
            case InitiatorKind.PERSON:
                own["person"] = self.take("initiator", cells.term, self.directory.people)
                if own["person"] and not own["person"].may_show_contacts:
                    self.faults.append(
                        self.fault(
                            "initiator",
                            _("No consent to publication is recorded for this person. Name a group instead."),
                        )
                    )
        return name, ""

    def _fundings(self, cost: Decimal | None) -> list[tuple[int, str, Decimal]]:
        year = self.take("year", cells.year) or timezone.localdate().year
        amounts = [(source.value, self.take(source.value, cells.money)) for source in Source]
        found = [(year, source, amount) for source, amount in amounts if amount]
        total = sum((amount for _year, _source, amount in found), Decimal())
        if cost is not None and total > cost:
            message = _("The sources make %(found)s, more than the whole cost. Correct the cost or the sources.")
            self.faults.append(self.fault("cost", message % {"found": roubles(total)}))
        return found

    def _needs(self) -> list[tuple[str, str]]:
        texts = [(kind.value, self.take(kind.value, cells.text, 255)) for kind in NeedKind]
        return [(kind, words) for kind, words in texts if words]
