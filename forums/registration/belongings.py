"""What «My page» shows, exports and erases of registrations."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from core.contacts import Belongings
from core.extensions import Part
from core.models import Contact

from .acts import cancel
from .addresses import manage_path
from .choices import Status
from .models import Registration


class Registrations(Belongings):
    """Places of a contact at forums."""

    name = "registrations"

    def _own(self, contact: Contact) -> QuerySet:
        own = Registration.objects.known().filter(contact=contact)
        return own.select_related("period__forum__locale", "section").order_by("-pk")

    def part(self, contact: Contact, request: HttpRequest) -> Part | None:
        lines = [{"registration": one, "url": manage_path(one)} for one in self._own(contact)]
        return Part("registration/components/on_my_page.html", {"lines": lines}) if lines else None

    def owners(self) -> QuerySet:
        return Registration.objects.exclude(contact=None).order_by().values_list("contact_id", flat=True)

    def export(self, contact: Contact) -> list[dict[str, Any]]:
        return [
            {
                "forum": one.period.forum.title,
                "number": one.number,
                "section": one.section.title,
                "status": one.status,
                "name": one.name,
                "people": one.party_size,
                "needs": one.needs,
                "answers": one.answers,
                "confirmed_at": one.confirmed_at.isoformat() if one.confirmed_at else None,
                "arrived_at": one.arrived_at.isoformat() if one.arrived_at else None,
            }
            for one in self._own(contact)
        ]

    def erase(self, contact: Contact) -> None:
        """A place that is still to be used goes to whoever waits; of the rest the figures stay, without the person."""
        for registration in self._own(contact).filter(arrived_at=None):
            if registration.is_active and not registration.period.forum.is_finished:
                cancel(registration.pk)
        Registration.objects.filter(contact=contact, status=Status.UNCONFIRMED).delete()
        Registration.objects.filter(contact=contact).without_person()
