"""Blocks of words."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.text import anchor_for

#: What an editor may do to running text. Headings are blocks of their own: they make the table of contents.
RICH_TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]
#: The same for text in a narrow frame.
SHORT_TEXT_FEATURES = ["bold", "italic", "link", "ul"]


class UntranslatedCharBlock(blocks.CharBlock):
    """Text that is the same in every language: a figure, a duration. Translators are not asked about it."""

    def get_translatable_segments(self, value: str) -> list:
        return []


class HeadingValue(blocks.StructValue):
    @property
    def anchor(self) -> str:
        return anchor_for(str(self.get("text", "")))


class HeadingBlock(blocks.StructBlock):
    """A heading of the second or third level; it gets an anchor and a line in the table of contents."""

    text = blocks.CharBlock(
        label=_("Heading"), max_length=255, help_text=_("For example: Who may take part in the contest.")
    )
    level = blocks.ChoiceBlock(
        choices=[("2", _("Section")), ("3", _("Subsection"))], default="2", label=_("Level"), search_index=False
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "core/blocks/heading.html"
        value_class = HeadingValue
        label_format = "{text}"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words with their name."""

    text = blocks.TextBlock(label=_("Words"), rows=3, help_text=_("Without quotation marks: the page puts them."))
    author = blocks.CharBlock(
        label=_("Whose words"), required=False, max_length=150, help_text=_("For example: Anna Invented.")
    )
    position = blocks.CharBlock(
        label=_("Position"), required=False, max_length=255, help_text=_("For example: chair of the TOS council.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "core/blocks/quote.html"


class CallOutBlock(blocks.StructBlock):
    """A few words that must not be overlooked."""

    tone = blocks.ChoiceBlock(
        choices=[("", _("For information")), ("good", _("Good news")), ("warn", _("Important"))],
        required=False,
        label=_("Kind"),
        search_index=False,
    )
    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=150, help_text=_("For example: Applications until 15 June.")
    )
    text = blocks.RichTextBlock(label=_("Text"), features=SHORT_TEXT_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Call-out")
        template = "core/blocks/callout.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["icon_name"] = {"good": "done", "warn": "alert"}.get(value.get("tone") or "", "info")
        return context
