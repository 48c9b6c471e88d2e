"""Filters of the list of contests."""

from collections.abc import Mapping

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.listings import ChoiceFilter, ListFilterSet, TermFilter, YearFilter
from core.models import Organisation, Topic

from .choices import Audience
from .querysets import ContestQuerySet
from .states import ContestState

#: The filter's word for everything whose deadline has passed.
OVER = "over"
#: What a list is followed by: states and years change by themselves.
FOLLOWED_FILTERS = ("audience", "level", "topic", "organiser")


class ContestFilterSet(ListFilterSet):
    """Contests by audience, state, level, topic, organiser and year of the deadline.

    Without a state those that can still be applied for, the nearest deadline on top; a year or an archive state
    turns the order round. The years are offered by whoever asks.
    """

    audience = ChoiceFilter(
        label=_("For whom"), choices=Audience.choices, empty_label=_("Everybody"), method="by_audience"
    )
    state = ChoiceFilter(
        label=_("State"),
        choices=[*ContestState.choices, (OVER, _("the whole archive"))],
        empty_label=_("Open and announced"),
        method="by_state",
    )
    level = ChoiceFilter(label=_("Level"), empty_label=_("Any level"))
    topic = TermFilter(Topic, "topics", label=_("Topic"), empty_label=_("All topics"))
    organiser = TermFilter(Organisation, label=_("Organiser"), empty_label=_("All organisers"))
    year = YearFilter("closes_at", label=_("Archive"), empty_label=_("All years"))

    @cached_property
    def is_archive(self) -> bool:
        """Whether the list is of what is over."""
        return bool(self.chosen["year"]) or self.chosen["state"] in (OVER, ContestState.CLOSED, ContestState.RESULTS)

    def filter_queryset(self, queryset: ContestQuerySet) -> ContestQuerySet:
        """``queryset`` as the filters have it; without a state, what the year or its absence stands for."""
        found = super().filter_queryset(queryset)
        if not self.chosen["state"]:
            found = found.over() if self.chosen["year"] else found.not_over()
        return found.latest_first() if self.is_archive else found.ordered_by_deadline()

    def by_audience(self, contests: ContestQuerySet, name: str, value: str) -> ContestQuerySet:
        return contests.for_audience(value)

    def by_state(self, contests: ContestQuerySet, name: str, value: str) -> ContestQuerySet:
        return contests.over() if value == OVER else contests.in_state(value)


def follow_key(chosen: Mapping[str, str]) -> str:
    """The list with these filters as a key: always the same for the same choice."""
    query = QueryDict(mutable=True)
    query.update({name: chosen[name] for name in FOLLOWED_FILTERS if chosen.get(name)})
    return query.urlencode()
