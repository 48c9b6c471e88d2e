"""The list of projects as a query string asks for it: filters, three views, sums."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.listings import Filter, Listing, choice_filter
from core.models import Territory, Topic
from core.money import roubles
from core.vocabulary_options import options

from .charts import BarChart, bar_chart
from .choices import RUNNING, InitiatorKind, NeedKind, Source, Stage
from .maps import MAX_POINTS
from .querysets import ProjectQuerySet

#: The filter's word for a need of whatever kind.
ANY = "any"
PER_PAGE = {"cards": 18, "table": 50, "map": MAX_POINTS}


@dataclass(frozen=True)
class Sums:
    """How many projects there are at each stage, and whose money they run on."""

    count: int
    stages: BarChart | None
    money: BarChart | None


def project_filters(query: QueryDict, projects: ProjectQuerySet, locale_id: int) -> list[Filter]:
    """The filters over ``projects``: only topics and territories that occur are offered. One query."""
    within = projects.order_by()
    offered = options(
        topic=Topic.objects.filter(Exists(within.filter(topics=OuterRef("pk"))), locale=locale_id),
        territory=Territory.objects.filter(Exists(within.filter(territory=OuterRef("pk"))), locale=locale_id),
    )
    return [
        choice_filter(query, "stage", _("Stage"), Stage.choices, everything=_("Any stage")),
        choice_filter(query, "topic", _("Topic"), offered["topic"], everything=_("All topics")),
        choice_filter(
            query,
            "territory",
            _("Territory"),
            offered["territory"],
            everything=_("The whole municipality"),
        ),
        choice_filter(
            query,
            "need",
            _("What is needed"),
            [(ANY, _("any help")), *NeedKind.choices],
            everything=_("All projects"),
        ),
        choice_filter(query, "initiator", _("Who began it"), InitiatorKind.choices, everything=_("Anybody")),
    ]


def narrowed(projects: ProjectQuerySet, filters: list[Filter], locale_id: int) -> ProjectQuerySet:
    """``projects`` narrowed to what all filters but the stage's have chosen."""
    chosen = {one.name: one.value for one in filters}
    if chosen["topic"]:
        projects = projects.filter(topics__slug=chosen["topic"], topics__locale=locale_id)
    if chosen["territory"]:
        places = Territory.objects.filter(slug=chosen["territory"], locale=locale_id)
        projects = projects.filter(territory__in=places.values("pk"))
    if chosen["initiator"]:
        projects = projects.begun_by(chosen["initiator"])
    if chosen["need"]:
        projects = projects.needing("" if chosen["need"] == ANY else chosen["need"])
    return projects


def stages_shown(filters: list[Filter]) -> frozenset[Stage]:
    """The stages that the filters leave; only a project that runs can be helped."""
    chosen = {one.name: one.value for one in filters}
    stages = frozenset(RUNNING) if chosen["need"] else frozenset(Stage)
    return stages & {Stage(chosen["stage"])} if chosen["stage"] else stages


def filtered(projects: ProjectQuerySet, filters: list[Filter], locale_id: int) -> ProjectQuerySet:
    """``projects`` narrowed to what the filters have chosen, the newest first."""
    return narrowed(projects, filters, locale_id).in_stage(*sorted(stages_shown(filters))).newest_first()


@dataclass(frozen=True)
class View:
    """A way to show the list, as a link that keeps the filters."""

    label: str
    url: str
    current: bool


def chosen_view(query: QueryDict) -> str:
    """``cards``, ``table`` or ``map``."""
    asked = query.get("view", "")
    return asked if asked in PER_PAGE else "cards"


def project_listing(query: QueryDict, found: ProjectQuerySet, filters: list[Filter], total: int) -> Listing:
    """A page of what was ``found``, ``total`` projects in all."""
    view = chosen_view(query)
    dress = {"table": ProjectQuerySet.for_table, "map": ProjectQuerySet.for_map}.get(view, ProjectQuerySet.for_cards)
    rows = found.placed_first() if view == "map" else found
    return Listing(rows, query, per_page=PER_PAGE[view], filters=filters, total=total, dress=dress)


def views(query: QueryDict, listing: Listing) -> list[View]:
    """Links to the three views of one list."""
    names = {"cards": _("Cards"), "table": _("Table"), "map": _("Map")}
    kept = listing.filter_query
    return [
        View(str(label), _with_view(kept, name), current=name == chosen_view(query)) for name, label in names.items()
    ]


def _with_view(filter_query: str, name: str) -> str:
    if name == "cards":
        return filter_query
    return f"{filter_query}{'' if filter_query == '?' else '&'}view={name}"


def sums(projects: ProjectQuerySet, stages: frozenset[Stage]) -> Sums:
    """The count and the charts of those of ``projects`` that are in ``stages``. One query."""
    counts, money = projects.totals(stages)
    whole = sum(counts.values())
    return Sums(
        whole,
        bar_chart(
            [(stage.value, str(stage.label), counts[stage], str(counts[stage])) for stage in Stage],
            ngettext("%(count)d project", "%(count)d projects", whole) % {"count": whole},
        ),
        bar_chart(
            [(source.value, str(source.label), money[source], roubles(money[source])) for source in Source],
            roubles(sum(money.values())),
        ),
    )
