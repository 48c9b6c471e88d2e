"""A page that lists pages of one kind."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from .base_page import BasePage


class SectionPage(BasePage):
    """Abstract base of the sections: news, events, contests … An introduction stands above the list."""

    intro = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences above the list: what is here, and for whom.")
    )

    #: Address of the Atom feed under the page's own.
    feed_path = "feed.atom"
    schema_type = "CollectionPage"
    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        abstract = True

    @property
    def lead(self) -> str:
        return self.intro

    @property
    def feed_url(self) -> str:
        """Path of the Atom feed."""
        return f"{self.url}{self.feed_path}"
