"""The yearly forum and the archive of its editions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.models import BasePage


class ForumIndexPage(BasePage):
    """The archive: every edition, newest first, the forthcoming one on top."""

    intro = models.TextField(_("introduction"), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = ["forums.ForumPage"]
    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("forum archive")
        verbose_name_plural = _("forum archives")

    @property
    def lead(self) -> str:
        return self.intro


class ForumPage(BasePage):
    """One yearly forum ("edition")."""

    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    theme = models.CharField(_("theme"), max_length=255, blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    venue = models.CharField(_("venue"), max_length=255, blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)

    parent_page_types = ["forums.ForumIndexPage"]
    subpage_types = ["forums.ResolutionPage"]
    search_kind = "forum"
    schema_type = "Event"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("number"),
        FieldPanel("theme"),
        FieldPanel("starts_on"),
        FieldPanel("ends_on"),
        FieldPanel("venue"),
        FieldPanel("address"),
    ]

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("forums")
