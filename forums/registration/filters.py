"""Filters of the organiser's list."""

from django.utils.translation import gettext_lazy as _

from core.listings import ChoiceFilter, ListFilterSet

from .choices import KNOWN, Status

HERE, AWAY = "yes", "no"


class RegistrationFilterSet(ListFilterSet):
    """Registrations by status, section, and whether the people came."""

    status = ChoiceFilter(
        choices=[(status.value, status.label) for status in KNOWN], only_occurring=True, label=_("Status")
    )
    section = ChoiceFilter(field_name="section_id", label=_("Section"))
    here = ChoiceFilter(
        choices=[(HERE, _("came")), (AWAY, _("did not come"))], label=_("At the forum"), method="by_here"
    )

    def by_here(self, queryset, name: str, value: str):
        if value not in (HERE, AWAY):
            return queryset
        return queryset.filter(arrived_at__isnull=value == AWAY).filter(status=Status.PLACED)
