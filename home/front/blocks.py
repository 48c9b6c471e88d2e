"""Sections of the front page as blocks that an editor orders. Each finds its own content when it is shown."""

import json
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.caching import next_minute, remember
from core.routing import site_of
from home.front import sections


class SectionBlock(blocks.StructBlock):
    """A section that finds its content by itself. ``find`` takes a locale and gives it; empty content hides it."""

    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("Left empty, the usual one is shown.")
    )

    def find(self, locale: Any) -> Any:
        """What the section shows in ``locale``; anything false hides the section."""
        raise NotImplementedError

    def render(self, value: Any, context: dict[str, Any] | None = None) -> str:
        """Drawn once a minute and content: deadlines and meetings come to the minute."""
        page, request = (context.get("page"), context.get("request")) if context else (None, None)
        site = site_of(request) if request else None
        if page is None or site is None:
            return super().render(value, context=context)
        written = json.dumps(self.get_prep_value(value), sort_keys=True, default=str)
        seconds = (next_minute() - timezone.now()).total_seconds()
        name = ("section", self.name, written, page.locale_id, site.pk)
        return remember(name, lambda: super(SectionBlock, self).render(value, context=context), seconds)

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        page = context.get("page")
        context["found"] = self.find(page.locale) if page is not None else None
        return context


class ForumBlock(SectionBlock):
    """The coming forum, or the last one, and what came of its resolution."""

    def find(self, locale: Any) -> Any:
        return sections.forum(locale)

    class Meta:
        icon = "group"
        label = _("Forum: the coming one or the last")
        template = "front/components/forum.html"


class ContestsBlock(SectionBlock):
    """Contests that can be applied for, the nearest deadline first."""

    def find(self, locale: Any) -> Any:
        return sections.contests(locale)

    class Meta:
        icon = "pick"
        label = _("Closing soon")
        template = "front/components/contests.html"


class EventsBlock(SectionBlock):
    """Events of the next seven days; the nearest ones when the week is empty."""

    def find(self, locale: Any) -> Any:
        return sections.events(locale)

    class Meta:
        icon = "calendar-alt"
        label = _("Events of the week")
        template = "front/components/events.html"


class NewsBlock(SectionBlock):
    """The latest news."""

    def find(self, locale: Any) -> Any:
        return sections.news(locale)

    class Meta:
        icon = "doc-full"
        label = _("Latest news")
        template = "front/components/news.html"


class ProjectsBlock(SectionBlock):
    """Projects that ask for help."""

    def find(self, locale: Any) -> Any:
        return sections.projects(locale)

    class Meta:
        icon = "thumbtack"
        label = _("Projects that need help")
        template = "front/components/projects.html"


class CouncilsBlock(SectionBlock):
    """The map of councils and the way to one's own."""

    def find(self, locale: Any) -> Any:
        return sections.councils(locale)

    class Meta:
        icon = "site"
        label = _("Map of councils")
        template = "front/components/councils.html"


class SearchBlock(blocks.StructBlock):
    """A large search box."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)

    class Meta:
        icon = "search"
        label = _("Search")
        template = "front/components/search.html"


class TextBlock(blocks.StructBlock):
    """A few words of the editor's own."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "document-link", "ol", "ul"])

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "front/components/text.html"


class CallBlock(blocks.StructBlock):
    """A call to action: a sentence and one button."""

    heading = blocks.CharBlock(
        label=_("Heading"), max_length=120, help_text=_("For example: Propose a theme for the forum.")
    )
    text = blocks.TextBlock(label=_("Text"), required=False, rows=2)
    page = blocks.PageChooserBlock(label=_("Leads to"))
    button = blocks.CharBlock(label=_("Words on the button"), max_length=40, help_text=_("For example: Write to us."))

    class Meta:
        icon = "arrow-right"
        label = _("Call to action")
        template = "front/components/call.html"


class FrontPageBlock(blocks.StreamBlock):
    """Everything the front page may be put together from; a section that finds for itself stands there once."""

    forum = ForumBlock()
    search = SearchBlock()
    contests = ContestsBlock()
    events = EventsBlock()
    news = NewsBlock()
    projects = ProjectsBlock()
    councils = CouncilsBlock()
    text = TextBlock()
    call = CallBlock()

    class Meta:
        block_counts = {
            name: {"max_num": 1} for name in ("forum", "search", "contests", "events", "news", "projects", "councils")
        }
