"""Filters of the list of projects."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.listings import ChoiceFilter, ListFilterSet, TermFilter
from core.models import Territory, Topic

from .choices import RUNNING, InitiatorKind, NeedKind, Stage
from .querysets import ProjectQuerySet

#: The filter's word for a need of whatever kind.
ANY = "any"


class ProjectFilterSet(ListFilterSet):
    """Projects by stage, topic, territory, need and initiator, the newest first."""

    stage = ChoiceFilter(
        label=_("Stage"), choices=Stage.choices, empty_label=_("Any stage"), method="leave_stage_to_the_end"
    )
    topic = TermFilter(Topic, "topics", label=_("Topic"), empty_label=_("All topics"))
    territory = TermFilter(Territory, label=_("Territory"), empty_label=_("The whole municipality"))
    need = ChoiceFilter(
        label=_("What is needed"),
        choices=[(ANY, _("any help")), *NeedKind.choices],
        empty_label=_("All projects"),
        method="by_need",
    )
    initiator = ChoiceFilter(
        label=_("Started by"), choices=InitiatorKind.choices, empty_label=_("Anybody"), method="by_initiator"
    )

    @cached_property
    def stages(self) -> frozenset[Stage]:
        """The stages that the filters leave; only a project that runs can be helped."""
        stages = frozenset(RUNNING) if self.chosen["need"] else frozenset(Stage)
        return stages & {Stage(self.chosen["stage"])} if self.chosen["stage"] else stages

    @cached_property
    def of_any_stage(self) -> ProjectQuerySet:
        """The projects that all filters but the stage's leave: the sums count them by stage."""
        self.form.is_valid()
        return super().filter_queryset(self.queryset)

    def filter_queryset(self, queryset: ProjectQuerySet) -> ProjectQuerySet:
        return self.of_any_stage.in_stage(*sorted(self.stages)).newest_first()

    def leave_stage_to_the_end(self, projects: ProjectQuerySet, name: str, value: str) -> ProjectQuerySet:
        """The stage is asked for last, together with what a need implies: see :meth:`filter_queryset`."""
        return projects

    def by_need(self, projects: ProjectQuerySet, name: str, value: str) -> ProjectQuerySet:
        return projects.needing("" if value == ANY else value)

    def by_initiator(self, projects: ProjectQuerySet, name: str, value: str) -> ProjectQuerySet:
        return projects.begun_by(value)
