"""The town's calendar of events."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from core.caching import fresh_until, next_minute
from core.calendars import calendar_response
from core.feeds import LENGTH, feed_response, page_entry
from core.file_routes import FileRoutes
from core.listings import Listing
from core.models import SectionPage
from core.visibility import readable_children

from ..filters import EventFilterSet
from ..months import fill, midnight, month_weeks, neighbours, parse_month
from ..occurrences import by_next_start, by_start
from ..querysets import EventPageQuerySet
from .page import EventPage

PER_PAGE = 15


class EventIndexPage(FileRoutes, SectionPage):
    """Events: what is ahead, a month as a table, what is over; a calendar file and an Atom feed to subscribe to."""

    subpage_types = ["events.EventPage"]
    max_count_per_parent = 1
    query_parameters = ("page", "month", *EventFilterSet.base_filters)

    class Meta:
        verbose_name = _("calendar of events")
        verbose_name_plural = _("calendars of events")

    @cached_property
    def views(self) -> list[tuple[str, Any, str]]:
        """The three ways to look at the calendar: name, label, address."""
        return [
            ("ahead", _("Ahead"), self.url),
            ("month", _("Month"), f"{self.url}month/"),
            ("over", _("Past events"), f"{self.url}past/"),
        ]

    def get_events(self) -> EventPageQuerySet:
        """The calendar's published events."""
        return readable_children(EventPage.objects, self)

    def get_filterset(self, query: QueryDict, events: EventPageQuerySet) -> EventFilterSet:
        """Those of ``events`` that the query string asks for, and the filters as it has them set."""
        return EventFilterSet(query, events, locale_id=self.locale_id)

    def get_upcoming(self, query: QueryDict) -> Listing:
        """What is ahead or under way, the nearest first; a series stands once, at its next meeting."""
        found = self.get_filterset(query, self.get_events().not_over())
        return Listing(by_next_start(found.qs.for_list()), query, PER_PAGE, found.bound)

    def get_past(self, query: QueryDict) -> Listing:
        """What is over, the latest first."""
        found = self.get_filterset(query, self.get_events().over())
        return Listing(found.qs, query, PER_PAGE, found.bound, load=EventPageQuerySet.for_list)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As Wagtail does; kept for the minute only, since meetings begin to the minute."""
        return fresh_until(super().serve(request, *args, **kwargs), next_minute())

    @path("")
    def ahead(self, request: HttpRequest) -> HttpResponse:
        """What is ahead."""
        return self.render(request, context_overrides={"view": "ahead", "listing": self.get_upcoming(request.GET)})

    @path("past/")
    def past(self, request: HttpRequest) -> HttpResponse:
        """Events that are over."""
        overrides = {"view": "over", "listing": self.get_past(request.GET)}
        return self.render(request, context_overrides=overrides)

    @path("month/")
    def month(self, request: HttpRequest) -> HttpResponse:
        """One month as a table of weeks; ``?month=2026-05`` leafs."""
        today = timezone.localdate()
        first = parse_month(request.GET.get("month"), today)
        weeks = month_weeks(first, today)
        after, before = midnight(weeks[0][0].date), midnight(weeks[-1][-1].date + dt.timedelta(days=1))
        meetings = by_start(self.get_events().between(after, before).for_list(), after, before)
        fill(weeks, meetings)
        earlier, later = neighbours(first, today)
        overrides = {
            "view": "month",
            "weeks": weeks,
            "first": first,
            "earlier": earlier,
            "later": later,
            "has_entries": bool(meetings),
        }
        return self.render(request, context_overrides=overrides, template="events/event_index_page_month.html")

    @path("feed.atom")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Events as Atom, the latest announced first."""
        events = self.get_events().order_by("-first_published_at").select_related("locale")[:LENGTH]
        entries = [page_entry(event, categories=[event.get_kind_display()]) for event in events]
        return feed_response(request, entries, title=self.title, url=self.full_url, subtitle=self.intro)

    @path("events.ics")
    def calendar_file(self, request: HttpRequest) -> HttpResponse:
        """What is ahead as a calendar file that programs subscribe to."""
        found = self.get_filterset(request.GET, self.get_events().not_over().order_by("starts_at"))
        entries = [entry for event in found.qs.prefetch_related("changes") for entry in event.as_calendar_events()]
        return calendar_response(entries, self.title, "events", self.full_url)
