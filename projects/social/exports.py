"""The base of projects as tables: CSV and XLSX of exactly what a list shows."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.db.models import F, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.tables import Column, Sheet, Table, Type, csv_response, xlsx_response

from .choices import INITIATOR_FIELDS, RUNNING, InitiatorKind, NeedKind, Source, Stage
from .models.parts import ProjectFunding, ProjectNeed, ProjectStage
from .querysets import ProjectQuerySet

_OF_SOURCE = _("roubles of this source over all years")
EXPORT = Table(
    (
        Column("external_id", _("Number"), description=_("the number in the municipality's own register")),
        Column("title", _("Project title"), description=_("the project's title"), width=50),
        Column("summary", _("In short"), Type.TEXT, _("what will be better and for whom")),
        Column(
            "initiator_kind",
            _("Kind of initiator"),
            description=_("organisation, council, initiative group or resident"),
            choices=InitiatorKind,
        ),
        Column("initiator", _("Initiator"), description=_("who began it")),
        Column("stage", _("Stage"), description=_("idea, seeking support, under way, done or stopped"), choices=Stage),
        Column("since", _("Stage since"), Type.DATE, _("the day on which this stage began")),
        Column("begun_on", _("Begun on"), Type.DATE, _("the first day of the project's history")),
        Column("topics", _("Topics"), Type.LIST, _("topics, separated by semicolons")),
        Column("territory", _("Territory"), description=_("part of the town; empty for the whole town")),
        Column("address", _("Place"), description=_("address or landmark")),
        Column("point", _("Coordinates"), description=_("latitude and longitude in degrees, WGS 84")),
        Column("audience", _("For whom"), description=_("whom the project is for")),
        Column("cost", _("Cost, ₽"), Type.MONEY, _("the whole cost in roubles")),
        Column(Source.MUNICIPAL.value, _("Local budget, ₽"), Type.MONEY, _OF_SOURCE),
        Column(Source.REGIONAL.value, _("Regional budget, ₽"), Type.MONEY, _OF_SOURCE),
        Column(Source.FEDERAL.value, _("Federal budget, ₽"), Type.MONEY, _OF_SOURCE),
        Column(Source.GRANT.value, _("Grants, ₽"), Type.MONEY, _OF_SOURCE),
        Column(Source.BUSINESS.value, _("Business, ₽"), Type.MONEY, _OF_SOURCE),
        Column(Source.RESIDENTS.value, _("Residents' donations, ₽"), Type.MONEY, _OF_SOURCE),
        Column(Source.OWN.value, _("Own money, ₽"), Type.MONEY, _OF_SOURCE),
        Column("found", _("Money found, ₽"), Type.MONEY, _("the sum of all sources")),
        Column("needs", _("Needed now"), Type.LIST, _("open needs, separated by semicolons")),
        Column("contact", _("Contact"), description=_("whom to ask")),
        Column("url", _("Page"), Type.URL, _("address of the project's page")),
    )
)
#: Columns of a project's own row, and of what it names.
OWN = (
    "pk", "external_id", "title", "summary", "group", "address", "point", "audience", "cost", "contact", "slug",
    "organisation__title", "council__title", "person__title", "territory__title", "stage_on_day", "stage_since_day",
    "council_is_public",
)  # fmt: skip
KOPECK = Decimal("0.01")


def export_csv(projects: ProjectQuerySet, base_url: str) -> HttpResponseBase:
    """The table of ``projects`` as CSV; ``base_url`` is the address of the base they stand in."""
    return csv_response(EXPORT, export_records(projects, base_url), _file_name("csv"))


def export_xlsx(projects: ProjectQuerySet, base_url: str) -> HttpResponseBase:
    """The same as a workbook."""
    sheet = Sheet(_("Projects"), EXPORT, export_records(projects, base_url), frozen=2)
    return xlsx_response(_file_name("xlsx"), sheet)


def _file_name(extension: str) -> str:
    return f"projects-{timezone.localdate().isoformat()}.{extension}"


def export_records(projects: ProjectQuerySet, base_url: str) -> Iterator[dict[str, Any]]:
    """A row of :data:`EXPORT` for each of ``projects``, in their order, without making pages."""
    today = timezone.localdate()
    within = projects.order_by().values("pk")
    money = _money(within)
    begun = ProjectStage.objects.filter(page__in=within).order_by().values_list("page").annotate(Min("since"))
    first_days = dict(begun)
    through = projects.model.topics.through.objects.filter(projectpage__in=within).order_by("topic__title")
    topics = _by_key(through.values_list("projectpage", "topic__title"))
    needs = _needs(within, today)
    for own in _own_rows(projects, today):
        key, stage = own["pk"], own["stage_on_day"]
        kind, name = _initiator(own)
        yield (
            own
            | money[key]
            | {
                "initiator_kind": kind,
                "initiator": name,
                "stage": stage,
                "since": own["stage_since_day"],
                "begun_on": first_days.get(key),
                "topics": topics[key],
                "territory": own["territory__title"],
                "found": sum(filter(None, money[key].values()), Decimal()),
                "needs": needs[key] if stage in RUNNING else [],
                "url": f"{base_url}{own['slug']}/",
            }
        )


def _own_rows(projects: ProjectQuerySet, today: dt.date) -> Iterator[dict[str, Any]]:
    history = ProjectStage.objects.filter(page=OuterRef("pk"), since__lte=today)
    since = Subquery(history.order_by("-since").values("since")[:1])
    return projects.with_stage(today).with_public_council().annotate(stage_since_day=since).values(*OWN).iterator()


def _initiator(own: dict[str, Any]) -> tuple[str, str]:
    """The kind of the initiator, and its name."""
    for kind, field in INITIATOR_FIELDS.items():
        name = own["group"] if kind == InitiatorKind.GROUP else own[f"{field}__title"]
        if name and kind == InitiatorKind.COUNCIL and not own["council_is_public"]:
            return kind.value, ""
        if name:
            return kind.value, name
    return "", ""


def _money(within: QuerySet) -> dict[int, dict[str, Decimal | None]]:
    """Roubles by source of each project; None for a source that gives nothing."""
    found: dict[int, dict[str, Decimal | None]] = defaultdict(lambda: dict.fromkeys(Source.values))
    sums = ProjectFunding.objects.filter(page__in=within).order_by().values_list("page", "source")
    for page, source, amount in sums.annotate(Sum("amount")):
        found[page][source] = amount.quantize(KOPECK)
    return found


def _needs(within: QuerySet, today: dt.date) -> dict[int, list[str]]:
    """What each project asks for today."""
    unmet = ProjectNeed.objects.filter(page__in=within, met_on=None).filter(Q(until=None) | Q(until__gte=today))
    labels = {value: str(label) for value, label in NeedKind.choices}
    rows = unmet.order_by(F("page"), "sort_order", "pk").values_list("page", "kind", "text")
    return _by_key((page, f"{labels[kind]}: {text}") for page, kind, text in rows)


def _by_key(pairs: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, text in pairs:
        found[key].append(text)
    return found
