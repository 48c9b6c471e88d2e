"""Ordinary pages: about the forum, rules, statements."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from core.blocks import BodyBlock
from core.models import BasePage
from core.visibility import readable


class ContentPage(BasePage):
    """A page of text. Pages below it form a section, which each of them shows as its navigation."""

    intro = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("One or two sentences under the heading: what the reader finds here."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    subpage_types = ["pages.ContentPage"]
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("body")]

    class Meta:
        verbose_name = _("ordinary page")
        verbose_name_plural = _("ordinary pages")

    @property
    def lead(self) -> str:
        return self.intro

    @property
    def has_contents(self) -> bool:
        """Whether there are headings enough for a table of contents."""
        return len(self.table_of_contents) > 1

    @cached_property
    def children(self) -> list[Page]:
        """The published pages right below this one."""
        return list(readable(self.get_children()))

    @cached_property
    def section(self) -> Page | None:
        """The page whose children are the section's navigation: this one when it has any, else its parent.

        None for a page without children right below the front page.
        """
        if self.children:
            return self
        parent = self.get_parent()
        return parent if parent.content_type_id == self.content_type_id else None

    @cached_property
    def section_pages(self) -> list[Page]:
        """What the section's navigation lists."""
        if self.section is None:
            return []
        return self.children or list(readable(self.section.get_children()))
