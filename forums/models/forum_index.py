"""The archive of forums."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.models import BasePage

from .forum import ForumPage


class ForumIndexPage(BasePage):
    """The archive: every edition, newest first, the forthcoming one on top."""

    intro = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("Two or three sentences: what the forum is and who gathers for it."),
    )

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

    @property
    def forums(self):
        """The archive's live editions."""
        return ForumPage.objects.child_of(self).live().public()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["upcoming"] = ForumPage.with_resolutions(self.forums.upcoming())
        context["past"] = ForumPage.with_resolutions(self.forums.past())
        return context
