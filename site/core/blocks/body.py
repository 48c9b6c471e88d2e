"""The common body of pages."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.text import stream_headings

from .documents import DocumentsBlock
from .figures import FiguresBlock
from .links import PageLinksBlock, VideoLinkBlock
from .people import ContactsBlock, PersonBlock
from .pictures import GalleryBlock, PictureBlock
from .tables import CaptionedTableBlock
from .text import RICH_TEXT_FEATURES, CallOutBlock, HeadingBlock, QuoteBlock

WORDS, PICTURES, FACTS, LINKS = _("Words"), _("Pictures"), _("Facts"), _("Links and files")


class BodyBlock(blocks.StreamBlock):
    """What an editor may put into a page's text."""

    paragraph = blocks.RichTextBlock(label=_("Text"), icon="pilcrow", features=RICH_TEXT_FEATURES, group=WORDS)
    heading = HeadingBlock(group=WORDS)
    quote = QuoteBlock(group=WORDS)
    callout = CallOutBlock(group=WORDS)
    picture = PictureBlock(group=PICTURES)
    gallery = GalleryBlock(group=PICTURES)
    table = CaptionedTableBlock(group=FACTS)
    figures = FiguresBlock(group=FACTS)
    person = PersonBlock(group=FACTS)
    contacts = ContactsBlock(group=FACTS)
    documents = DocumentsBlock(group=LINKS)
    page_links = PageLinksBlock(group=LINKS)
    video = VideoLinkBlock(group=LINKS)

    class Meta:
        template = "core/blocks/body.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """``children``: pairs of a block and its anchor (headings only), the same that the table of contents has."""
        context = super().get_context(value, parent_context)
        anchors = (anchor for _level, _text, anchor in stream_headings(value))
        context["children"] = [(child, next(anchors) if child.block_type == "heading" else "") for child in value]
        return context
