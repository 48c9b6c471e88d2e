"""Filters of the register."""

from django.utils.translation import gettext_lazy as _

from core.listings import ChoiceFilter, ListFilterSet, TermFilter
from core.models import Territory

from .choices import CouncilStatus
from .querysets import CouncilQuerySet


class CouncilFilterSet(ListFilterSet):
    """Councils by form, territory and whether they exist. The territories are offered by whoever asks."""

    kind = ChoiceFilter(label=_("Form"), empty_label=_("All forms"))
    territory = TermFilter(Territory, label=_("Territory"), empty_label=_("The whole municipality"))
    status = ChoiceFilter(
        label=_("Status"), choices=CouncilStatus.choices, empty_label=_("Any status"), method="by_status"
    )

    def by_status(self, councils: CouncilQuerySet, name: str, value: str) -> CouncilQuerySet:
        return councils.dissolved() if value == CouncilStatus.DISSOLVED else councils.active()
