"""The adopted text of a forum: frozen words, with every recommendation at an address of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import RichTextField

from core.models import BasePage


class ResolutionPage(RoutablePageMixin, BasePage):
    """What a forum adopted: preamble, sections of recommendations, closing."""

    number = models.CharField(_("number"), max_length=30, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=255, blank=True)
    letterhead = models.TextField(_("letterhead"), blank=True)
    preamble = RichTextField(_("preamble"), blank=True, features=["bold", "italic", "link"])
    closing = RichTextField(_("closing"), blank=True, features=["bold", "italic", "link"])
    original = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("original document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    parent_page_types = ["forums.ForumPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    search_kind = "resolution"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("number"),
        FieldPanel("adopted_on"),
        FieldPanel("place"),
        FieldPanel("letterhead"),
        FieldPanel("preamble"),
        InlinePanel("sections", heading=_("Sections"), label=_("Section")),
        FieldPanel("closing"),
        FieldPanel("original"),
    ]

    class Meta:
        verbose_name = _("resolution")
        verbose_name_plural = _("resolutions")
