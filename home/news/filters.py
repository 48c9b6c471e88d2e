"""Filters of the news section."""

from django.utils.translation import gettext_lazy as _

from core.listings import ListFilterSet, TermFilter, YearFilter
from core.models import Topic


class NewsFilterSet(ListFilterSet):
    """News by year and by topic."""

    year = YearFilter("date", label=_("Year"))
    topic = TermFilter(Topic, "topics", label=_("Topic"))
