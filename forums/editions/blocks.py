"""Blocks of a forum's page: its programme, who is behind it, what came out of it.

Identifiers of the programme's blocks are stable and shared by translations.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks import UntranslatedCharBlock


class OrganiserValue(blocks.StructValue):
    @property
    def title(self) -> str:
        organisation = self.get("organisation")
        return self.get("name") or (organisation.title if organisation else "")

    @property
    def website(self) -> str:
        organisation = self.get("organisation")
        return organisation.website if organisation else ""


class OrganiserBlock(blocks.StructBlock):
    """A body behind the forum and what it does for it."""

    ROLES = [
        ("organiser", _("Organiser")),
        ("co_organiser", _("Co-organiser")),
        ("partner", _("Partner")),
        ("media", _("Media partner")),
    ]

    role = blocks.ChoiceBlock(choices=ROLES, default="organiser", label=_("Role"))
    organisation = SnippetChooserBlock("core.Organisation", required=False, label=_("Organisation"))
    name = blocks.CharBlock(
        required=False,
        max_length=255,
        label=_("Name, if it is not in the list"),
        help_text=_("For example: Council of young entrepreneurs."),
    )

    class Meta:
        icon = "group"
        label = _("Organiser or partner")
        value_class = OrganiserValue

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned.title:
            raise blocks.StructBlockValidationError(
                {"name": ValidationError(_("Choose an organisation or type its name."))}
            )
        return cleaned


class TrackBlock(blocks.StructBlock):
    """A thematic section of the forum: its discussion platform."""

    title = blocks.CharBlock(max_length=255, label=_("Title"), help_text=_("For example: Yards and streets."))
    moderator = blocks.CharBlock(
        required=False, max_length=255, label=_("Moderator"), help_text=_("Name and position.")
    )
    place = blocks.CharBlock(required=False, max_length=255, label=_("Place"))
    topic = SnippetChooserBlock("core.Topic", required=False, label=_("Topic"))
    description = blocks.TextBlock(required=False, label=_("What is discussed"), rows=3)

    class Meta:
        icon = "folder-open-1"
        label = _("Section")


class PictureBlock(blocks.StructBlock):
    """A photo of the gallery."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        max_length=255,
        label=_("What is seen"),
        help_text=_("For those who do not see it. For example: a full hall listens to a speaker."),
    )
    caption = blocks.CharBlock(required=False, max_length=255, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Picture")


class RecordingBlock(blocks.StructBlock):
    """A video or sound recording, by link: nothing of a foreign host is embedded."""

    title = blocks.CharBlock(max_length=255, label=_("Title"))
    url = blocks.URLBlock(label=_("Link"), help_text=_("For example, a VK Video or RuTube page."))
    duration = UntranslatedCharBlock(
        required=False, max_length=20, label=_("Length"), help_text=_("For example: 1:45.")
    )

    class Meta:
        icon = "media"
        label = _("Recording")


class MaterialBlock(blocks.StructBlock):
    """A handout: a file of the library or a link."""

    title = blocks.CharBlock(required=False, max_length=255, label=_("Title"))
    document = DocumentChooserBlock(required=False, label=_("File"))
    link = blocks.URLBlock(required=False, label=_("or link"))

    class Meta:
        icon = "doc-full"
        label = _("Material")

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned["document"] and not cleaned["link"]:
            raise blocks.StructBlockValidationError({"document": ValidationError(_("Choose a file or type a link."))})
        return cleaned


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
