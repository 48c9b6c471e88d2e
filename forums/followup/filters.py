"""Filters over recommendations with their follow-up: of the board, and of a resolution's text by state."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.listings import ItemFilter
from core.listings.bound import Label
from forums.resolutions.models import Recommendation

from .dossiers import Dossier

#: A value of the filter by state beside the statuses.
OVERDUE = "overdue"


def _bodies_of(item: Dossier) -> dict[str, Label]:
    return {str(item.assignment.body.translation_key): item.assignment.body.title} if item.assignment else {}


def _addressees_of(item: Dossier) -> dict[str, Label]:
    return {item.subject.addressee_key: item.subject.addressee} if item.subject.addressee_key else {}


def _forums_of(item: Dossier) -> dict[str, Label]:
    return {str(item.subject.forum.translation_key): item.subject.forum.title}


BOARD_FILTERS: list[ItemFilter[Dossier]] = [
    ItemFilter("body", gettext_lazy("Responsible body"), _bodies_of),
    ItemFilter("addressee", gettext_lazy("Addressee"), _addressees_of),
    ItemFilter("forum", gettext_lazy("Forum"), _forums_of),
]


def _states_of(item: Recommendation) -> dict[str, Label]:
    """The status, and overdue beside it; nothing where the follow-up has not been looked up."""
    dossier: Dossier | None = getattr(item, "dossier", None)
    if dossier is None:
        return {}
    overdue = {OVERDUE: _("Report overdue")} if dossier.standing.overdue else {}
    return {dossier.status.value: str(dossier.status.label)} | overdue


STATE_FILTER: ItemFilter[Recommendation] = ItemFilter("state", gettext_lazy("State"), _states_of)
