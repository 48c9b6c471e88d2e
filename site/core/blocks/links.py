"""Blocks that lead elsewhere. Nothing of a foreign host is ever embedded."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .text import UntranslatedCharBlock


class VideoLinkBlock(blocks.StructBlock):
    """A video or sound recording on another site: title, length and where it is, then a link."""

    title = blocks.CharBlock(
        label=_("Title"), max_length=255, help_text=_("For example: The plenary session, recording.")
    )
    url = blocks.URLBlock(label=_("Link"), help_text=_("For example, a VK Video or RuTube page."))
    duration = UntranslatedCharBlock(
        label=_("Length"), required=False, max_length=20, help_text=_("Hours and minutes, for example: 1:45.")
    )
    about = blocks.CharBlock(
        label=_("What it shows"), required=False, max_length=255, help_text=_("Also say whether there are subtitles.")
    )

    class Meta:
        icon = "media"
        label = _("Video by link")
        template = "core/blocks/video_link.html"


class PageLinkValue(blocks.StructValue):
    @property
    def target(self) -> Any:
        """The chosen page in the reader's language, where it is published there; None when it is gone."""
        page = self.get("page")
        return page.localized if page else None

    @property
    def display_title(self) -> str:
        return self.get("title") or (self.target.title if self.target else "")


class PageLinkBlock(blocks.StructBlock):
    """A page of this site."""

    page = blocks.PageChooserBlock(label=_("Page"))
    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=255, help_text=_("Empty: the title of the page.")
    )

    class Meta:
        icon = "link"
        label = _("Page")
        value_class = PageLinkValue

    def get_searchable_content(self, value: Any) -> list[str]:
        return [value.display_title]


class PageLinksBlock(blocks.StructBlock):
    """Links to pages of this site under a title: what to read next."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150, help_text=_("For example: See also."))
    links = blocks.ListBlock(PageLinkBlock(), label=_("Pages"), min_num=1)

    class Meta:
        icon = "link"
        label = _("Pages to read next")
        template = "core/blocks/page_links.html"
