"""Change of a contact's address: asked for on «My page», confirmed from the new mailbox."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.mail import write_letter
from core.models import Contact, Letter, RequestedAction

from .actions import Action, Done
from .belongings import all_belongings


class ChangeOfAddress(Action):
    """Payload: ``contact``, the id of the contact whose address changes."""

    name = "contacts.change_address"
    subject = gettext_lazy("Confirm your new address")

    def describe(self, payload: dict[str, Any]) -> str | None:
        exists = Contact.objects.filter(pk=payload["contact"]).exists()
        return _("From now on use this address instead of the old one.") if exists else None

    def perform(self, contact: Contact, payload: dict[str, Any], request: HttpRequest) -> Done:
        """``contact`` is the row that the link has just made for the new address, or one that was there before."""
        page, old = reverse("contacts:page"), Contact.objects.get(pk=payload["contact"])
        if contact.pk == old.pk:
            return Done(_("This is your address already."), page, _("My page"))
        if self._is_in_use(contact):
            message = _("This address has a page of its own. To move the other one here, erase this page first.")
            return Done(message, page, _("My page"))
        new_email, old_email = contact.email, old.email
        session_key = contact.session_key
        contact.delete()
        Contact.objects.filter(pk=old.pk).update(email=new_email, session_key=session_key)
        RequestedAction.objects.filter(email=old_email).update(email=new_email)
        contact.pk = old.pk
        write_letter(
            old_email,
            f"contacts.moved:{old.pk}",
            _("Your address on the site has changed"),
            "core/mail/moved",
            version=str(session_key),
            kind=Letter.Kind.SERVICE,
        )
        return Done(_("Your address is changed."), page, _("My page"))

    def _is_in_use(self, contact: Contact) -> bool:
        same = Contact.objects.filter(pk=contact.pk)
        return any(same.filter(pk__in=belongings.owners()).exists() for belongings in all_belongings())
