"""Filters of the library."""

from django.utils.translation import gettext_lazy as _

from core.listings import ChoiceFilter, ListFilterSet, TermFilter, YearFilter
from core.models import Topic


class DocumentFilterSet(ListFilterSet):
    """Documents by kind, year, status and topic."""

    kind = ChoiceFilter(label=_("Kind of document"), only_occurring=True)
    year = YearFilter("adopted_on", label=_("Year"))
    status = ChoiceFilter(label=_("Status"))
    topic = TermFilter(Topic, "topics", label=_("Topic"))
