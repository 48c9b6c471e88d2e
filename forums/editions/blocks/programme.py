"""The programme: days, and in each day its sessions. Identifiers of blocks are stable and shared by translations."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from .facts import MaterialBlock


class SpeakerBlock(blocks.StructBlock):
    """Who speaks: typed, or chosen from the people of the site."""

    name = blocks.CharBlock(required=False, max_length=150, label=_("Name"))
    about = blocks.CharBlock(
        required=False, max_length=255, label=_("Position"), help_text=_("For example: head of the culture office.")
    )
    talk = blocks.CharBlock(required=False, max_length=255, label=_("Talk"))
    person = SnippetChooserBlock("core.Person", required=False, label=_("or choose a person"))

    class Meta:
        icon = "user"
        label = _("Speaker")

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned["name"] and not cleaned["person"]:
            raise blocks.StructBlockValidationError({"name": ValidationError(_("Type a name or choose a person."))})
        return cleaned


class SessionBlock(blocks.StructBlock):
    """One item of the programme."""

    starts_at = blocks.TimeBlock(label=_("From"))
    ends_at = blocks.TimeBlock(required=False, label=_("Until"))
    title = blocks.CharBlock(max_length=255, label=_("Title"))
    track = blocks.CharBlock(
        required=False,
        max_length=255,
        label=_("Section"),
        help_text=_("Sessions that go on side by side: the section's title. Empty: for everybody."),
    )
    place = blocks.CharBlock(required=False, max_length=255, label=_("Place"))
    moderator = blocks.CharBlock(
        required=False, max_length=255, label=_("Moderator"), help_text=_("Name and position.")
    )
    speakers = blocks.ListBlock(SpeakerBlock(), default=[], label=_("Speakers"), collapsed=True)
    description = blocks.TextBlock(required=False, rows=3, label=_("Description"))
    materials = blocks.ListBlock(MaterialBlock(), default=[], label=_("Materials"), collapsed=True)

    class Meta:
        icon = "time"
        label = _("Session")
        label_format = "{starts_at} {title}"

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["ends_at"] and cleaned["ends_at"] <= cleaned["starts_at"]:
            raise blocks.StructBlockValidationError(
                {"ends_at": ValidationError(_("The end must be later than the beginning."))}
            )
        return cleaned


class DayBlock(blocks.StructBlock):
    """A day of the programme."""

    date = blocks.DateBlock(label=_("Date"))
    title = blocks.CharBlock(
        required=False, max_length=150, label=_("Title of the day"), help_text=_("For example: Day of sections.")
    )
    sessions = blocks.ListBlock(SessionBlock(), label=_("Sessions"), collapsed=True)

    class Meta:
        icon = "date"
        label = _("Day")
        label_format = "{date}"
