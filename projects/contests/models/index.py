"""The section of contests and grants."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.calendars import calendar_response
from core.feeds import LENGTH, feed_response, page_entry
from core.freshness import fresh_until
from core.models import SectionPage
from core.visibility import readable_children
from projects.social.quick_filter import quick_filter

from ..calendars import deadline_entries
from ..choices import Audience
from ..listing import calendars, contest_listing, list_heading
from ..querysets import ContestQuerySet, ContestTimes
from .contest import ContestPage


class ContestIndexPage(RoutablePageMixin, SectionPage):
    """What can be applied for, the nearest deadline on top; an archive by year; calendars and a feed."""

    parent_page_types = ["front.HomePage"]
    subpage_types = ["contests.ContestPage"]
    max_count_per_parent = 1
    feed_path = "feed/"
    admin_default_ordering = "-first_published_at"

    class Meta:
        verbose_name = _("section of contests")
        verbose_name_plural = _("sections of contests")

    @cached_property
    def contests(self) -> ContestQuerySet:
        """The section's published contests that anybody may read."""
        return readable_children(ContestPage.objects, self)

    @cached_property
    def calendar(self) -> ContestTimes:
        """The years of the archive, and when the list will change by itself."""
        return self.contests.times()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return fresh_until(request, super().serve(request, *args, **kwargs), self.calendar.next_change)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        years = self.calendar.archive
        listing = contest_listing(request.GET, self.contests, years, self.locale_id)
        return {
            **super().get_context(request, *args, **kwargs),
            "listing": listing,
            "quick": quick_filter(listing, "audience"),
            "heading": list_heading(request.GET),
            "years": years,
            "calendars": list(calendars(self.full_url)),
        }

    @path("ics/", name="deadlines")
    @path("ics/<slug:audience>/", name="deadlines_for")
    def deadlines(self, request: HttpRequest, audience: str = "") -> HttpResponse:
        """Deadlines of everything that can still be applied for, for one audience or for all."""
        if audience and audience not in Audience.values:
            raise Http404(f"no such audience: {audience}")
        contests = self.contests.not_over().ordered_by_deadline()
        name = _t("Contest deadlines")
        if audience:
            contests = contests.for_audience(audience)
            name = f"{name}: {Audience(audience).label}"
        filename = f"deadlines-{audience}" if audience else "deadlines"
        return calendar_response(deadline_entries(contests), name=name, filename=filename, url=self.full_url)

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """The latest announcements as Atom."""
        contests = self.contests.newest_first().select_related("locale")[:LENGTH]
        entries = [page_entry(contest, categories=contest.audience_labels) for contest in contests]
        return feed_response(request, entries, title=self.title, url=self.full_url, subtitle=self.intro)
