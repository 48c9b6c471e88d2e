"""Questions asked of projects. ``day`` is the site's today when left out."""

import datetime as dt
from collections.abc import Collection, Iterable
from decimal import Decimal
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    Count,
    DecimalField,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from wagtail.models import Page, PageManager, PageQuerySet

from core.visibility import is_public

from .choices import INITIATOR_FIELDS, RUNNING, InitiatorKind, Source, Stage
from .models.parts import ProjectFunding, ProjectNeed, ProjectStage


class ProjectQuerySet(PageQuerySet):
    """Projects by stage, need, initiator, place; sums over them."""

    def with_stage(self, day: dt.date | None = None) -> "ProjectQuerySet":
        """Annotate ``stage_on_day``, computed from the history; a project without one is an idea."""
        history = ProjectStage.objects.filter(page=OuterRef("pk"), since__lte=day or timezone.localdate())
        latest = history.order_by("-since", "-sort_order", "-pk").values("stage")[:1]
        return self.annotate(stage_on_day=Coalesce(Subquery(latest), Value(Stage.IDEA.value), output_field=CharField()))

    def in_stage(self, *stages: str, day: dt.date | None = None) -> "ProjectQuerySet":
        """Those that are in one of ``stages``. All of them: nothing is asked, the history is not looked through."""
        if set(stages) == set(Stage):
            return self
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

    def funded_by(self, contest: Page) -> "ProjectQuerySet":
        """Those that anybody may read, in the language of ``contest``, which name it (in any) as a source of money."""
        named = contest.get_translations(inclusive=True).values("pk")
        return self.live().public().filter(locale_id=contest.locale_id, fundings__contest__in=named).distinct()

    def newest_first(self) -> "ProjectQuerySet":
        return self.order_by(Coalesce("first_published_at", "last_published_at").desc(nulls_last=True), "-pk")

    def for_cards(self) -> "ProjectQuerySet":
        """With everything that a card shows, and without the long texts that it does not."""
        related = ("organisation", "council", "person", "territory", "picture", "locale")
        found = self.with_stage().with_public_council().select_related(*related).prefetch_related("needs")
        return found.defer("body", "goals", "how_to_help", "council__body", "council__boundary", "council__outline")

    def with_public_council(self) -> "ProjectQuerySet":
        """Annotate ``council_is_public``: names of councils that not everybody may read are not shown."""
        return self.annotate(
            council_is_public=is_public(self.model._meta.get_field("council").related_model, "council")
        )

    def for_table(self) -> "ProjectQuerySet":
        """With the sum of the money as well."""
        fundings = ProjectFunding.objects.filter(page=OuterRef("pk")).order_by().values("page")
        return self.for_cards().annotate(money_found=Subquery(fundings.annotate(sum=Sum("amount")).values("sum")))

    def for_map(self) -> "ProjectQuerySet":
        """With what a point on the map and its line beside say."""
        shown = ("title", "slug", "url_path", "path", "depth", "point", "address", "territory__title", "locale")
        return self.with_stage().only(*shown).select_related("territory", "locale")

    def placed_first(self) -> "ProjectQuerySet":
        """Those that have a place on the map before the others; the order is otherwise kept."""
        placeless = Case(When(point="", then=1), default=0, output_field=IntegerField())
        return self.order_by(placeless, *self.query.order_by)

    # --- sums ---------------------------------------------------------------------------------------------

    def totals(
        self, stages: Collection[str] = tuple(Stage), day: dt.date | None = None
    ) -> tuple[dict[str, int], dict[str, Decimal]]:
        """Projects by stage and roubles by source, of those in ``stages``; every stage and source named.

        The stage of a project is looked up in its history, so it is counted before it is narrowed.
        """
        money = DecimalField(max_digits=20, decimal_places=2)
        staged = self.order_by().with_stage(day).values("stage_on_day").annotate(number=Count("pk"))
        numbers = staged.values_list("stage_on_day", Cast("number", money))
        kept = self.order_by().in_stage(*stages, day=day)
        sources = ProjectFunding.objects.filter(page__in=kept.values("pk")).order_by().values("source")
        totals = sources.annotate(total=Sum("amount", output_field=money)).values_list("source", "total")
        found = dict(numbers.union(totals, all=True))
        by_stage = {stage.value: int(found.get(stage.value, 0)) if stage in stages else 0 for stage in Stage}
        return by_stage, {source.value: found.get(source.value) or Decimal() for source in Source}


ProjectManager = PageManager.from_queryset(ProjectQuerySet)
