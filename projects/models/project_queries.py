"""Questions asked of projects. ``day`` is the site's today when left out."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from django.db.models import CharField, Count, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import PageManager, PageQuerySet

from .project_choices import INITIATOR_FIELDS, RUNNING, InitiatorKind, Source, Stage
from .project_parts import ProjectFunding, ProjectNeed, ProjectStage


class ProjectQuerySet(PageQuerySet):
    """Projects by stage, need, initiator, place; sums over them."""

    def with_stage(self, day: dt.date | None = None) -> "ProjectQuerySet":
        """Annotate ``stage_on_day``, computed from the history; a project without one is an idea."""
        history = ProjectStage.objects.filter(page=OuterRef("pk"), since__lte=day or timezone.localdate())
        latest = history.order_by("-since", "-sort_order", "-pk").values("stage")[:1]
        return self.annotate(stage_on_day=Coalesce(Subquery(latest), Value(Stage.IDEA.value), output_field=CharField()))

    def in_stage(self, *stages: str, day: dt.date | None = None) -> "ProjectQuerySet":
        return self.with_stage(day).filter(stage_on_day__in=stages)

    def needing(self, kind: str = "", day: dt.date | None = None) -> "ProjectQuerySet":
        """Those that have an unmet need (of ``kind``) whose day has not passed."""
        today = day or timezone.localdate()
        needs = ProjectNeed.objects.filter(met_on__isnull=True).filter(Q(until__isnull=True) | Q(until__gte=today))
        if kind:
            needs = needs.filter(kind=kind)
        return self.filter(pk__in=needs.values("page"))

    def needing_help(self, day: dt.date | None = None) -> "ProjectQuerySet":
        """Running projects that ask for something, the latest announced first."""
        return self.needing(day=day).in_stage(*RUNNING, day=day).newest_first()

    def begun_by(self, kind: str) -> "ProjectQuerySet":
        """Those whose initiator is of ``kind``, a value of :class:`InitiatorKind`."""
        field = INITIATOR_FIELDS[InitiatorKind(kind)]
        return self.exclude(group="") if field == "group" else self.filter(**{f"{field}__isnull": False})

    def carrying_out(self, keys: Iterable[UUID]) -> "ProjectQuerySet":
        """Those that carry out a recommendation with one of these translation keys."""
        return self.filter(recommendations__recommendation__in=list(keys)).distinct()

    def newest_first(self) -> "ProjectQuerySet":
        return self.order_by(Coalesce("first_published_at", "last_published_at").desc(nulls_last=True), "-pk")

    def for_cards(self) -> "ProjectQuerySet":
        """With everything that a card or a row shows, in a constant number of queries."""
        related = ("organisation", "council", "person", "territory", "picture", "locale")
        return self.with_stage().select_related(*related).prefetch_related("needs", "fundings", "topics")

    # --- sums ---------------------------------------------------------------------------------------------

    def count_by_stage(self, day: dt.date | None = None) -> dict[str, int]:
        """How many projects are in each stage, every stage named."""
        rows = self.order_by().with_stage(day).values("stage_on_day").annotate(number=Count("pk"))
        counted = {row["stage_on_day"]: row["number"] for row in rows}
        return {stage.value: counted.get(stage.value, 0) for stage in Stage}

    def money_by_source(self) -> dict[str, Decimal]:
        """Roubles of each source, every source named."""
        fundings = ProjectFunding.objects.filter(page__in=self.order_by().values("pk")).order_by()
        rows = fundings.values("source").annotate(total=Sum("amount"))
        summed = {row["source"]: row["total"] for row in rows}
        return {source.value: summed.get(source.value, Decimal()) for source in Source}


ProjectManager = PageManager.from_queryset(ProjectQuerySet)
