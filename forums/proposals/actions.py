"""What is done when the owner of an address confirms it: a proposal is received, a proposal is supported."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.contacts import Action, Done
from core.models import Contact

from .acts import receive
from .addresses import public_path
from .choices import Status
from .models import Proposal, Support


class Submit(Action):
    """Payload: ``proposal``, the id of an unconfirmed one."""

    name = "proposals.submit"
    subject = gettext_lazy("Confirm your proposal to the forum")

    def describe(self, payload: dict[str, Any]) -> str | None:
        found = _unconfirmed(payload)
        return _("Send the proposal “%(what)s”") % {"what": found.what} if found else None

    def perform(self, contact: Contact, payload: dict[str, Any], request: HttpRequest) -> Done:
        proposal = Proposal.objects.select_related("period__forum").get(pk=payload["proposal"])
        receive(proposal, contact)
        message = _(
            "Your proposal has the number %(number)s. A moderator reads it before it is published; we write then."
        )
        return Done(message % {"number": proposal.number}, reverse("contacts:page"), _("My page"))

    def erase(self, payload: dict[str, Any]) -> None:
        Proposal.objects.filter(pk=payload["proposal"], status=Status.UNCONFIRMED).delete()


class GiveSupport(Action):
    """Payload: ``proposal``, the id of a public one."""

    name = "proposals.support"
    subject = gettext_lazy("Confirm that you support the proposal")

    def describe(self, payload: dict[str, Any]) -> str | None:
        found = Proposal.objects.supportable().filter(pk=payload["proposal"]).first()
        return (
            _("Support the proposal %(label)s “%(what)s”") % {"label": found.label, "what": found.what}
            if found
            else None
        )

    def perform(self, contact: Contact, payload: dict[str, Any], request: HttpRequest) -> Done:
        proposal = Proposal.objects.select_related("period__forum").get(pk=payload["proposal"])
        Support.objects.get_or_create(proposal=proposal, contact=contact)
        message = _("Your support of the proposal %(label)s is counted.") % {"label": proposal.label}
        return Done(message, public_path(proposal), proposal.what)


def _unconfirmed(payload: dict[str, Any]) -> Proposal | None:
    return Proposal.objects.filter(pk=payload["proposal"], status=Status.UNCONFIRMED).first()
