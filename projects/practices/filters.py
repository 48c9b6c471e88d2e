"""Filters of the collection."""

from django.utils.translation import gettext_lazy as _

from core.listings import ChoiceFilter, ListFilterSet, TermFilter, ValueFilter
from core.models import Topic

from .choices import COST_BANDS, Origin
from .querysets import PracticeQuerySet

#: The filter's word for practices that somebody has borrowed.
BORROWED = "borrowed"


class PracticeFilterSet(ListFilterSet):
    """Practices by topic, cost, city, and whose they are."""

    topic = TermFilter(Topic, "topics", label=_("Topic"), empty_label=_("All topics"))
    cost = ChoiceFilter(
        label=_("Cost"),
        choices=[(band.slug, band.label) for band in COST_BANDS],
        empty_label=_("Any cost"),
        method="by_cost",
    )
    city = ValueFilter(label=_("City"), empty_label=_("All cities"))
    origin = ChoiceFilter(
        label=_("Whose"),
        choices=[*Origin.choices, (BORROWED, _("taken up by others"))],
        empty_label=_("Our own and others’"),
        method="by_origin",
    )

    def by_cost(self, practices: PracticeQuerySet, name: str, value: str) -> PracticeQuerySet:
        return practices.costing(value)

    def by_origin(self, practices: PracticeQuerySet, name: str, value: str) -> PracticeQuerySet:
        return practices.taken_up() if value == BORROWED else practices.filter(origin=value)
