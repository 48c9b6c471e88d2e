"""Blocks that say whom to ask."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from .text import UntranslatedCharBlock


class ContactsBlock(blocks.StructBlock):
    """Address, phone, e-mail of a body or an event."""

    title = blocks.CharBlock(
        label=_("Title"), max_length=255, help_text=_("For example: Where to bring the application.")
    )
    address = blocks.CharBlock(label=_("Address"), required=False, max_length=255)
    phone = UntranslatedCharBlock(
        label=_("Phone"), required=False, max_length=50, help_text=_("For example: 8 (35100) 1-23-45.")
    )
    email = blocks.EmailBlock(label=_("E-mail"), required=False)
    website = blocks.URLBlock(label=_("Website"), required=False)
    hours = blocks.CharBlock(
        label=_("Office hours"), required=False, max_length=150, help_text=_("For example: Mon–Fri 9:00–17:00.")
    )

    class Meta:
        icon = "mail"
        label = _("Contacts")
        template = "core/blocks/contacts.html"


class PersonBlock(blocks.StructBlock):
    """A person from the list of people. Portrait and contacts appear only with a recorded consent."""

    person = SnippetChooserBlock("core.Person", label=_("Person"))
    role = blocks.CharBlock(
        label=_("In what role"),
        required=False,
        max_length=255,
        help_text=_("Empty: the position from the list. For example: moderator of the section."),
    )

    class Meta:
        icon = "user"
        label = _("Person")
        template = "core/blocks/person.html"

    def get_searchable_content(self, value: Any) -> list[str]:
        person = value.get("person")
        words = [person.title if person else "", value.get("role") or (person.position if person else "")]
        return [word for word in words if word]
