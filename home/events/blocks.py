"""Blocks of the events' programme."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class ProgrammeItemBlock(blocks.StructBlock):
    """One line of a programme: when, what, who."""

    time = blocks.TimeBlock(label=_("Time"), required=False, format="%H:%M")
    title = blocks.CharBlock(label=_("What"), max_length=200, help_text=_("For example: Yards that people like."))
    speaker = blocks.CharBlock(label=_("Who"), required=False, max_length=200)
    text = blocks.TextBlock(label=_("Details"), required=False, rows=2)

    class Meta:
        icon = "time"
        label = _("Line of the programme")


class ProgrammeBlock(blocks.StreamBlock):
    """The programme of one event."""

    item = ProgrammeItemBlock()

    class Meta:
        required = False
