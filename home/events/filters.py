"""Filters of the calendar of events."""

from django.utils.translation import gettext_lazy as _

from core.listings import ChoiceFilter, ListFilterSet, TermFilter
from core.models import Topic


class EventFilterSet(ListFilterSet):
    """Events by kind and topic."""

    kind = ChoiceFilter(label=_("Kind of event"), only_occurring=True)
    topic = TermFilter(Topic, "topics", label=_("Topic"))
