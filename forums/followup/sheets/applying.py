"""Loading what a plan compares with, and carrying a plan out."""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Locale

from core.models import Organisation
from forums.followup.dossiers import load_dossiers
from forums.followup.subjects import load_subjects

from ..models import Evidence, ProgressReport
from .planning import Plan, make_plan
from .reading import read_table


def plan_upload(data: bytes, today: dt.date | None = None) -> Plan:
    """What the table ``data`` would change. Raises :class:`forums.followup.sheets.reading.UnreadableTable`."""
    day = today or timezone.localdate()
    rows = read_table(data)
    locale = Locale.get_default()
    dossiers = {dossier.key: dossier for dossier in load_dossiers(load_subjects(private=True), day)}
    bodies = {body.title.strip().casefold(): body for body in Organisation.objects.filter(locale=locale)}
    reports: dict[UUID, list[ProgressReport]] = {}
    for report in ProgressReport.objects.all():
        reports.setdefault(report.recommendation_key, []).append(report)
    return make_plan(rows, dossiers, bodies, reports, day)


@transaction.atomic
def apply_plan(plan: Plan, user) -> int:
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
