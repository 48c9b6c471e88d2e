"""What each section of the front page shows.

Every function takes the locale of the page and gives the content of its section, None when there is none.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from core.caching import remember
from core.visibility import readable, readable_children
from forums.editions.models import ForumPage
from forums.followup.tallies import Tally, tallies_of
from forums.resolutions.models import ResolutionPage
from home.events.models import EventPage
from home.events.occurrences import by_next_start
from home.feedback.models import FeedbackPage
from home.news.models import NewsPage
from projects.contests.models import ContestIndexPage, ContestPage
from projects.councils.maps import register_map
from projects.councils.models import CouncilIndexPage, CouncilPage
from projects.geo.drawing import TownMap
from projects.social.models import ProjectPage

WEEK = dt.timedelta(days=7)
#: How many of each a front page shows.
CONTESTS, EVENTS, NEWS, PROJECTS = 3, 4, 4, 3
#: Series begin long ago: this many events are looked through for the nearest meetings.
EVENTS_LOOKED_THROUGH = 60


@dataclass
class Entries:
    """Some pages (or meetings) of a section of the site, and the address of that section."""

    entries: list[Any]
    url: str


def _entries(entries: list[Any]) -> Entries | None:
    """None without entries. The section's address is that of the first page without its last step."""
    if not entries:
        return None
    page = getattr(entries[0], "event", entries[0])
    return Entries(entries, page.url.rstrip("/").rpartition("/")[0] + "/")


@dataclass
class ForumContent:
    """``coming``: ahead or under way; ``last``: the latest one with a ``resolution``; ``tally``: what came of it."""

    coming: ForumPage | None
    last: ForumPage | None
    resolution: ResolutionPage | None
    tally: Tally

    @property
    def answer_url(self) -> str:
        """Where the answer to “what came of it?” stands: the coming forum reports on the last one."""
        if self.coming and self.last:
            return f"{self.coming.url}progress/"
        return self.resolution.url if self.resolution else ""


def forum(locale: Locale) -> ForumContent | None:
    """The coming forum and what came of the last one."""
    return remember(("front forum", locale.pk), lambda: _find_forum(locale))


def _find_forum(locale: Locale) -> ForumContent | None:
    editions = readable(ForumPage.objects.filter(locale=locale)).newest_first()
    forums = list(editions.defer_streamfields().select_related("locale"))
    if not forums:
        return None
    today = timezone.localdate()
    coming = [one for one in forums if one.last_day >= today]
    resolutions = readable(ResolutionPage.objects.filter(locale=locale)).by_forum()
    last = next((one for one in forums if one.path in resolutions and one.starts_on <= today), None)
    tally = tallies_of([last], today)[last.pk] if last else Tally()
    return ForumContent(coming[-1] if coming else None, last, resolutions[last.path] if last else None, tally)


@dataclass(frozen=True)
class Task:
    """What residents come for most: a link of the first screen."""

    title: str
    url: str
    icon: str


def tasks(locale: Locale) -> list[Task]:
    """The three commonest: one's own council, contests, and writing to the organisers."""
    return remember(("front tasks", locale.pk), lambda: _find_tasks(locale))


def _find_tasks(locale: Locale) -> list[Task]:
    wanted = (
        (CouncilIndexPage, _("Find my council"), "pin"),
        (ContestIndexPage, _("Contests and grants"), "calendar"),
        (FeedbackPage, _("Make a suggestion"), "megaphone"),
    )
    pages = readable(Page.objects.type(*(model for model, *_rest in wanted)).filter(locale=locale)).order_by("-path")
    found = {page.specific_class: page for page in pages}
    return [Task(title, found[model].url or "", icon) for model, title, icon in wanted if model in found]


def contests(locale: Locale) -> Entries | None:
    """Contests that can be applied for, the nearest deadline first; then the announced ones."""
    found = readable(ContestPage.objects.filter(locale=locale)).not_over().ordered_by_deadline()
    return _entries(list(found.select_related("organiser", "locale")[:CONTESTS]))


@dataclass
class EventsContent(Entries):
    """The nearest meetings; ``this_week`` says whether they are within seven days."""

    this_week: bool


def events(locale: Locale) -> EventsContent | None:
    """The meetings of the next seven days; in a quiet week the nearest ones."""
    found = readable(EventPage.objects.filter(locale=locale)).not_over().order_by("starts_at")
    meetings = by_next_start(found.for_list()[:EVENTS_LOOKED_THROUGH])
    edge = timezone.now() + WEEK
    within = [meeting for meeting in meetings if meeting.starts_at < edge]
    shown = _entries((within or meetings)[:EVENTS])
    return EventsContent(shown.entries, shown.url, bool(within)) if shown else None


def news(locale: Locale) -> Entries | None:
    """The latest news."""
    found = readable(NewsPage.objects.filter(locale=locale)).newest_first()
    return _entries(list(found.defer("body").select_related("picture", "locale")[:NEWS]))


def projects(locale: Locale) -> Entries | None:
    """Projects that ask for help, the latest announced first."""
    related = ("organisation", "council", "person", "territory", "picture", "locale")
    found = readable(ProjectPage.objects.filter(locale=locale)).needing_help()
    needing = found.defer_streamfields().select_related(*related).prefetch_related("needs")
    return _entries(list(needing[:PROJECTS]))


@dataclass
class CouncilsContent:
    """The register of councils, and its map."""

    index: CouncilIndexPage
    map: TownMap | None


def councils(locale: Locale) -> CouncilsContent | None:
    """The register, when there is one with something in it."""
    return remember(("front councils", locale.pk), lambda: _find_councils(locale))


def _find_councils(locale: Locale) -> CouncilsContent | None:
    index = readable(CouncilIndexPage.objects.filter(locale=locale)).select_related("locale").first()
    if index is None:
        return None
    listed = readable_children(CouncilPage.objects, index).active().in_order()
    return CouncilsContent(index, register_map(listed, land=index.boundary, base=index.url))
