"""The front page."""

import datetime as dt
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageViewRestriction

from core.caching import fresh_until, next_minute
from core.models import BasePage
from home.front import sections
from home.front.blocks import FrontPageBlock
from home.front.skyline import skyline


class HomePage(BasePage):
    """The town's participation at a glance: sections that the editor orders; an empty one vanishes."""

    heading = models.CharField(
        _("heading"),
        max_length=160,
        blank=True,
        help_text=_("Large words on top. Left empty, the page's title. For example: The town decides together."),
    )
    intro = models.TextField(_("introduction"), blank=True, help_text=_("Two sentences at most: what the site is for."))
    picture = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A wide view of the town. The page looks finished without it, too."),
    )
    sections = StreamField(
        FrontPageBlock(),
        verbose_name=_("sections"),
        blank=True,
        help_text=_("Each section finds its content by itself. A section that has nothing to show is not shown."),
    )

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "editions.ForumIndexPage",
        "councils.CouncilIndexPage",
        "practices.PracticeIndexPage",
        "social.ProjectIndexPage",
        "contests.ContestIndexPage",
        "news.NewsIndexPage",
        "events.EventIndexPage",
        "library.DocumentIndexPage",
        "pages.ContactsPage",
        "pages.ContentPage",
        "pages.SiteMapPage",
        "feedback.FeedbackPage",
    ]
    search_kind = None
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("heading"),
        FieldPanel("intro"),
        FieldPanel("picture"),
        FieldPanel("sections"),
    ]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    @property
    def lead(self) -> str:
        return self.intro

    @property
    def updated_on(self) -> dt.date | None:
        """None: its sections change without the page being published."""
        return None

    @property
    def display_heading(self) -> str:
        return self.heading or self.title

    def get_view_restrictions(self) -> QuerySet:
        """As Wagtail does, without looking for ancestors: above the front page there is only the root of the tree."""
        if self.alias_of_id:
            return super().get_view_restrictions()
        return PageViewRestriction.objects.filter(page__path__in=[self.path[: self.steplen], self.path])

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As Wagtail does; kept for the minute only, since deadlines and meetings come to the minute."""
        return fresh_until(super().serve(request, *args, **kwargs), next_minute())

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        # The sections ask for the page's locale; the language switch has loaded it.
        own = next((page for page in self.language_versions if page.pk == self.pk), None)
        if own is not None:
            self.locale = own.locale
        found = sections.forum(self.locale)
        first_screen = {
            "skyline": skyline(found.tally) if found and not self.picture else None,
            "skyline_tally": found.tally if found else None,
            "tasks": sections.tasks(self.locale),
        }
        return super().get_context(request, *args, **kwargs) | first_screen

    def get_structured_data(self, request: HttpRequest) -> dict:
        data = super().get_structured_data(request)
        data["@type"] = "WebSite"
        return data
