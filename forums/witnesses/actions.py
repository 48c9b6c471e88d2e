"""What is done when the owner of an address confirms it: a resident's word is received."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.contacts import Action, Done
from core.models import Contact

from .acts import receive
from .choices import Status
from .models import Witness


class Tell(Action):
    """Payload: ``witness``, the id of an unconfirmed one."""

    name = "witnesses.tell"
    subject = gettext_lazy("Confirm what you have written about a recommendation")

    def describe(self, payload: dict[str, Any]) -> str | None:
        found = _unconfirmed(payload)
        return (
            _("Send: %(seen)s. “%(text)s”") % {"seen": found.get_seen_display(), "text": found.text} if found else None
        )

    def perform(self, contact: Contact, payload: dict[str, Any], request: HttpRequest) -> Done:
        receive(Witness.objects.get(pk=payload["witness"]), contact)
        message = _("Thank you. The responsible body and the editors have it; once it is read, it stands on the site.")
        return Done(message, reverse("contacts:page"), _("My page"))

    def erase(self, payload: dict[str, Any]) -> None:
        Witness.objects.filter(pk=payload["witness"], status=Status.UNCONFIRMED).delete()


def _unconfirmed(payload: dict[str, Any]) -> Witness | None:
    return Witness.objects.light().filter(pk=payload["witness"], status=Status.UNCONFIRMED).first()
