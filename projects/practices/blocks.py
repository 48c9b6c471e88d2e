"""Blocks of a practice: steps, figures, money, papers."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from core.money import RoublesField

from .choices import Source


class RoublesBlock(blocks.FieldBlock):
    """A sum as people type it: 150 000."""

    def __init__(self, required: bool = True, help_text: Any = None, **kwargs: Any) -> None:
        self.field_options = {"required": required, "help_text": help_text}
        super().__init__(**kwargs)

    @cached_property
    def field(self) -> forms.Field:
        return RoublesField(**self.field_options)

    def to_python(self, value: Any) -> Decimal | None:
        return None if value in (None, "") else Decimal(str(value))

    def get_prep_value(self, value: Decimal | None) -> str | None:
        return None if value is None else str(value)


class StepBlock(blocks.StructBlock):
    """One step of the work."""

    title = blocks.CharBlock(
        label=_("What to do"), max_length=160, help_text=_("For example: Gather the stairwells' elders.")
    )
    text = blocks.TextBlock(label=_("How"), required=False)
    duration = blocks.CharBlock(
        label=_("How long it takes"), required=False, max_length=60, help_text=_("For example: 2 weeks.")
    )

    class Meta:
        icon = "list-ol"
        label = _("Step")


class FigureBlock(blocks.StructBlock):
    """A result in figures; "before" makes it a comparison."""

    value = blocks.CharBlock(label=_("Now"), max_length=40, help_text=_("For example: 312 people."))
    before = blocks.CharBlock(label=_("Before"), required=False, max_length=40)
    label = blocks.CharBlock(
        label=_("What is counted"), max_length=160, help_text=_("For example: took part in clean-ups in a year.")
    )

    class Meta:
        icon = "success"
        label = _("Figure")


class MoneyBlock(blocks.StructBlock):
    """Whose money, and how much."""

    source = blocks.ChoiceBlock(choices=Source.choices, label=_("Whose money"))
    name = blocks.CharBlock(
        label=_("Name of the source"),
        required=False,
        max_length=160,
        help_text=_("For example: Fund of Presidential Grants."),
    )
    amount = RoublesBlock(label=_("Sum, ₽"), help_text=_("For example: 150 000."))

    class Meta:
        icon = "plus-inverse"
        label = _("Source of money")


class StepsBlock(blocks.StreamBlock):
    step = StepBlock()


class FiguresBlock(blocks.StreamBlock):
    figure = FigureBlock()


class FundingBlock(blocks.StreamBlock):
    money = MoneyBlock()


class PartnersBlock(blocks.StreamBlock):
    partner = blocks.CharBlock(
        label=_("Partner"), max_length=200, icon="group", help_text=_("Who helped, and with what if it matters.")
    )


class PapersBlock(blocks.StreamBlock):
    document = DocumentChooserBlock(label=_("Document"))
