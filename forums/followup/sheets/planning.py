"""From rows to changes: what an uploaded table would do, and what is wrong with it. Nothing is saved here."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from core.models import Organisation
from forums.followup.dossiers import Dossier

from ..models import ProgressReport
from .columns import Name
from .reading import Row
from .records import FaultyCell, read_answer, read_assignment, read_report


@dataclass(frozen=True)
class Fault:
    """A cell that cannot be read, and what to do."""

    place: str
    message: str


@dataclass(frozen=True)
class Change:
    """A record that would be added. ``before`` and ``after`` are what the preview shows."""

    dossier: Dossier
    label: str
    before: str
    after: str
    record: Model
    link: str = ""


@dataclass
class Plan:
    """All that an upload would do. It is done only when there is no fault."""

    changes: list[Change] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    rows: int = 0

    @property
    def digest(self) -> str:
        """Tells whether what is confirmed is what was shown."""
        told = "\n".join(f"{c.dossier.key}|{c.label}|{c.before}|{c.after}|{c.link}" for c in self.changes)
        return hashlib.sha256(told.encode()).hexdigest()


def make_plan(
    rows: Iterable[Row],
    dossiers: Mapping[UUID, Dossier],
    bodies: Mapping[str, Organisation],
    reports: Mapping[UUID, list[ProgressReport]],
    today: dt.date,
) -> Plan:
    """Compare the rows with what is known. ``bodies`` by lower-case title; ``reports`` also those not yet approved."""
    plan, seen = Plan(), set()
    for row in rows:
        plan.rows += 1
        dossier = dossiers.get(_key(row))
        if dossier is None:
            plan.faults.append(Fault(row.place(Name.ID), _("There is no such recommendation. Do not change the ID.")))
        elif dossier.key in seen:
            plan.faults.append(Fault(row.place(Name.ID), _("The same recommendation stands in two rows. Leave one.")))
        else:
            seen.add(dossier.key)
            _read(plan, row, dossier, bodies, reports.get(dossier.key, []), today)
    return plan


def _read(plan: Plan, row: Row, dossier: Dossier, bodies, reports, today: dt.date) -> None:
    for reader in (
        lambda: read_assignment(row, dossier, bodies, today),
        lambda: read_answer(row, dossier, today),
        lambda: read_report(row, dossier, reports, today),
    ):
        try:
            found = reader()
        except FaultyCell as error:
            plan.faults.append(Fault(row.place(error.name), error.message))
            continue
        except ValidationError as error:
            plan.faults.append(Fault(row.place(Name.NUMBER), "; ".join(error.messages)))
            continue
        if found:
            plan.changes.append(Change(dossier, *found))


def _key(row: Row) -> UUID:
    try:
        return UUID(row.text(Name.ID))
    except ValueError:
        return UUID(int=0)
