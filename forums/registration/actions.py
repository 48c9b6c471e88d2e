"""What is done when the owner of an address confirms it: a registration gets its place or its turn."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.contacts import Action, Done
from core.models import Contact

from .acts import TooLate, confirm
from .addresses import manage_path
from .choices import Status
from .models import Registration


class Register(Action):
    """Payload: ``registration``, the id of an unconfirmed one."""

    name = "registration.register"
    subject = gettext_lazy("Confirm your registration for the forum")

    def describe(self, payload: dict[str, Any]) -> str | None:
        found = _unconfirmed(payload)
        if found is None:
            return None
        words = _("Register for “%(forum)s”, section “%(section)s”, %(people)s")
        return words % {"forum": found.period.forum.title, "section": found.section.name, "people": found.people}

    def perform(self, contact: Contact, payload: dict[str, Any], request: HttpRequest) -> Done:
        registration = _unconfirmed(payload)
        if registration is None:
            return Done(_("This registration is no longer there."))
        earlier = Registration.objects.of(registration.period).active().filter(contact=contact).first()
        if earlier is not None:
            registration.delete()
            message = _("From this address somebody is registered already: %(label)s. Change it instead.")
            return Done(message % {"label": earlier.label}, manage_path(earlier), _("Your registration"))
        try:
            confirm(registration, contact)
        except TooLate:
            registration.delete()
            return Done(_("Registration was closed before you pressed the button."), registration.period.forum.url)
        if registration.status == Status.PLACED:
            message = _("You have a place. Your number is %(number)s; a letter has it, too.")
        else:
            message = _(
                "There is no free place: you are on the waiting list with the number %(number)s. We write as soon "
                "as one becomes free."
            )
        return Done(message % {"number": registration.number}, manage_path(registration), _("Your registration"))

    def erase(self, payload: dict[str, Any]) -> None:
        Registration.objects.filter(pk=payload["registration"], status=Status.UNCONFIRMED).delete()


def _unconfirmed(payload: dict[str, Any]) -> Registration | None:
    waiting = Registration.objects.filter(pk=payload["registration"], status=Status.UNCONFIRMED)
    return waiting.select_related("period__forum", "section").first()
