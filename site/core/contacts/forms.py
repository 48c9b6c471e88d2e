"""Forms of the address alone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.public_forms import ProtectedForm


def email_field(**options) -> forms.EmailField:
    """The address field of every public form."""
    return forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Type your e-mail: the letter with the link goes there."),
            "invalid": _("Check the e-mail: it looks like name@example.org."),
        },
        **options,
    )


class AddressForm(ProtectedForm, forms.Form):
    """Asks for a link to «My page»."""

    form_name = "contacts.page"
    email = email_field()


class NewAddressForm(ProtectedForm, forms.Form):
    """Asks for a change of address; the letter goes to the new one."""

    form_name = "contacts.address"
    email = email_field(
        help_text=_("A letter with a link goes to the new address; until it is opened nothing changes.")
    )
