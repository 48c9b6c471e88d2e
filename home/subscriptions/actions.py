"""What is done when the owner of an address confirms it: something is followed."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from core.contacts import Action, Done
from core.following import Thing, things
from core.mail import accept_mailing
from core.models import Contact

from .choices import DIGESTS, NEWSLETTER, NEWSLETTERS, Frequency
from .models import Subscription


def thing_at(kind: str, key: str) -> Thing | None:
    """The thing in the active language; None where there is none that everybody may read."""
    return things(kind, [key], get_language() or "ru").get(key)


class Follow(Action):
    """Payload: ``kind``, ``key``, ``frequency``."""

    name = "subscriptions.follow"
    subject = gettext_lazy("Confirm your subscription")

    def describe(self, payload: dict[str, Any]) -> str | None:
        thing = thing_at(payload["kind"], payload["key"])
        if thing is None:
            return None
        if payload["kind"] == NEWSLETTER:
            return _("Get the newsletter of the week")
        often = Frequency(payload["frequency"]).label
        return _("Follow “%(thing)s”; letters come %(often)s") % {"thing": thing.title, "often": often}

    def perform(self, contact: Contact, payload: dict[str, Any], request: HttpRequest) -> Done:
        """Following a second time changes how often letters come."""
        kind = payload["kind"]
        Subscription.objects.update_or_create(
            contact=contact,
            kind=kind,
            key=payload["key"],
            defaults={"frequency": payload["frequency"], "language": get_language() or contact.language},
        )
        accept_mailing(contact.email, NEWSLETTERS if kind == NEWSLETTER else DIGESTS)
        thing = thing_at(kind, payload["key"]) or Thing(kind)
        message = _("You follow “%(thing)s”. How often letters come is changed on My page.") % {"thing": thing.title}
        return Done(message, thing.url or reverse("contacts:page"), thing.title if thing.url else _("My page"))
