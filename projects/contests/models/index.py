"""The section of contests and grants."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.caching import fresh_until
from core.calendars import calendar_response
from core.feeds import LENGTH, feed_response, page_entry
from core.listings import Listing
from core.models import SectionPage
from core.search import Question, SearchAnswer
from core.visibility import readable, readable_children

from ..choices import Audience
from ..filters import ContestFilterSet, follow_key
from ..querysets import ContestQuerySet, ContestTimes
from .contest import ContestPage

PER_PAGE = 20
#: Words of a query that mean a contest, and those that ask what is open.
_CONTEST = ("конкурс", "грант", "субсидия", "contest", "grant")
_NOW = (
    "открыть", "открытый", "сейчас", "срок", "дедлайн", "прием", "заявка", "идти", "текущий", "действующий", "подать",
    "open", "now", "deadlin", "appli",
)  # fmt: skip
#: An answer names a few; the section has them all.
MOST_ANSWERED = 5


class ContestIndexPage(RoutablePageMixin, SectionPage):
    """What can be applied for, the nearest deadline on top; an archive by year; calendars and a feed."""

    subpage_types = ["contests.ContestPage"]
    max_count_per_parent = 1
    query_parameters = ("page", *ContestFilterSet.base_filters)
    feed_path = "feed/"
    admin_default_ordering = "-first_published_at"

    class Meta:
        verbose_name = _("section of contests")
        verbose_name_plural = _("sections of contests")

    @cached_property
    def contests(self) -> ContestQuerySet:
        """The section's published contests that anybody may read."""
        return readable_children(ContestPage.objects, self)

    @classmethod
    def search_answers(cls, question: Question) -> Iterator[SearchAnswer]:
        """What is open, the nearest deadline first, for whoever asks what can be applied for now."""
        if not question.has(*_CONTEST) or not (question.has(*_NOW) or question.words.issubset(_CONTEST)):
            return
        for section in readable(cls.objects.filter(locale__language_code=question.language)):
            contests = list(section.contests.open().ordered_by_deadline()[:MOST_ANSWERED])
            if contests:
                links = [(contest.title, contest.url) for contest in contests]
                deadlines = [
                    gettext("%(title)s: until %(deadline)s") % {"title": one.title, "deadline": one.deadline}
                    for one in contests
                ]
                yield SearchAnswer(gettext("Open now"), section.url, tuple(deadlines), tuple(links))

    @cached_property
    def calendar(self) -> ContestTimes:
        """The years of the archive, and when the list will change by itself."""
        return self.contests.times()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return fresh_until(super().serve(request, *args, **kwargs), self.calendar.next_change)

    def get_filterset(self, query: QueryDict) -> ContestFilterSet:
        """The contests that the query string asks for, and the filters as it has them set."""
        years = {"year": [(year, str(year)) for year in self.calendar.archive]}
        return ContestFilterSet(query, self.contests, locale_id=self.locale_id, offers=years, place=self.pk)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        found = self.get_filterset(request.GET)
        return {
            **super().get_context(request, *args, **kwargs),
            "listing": Listing(found.qs, request.GET, PER_PAGE, found.bound, load=ContestQuerySet.for_cards),
            "quick": found.bound.as_links("audience"),
            "followed_key": follow_key(found.chosen),
            "heading": gettext("Archive of contests") if found.is_archive else gettext("Open and announced"),
            "years": self.calendar.archive,
            "calendars": list(self._calendars()),
        }

    def _calendars(self) -> Iterator[tuple[str, str]]:
        """Label and address of every calendar to subscribe to: all deadlines, then by audience."""
        yield gettext("all contests"), f"{self.full_url}ics/"
        for audience in Audience:
            yield str(audience.label), f"{self.full_url}ics/{audience.value}/"

    @path("ics/", name="deadlines")
    @path("ics/<slug:audience>/", name="deadlines_for")
    def deadlines(self, request: HttpRequest, audience: str = "") -> HttpResponse:
        """Deadlines of everything that can still be applied for, for one audience or for all."""
        if audience and audience not in Audience.values:
            raise Http404(f"no such audience: {audience}")
        contests = self.contests.not_over().ordered_by_deadline()
        name = gettext("Contest deadlines")
        if audience:
            contests = contests.for_audience(audience)
            name = f"{name}: {Audience(audience).label}"
        filename = f"deadlines-{audience}" if audience else "deadlines"
        entries = [contest.deadline_entry for contest in contests]
        return calendar_response(entries, name=name, filename=filename, url=self.full_url)

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """The latest announcements as Atom."""
        contests = self.contests.newest_first().select_related("locale")[:LENGTH]
        entries = [page_entry(contest, categories=contest.audience_labels) for contest in contests]
        return feed_response(request, entries, title=self.title, url=self.full_url, subtitle=self.intro)
