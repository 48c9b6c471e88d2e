"""Building blocks of pages: each kind in a small file, all of them together in :class:`BodyBlock`."""

from .body import BodyBlock
from .documents import DocumentsBlock
from .figures import FigureBlock, FiguresBlock
from .links import PageLinksBlock, VideoLinkBlock
from .people import ContactsBlock, PersonBlock
from .pictures import GalleryBlock, PictureBlock
from .tables import CaptionedTableBlock
from .text import CallOutBlock, HeadingBlock, QuoteBlock, UntranslatedCharBlock

__all__ = [
    "BodyBlock",
    "CallOutBlock",
    "CaptionedTableBlock",
    "ContactsBlock",
    "DocumentsBlock",
    "FigureBlock",
    "FiguresBlock",
    "GalleryBlock",
    "HeadingBlock",
    "PageLinksBlock",
    "PersonBlock",
    "PictureBlock",
    "QuoteBlock",
    "UntranslatedCharBlock",
    "VideoLinkBlock",
]
