"""What a reader sees of a project: everything is reckoned from its rows, nothing is stored twice."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.models import Locale

from core.money import roubles
from projects.geo.point import read_point

from ..badges import STAGE_BADGES, Badge
from ..choices import INITIATOR_FIELDS, RUNNING, InitiatorKind, Source, Stage


@dataclass(frozen=True)
class BudgetTable:
    """Money by year (columns) and source (rows), with sums both ways."""

    years: list[int]
    rows: list[tuple[str, list[Decimal | None], Decimal]]
    totals: list[Decimal]
    total: Decimal


class ProjectReading:
    """The part of ``ProjectPage`` that pages, lists and exports read; it asks each kind of row once."""

    # --- stage --------------------------------------------------------------------------------------------

    @cached_property
    def history(self) -> list:
        """The stages, the earliest first; among rows of one day the lower in the editor's form is the later."""
        return sorted(self.stages.all(), key=lambda row: (row.since, row.sort_order or 0, row.pk or 0))

    def stage_on(self, day: dt.date) -> Stage:
        """The stage on ``day``: the latest one begun by then, an idea before any."""
        begun = [row.stage for row in self.history if row.since <= day]
        return Stage(begun[-1]) if begun else Stage.IDEA

    @property
    def stage(self) -> Stage:
        """Today's stage; lists annotate it."""
        annotated = getattr(self, "stage_on_day", None)
        return Stage(annotated) if annotated else self.stage_on(timezone.localdate())

    @property
    def badge(self) -> Badge:
        """The stage in a sign and a word."""
        return STAGE_BADGES[self.stage]

    @property
    def stage_since(self) -> dt.date | None:
        """The day on which today's stage began."""
        today = timezone.localdate()
        return max((row.since for row in self.history if row.since <= today), default=None)

    @property
    def begun_on(self) -> dt.date | None:
        """The first day of the history."""
        return self.history[0].since if self.history else None

    @property
    def is_running(self) -> bool:
        return self.stage in RUNNING

    @property
    def timeline(self) -> list[tuple[object, bool]]:
        """Rows of the history, each with whether it is still to come."""
        today = timezone.localdate()
        return [(row, row.since > today) for row in self.history]

    # --- people and place ---------------------------------------------------------------------------------

    @property
    def initiator_kind(self) -> InitiatorKind | None:
        return next((kind for kind, field in INITIATOR_FIELDS.items() if getattr(self, field)), None)

    @property
    def initiator(self) -> str:
        """The initiator's name."""
        kind = self.initiator_kind
        return str(getattr(self, INITIATOR_FIELDS[kind])) if kind else ""

    @property
    def kicker(self) -> str:
        """«Проект ТОС …», in the words of the kind of initiator."""
        return _("Project: %(initiator)s") % {"initiator": self.initiator} if self.initiator else _("Project")

    @property
    def facts(self) -> list[tuple[str, Any]]:
        """Term and value, as ``components/facts.html`` shows them; empty ones are left out there."""
        contact = self.contact if not self.open_needs else ""
        return [
            (_("Who began it"), self._initiator_link()),
            (_("For whom"), self.audience),
            (_("Where"), self.place_label or _("the whole town")),
            (_("Cost"), self.cost_words),
            (_("Contact"), contact),
        ]

    def _initiator_link(self) -> str:
        """The initiator; a council with its page."""
        if self.council and self.council.live:
            return format_html('<a href="{}">{}</a>', self.council.url, self.council.title)
        return self.initiator

    @property
    def place_label(self) -> str:
        """Territory and address in one line."""
        return ", ".join(filter(None, [str(self.territory) if self.territory else "", self.address]))

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude."""
        return read_point(self.point)

    # --- needs and money ----------------------------------------------------------------------------------

    @property
    def open_needs(self) -> list:
        """What is needed today; nothing once the project is done or stopped."""
        today = timezone.localdate()
        return [row for row in self.needs.all() if row.is_open_on(today)] if self.is_running else []

    @property
    def met_needs(self) -> list:
        return [row for row in self.needs.all() if row.met_on]

    @property
    def need_labels(self) -> list[str]:
        """What is needed in single words, each once."""
        return list(dict.fromkeys(row.get_kind_display() for row in self.open_needs))

    @property
    def found(self) -> Decimal:
        """Money found so far, of all sources; tables annotate it."""
        if hasattr(self, "money_found"):
            return self.money_found or Decimal()
        return sum((row.amount for row in self.fundings.all()), Decimal())

    @property
    def missing(self) -> Decimal | None:
        """What lacks to the whole cost; None when the cost is not known."""
        return None if self.cost is None else max(Decimal(), self.cost - self.found)

    @property
    def budget(self) -> BudgetTable | None:
        """Money by year and source, None when no money is known."""
        fundings = list(self.fundings.all())
        if not fundings:
            return None
        years = sorted({row.year for row in fundings})
        rows = []
        for source in Source:
            own = [row for row in fundings if row.source == source]
            if own:
                by_year = [sum((row.amount for row in own if row.year == year), Decimal()) or None for year in years]
                rows.append((str(source.label), by_year, sum((row.amount for row in own), Decimal())))
        totals = [sum((row.amount for row in fundings if row.year == year), Decimal()) for year in years]
        return BudgetTable(years, rows, totals, self.found)

    @property
    def cost_words(self) -> str:
        return roubles(self.cost)

    # --- the rest of the site -----------------------------------------------------------------------------

    @cached_property
    def contests(self) -> list:
        """Live contests that gave it money: by its own word or by a list of winners."""
        from projects.contests.models.contest import ContestPage

        named = set(self.fundings.exclude(contest=None).values_list("contest__translation_key", flat=True))
        named |= set(self.awards.filter(page__results_on__isnull=False).values_list("page__translation_key", flat=True))
        live = ContestPage.objects.live().public().filter(translation_key__in=named, locale_id=self.locale_id)
        return list(live.order_by("closes_at"))

    @cached_property
    def carried_out(self) -> list:
        """The recommendations it carries out, of any forum, in the page's language where there is one."""
        from forums.resolutions.models import Recommendation

        keys = [row.recommendation for row in self.recommendations.all()]
        if not keys:
            return []
        found = Recommendation.objects.by_key(keys, self.locale)
        absent = [key for key in keys if key not in found]
        if absent and self.locale_id != (default := Locale.get_default()).pk:
            found |= Recommendation.objects.by_key(absent, default)
        return [found[key] for key in keys if key in found]

    @cached_property
    def borrowed(self) -> list:
        """What it took from the collection of practices: borrowings with their practices, in the page's language."""
        from projects.practices.models.borrowing import PracticeBorrowing

        return list(PracticeBorrowing.objects.by_project(self))

    @property
    def latest_updates(self) -> list:
        """The project's news up to today, the newest first."""
        today = timezone.localdate()
        return sorted((row for row in self.updates.all() if row.date <= today), key=lambda row: row.date, reverse=True)
