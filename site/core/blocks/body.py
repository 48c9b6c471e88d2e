"""The common body of pages."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .text import HeadingBlock


class BodyBlock(blocks.StreamBlock):
    """What an editor may put into a page's text."""

    paragraph = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "document-link", "ol", "ul"])
    heading = HeadingBlock()
