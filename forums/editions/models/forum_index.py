"""The archive of forums."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.caching import fresh_until
from core.models import BasePage
from core.visibility import readable

from ..querysets import ForumQuerySet
from ..states import ForumState
from .forum import ForumPage


class ForumIndexPage(BasePage):
    """The archive: every edition, newest first, the forthcoming one on top."""

    intro = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("Two or three sentences: what the forum is and who gathers for it."),
    )

    subpage_types = ["editions.ForumPage"]
    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("forum archive")
        verbose_name_plural = _("forum archives")

    @property
    def lead(self) -> str:
        return self.intro

    @property
    def forums(self) -> ForumQuerySet:
        """The archive's live editions."""
        return readable(ForumPage.objects.child_of(self))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        forums = list(self.forums.newest_first())
        for forum in forums:
            forum.locale = self.locale
        finished = [forum for forum in forums if forum.state == ForumState.FINISHED]
        context["past"] = finished
        context["upcoming"] = [forum for forum in reversed(forums) if forum not in finished]
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> TemplateResponse:
        """Kept until a coming forum's registration opens or closes."""
        response = super().serve(request, *args, **kwargs)
        coming = (forum.own_registration for forum in response.context_data["upcoming"])
        moments = (own.next_change for own in coming if own)
        return fresh_until(response, min(filter(None, moments), default=None))
