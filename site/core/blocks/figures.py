"""Results in numbers."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .text import UntranslatedCharBlock


class FigureBlock(blocks.StructBlock):
    """One number and what it counts."""

    value = UntranslatedCharBlock(label=_("Figure"), max_length=20, help_text=_("For example: 412 or 1,5."))
    label = blocks.CharBlock(label=_("What it counts"), max_length=120, help_text=_("For example: participants."))

    class Meta:
        icon = "order"
        label = _("Figure")


class FiguresBlock(blocks.StructBlock):
    """A few numbers, large."""

    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=150, help_text=_("For example: The year in figures.")
    )
    figures = blocks.ListBlock(FigureBlock(), label=_("Figures"), min_num=1, max_num=8)

    class Meta:
        icon = "order"
        label = _("Results in figures")
        template = "core/blocks/figures.html"
