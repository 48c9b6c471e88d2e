"""Addresses below a page: calendar files of a forum, the recommendations of a resolution."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.calendars import calendar_response
from core.models import SiteSettings
from forums.editions.calendars import find_session, forum_event, session_event

from .addresses import moved_from
from .citations import reference, share_title
from .structured_data import recommendation_data

if TYPE_CHECKING:
    from .models import Recommendation


class CalendarRoutes(RoutablePageMixin):
    """``forum.ics``, ``programme.ics`` and one file a session."""

    @path("forum.ics", name="forum_calendar")
    def forum_calendar(self, request: HttpRequest) -> HttpResponse:
        return calendar_response([forum_event(self)], name=self.title, filename=self.slug, url=self.full_url)

    @path("programme.ics", name="programme_calendar")
    def programme_calendar(self, request: HttpRequest) -> HttpResponse:
        """Every session; the forum itself while there is no programme yet."""
        events = [session_event(self, session) for day in self.programme_days for session in day.sessions]
        return calendar_response(
            events or [forum_event(self)], name=self.title, filename=f"{self.slug}-programme", url=self.full_url
        )

    @path("session-<str:key>.ics", name="session_calendar")
    def session_calendar(self, request: HttpRequest, key: str) -> HttpResponse:
        session = find_session(self, key)
        if session is None:
            raise Http404
        return calendar_response(
            [session_event(self, session)], name=session.title, filename=f"session-{key[:8]}", url=self.full_url
        )


class RecommendationRoutes(RoutablePageMixin):
    """``1-3/``: a recommendation at an address of its own. Keep it last: it takes every single word."""

    @path("")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, context_overrides=self.get_reading_context(request))

    @path("<slug:item>/", name="recommendation")
    def recommendation_route(self, request: HttpRequest, item: str) -> HttpResponse:
        found = next((one for one in self.recommendations if one.slug == item), None)
        if found is None:
            return self._moved(request, item)
        return self.render(
            request,
            template="resolutions/recommendation_page.html",
            context_overrides=self.get_recommendation_context(request, found),
        )

    def _moved(self, request: HttpRequest, item: str) -> HttpResponse:
        """Lead on from a number that the recommendation had before; not for ever, as numbers may come back."""
        moved = moved_from(self, item)
        if moved is None:
            raise Http404
        return redirect(f"{self.get_url(request)}{moved.slug}/")

    def get_recommendation_context(self, request: HttpRequest, item: "Recommendation") -> dict[str, Any]:
        """What the page of one recommendation shows beside what every page does."""
        place = self.recommendations.index(item)
        site = SiteSettings.for_request(request).display_title
        item.locale = self.locale
        return {
            "recommendation": item,
            "previous": self.recommendations[place - 1] if place else None,
            "next": self.recommendations[place + 1] if place + 1 < len(self.recommendations) else None,
            "earlier": item.repeated_recommendation,
            "later": item.repeating_recommendations,
            "crumbs": [(self.title, self.get_url(request))],
            "meta_title": share_title(item),
            "meta_description": item.text[:300],
            "alternates": item.addresses_by_language,
            "citation": reference(
                self, site, request.build_absolute_uri(request.path), timezone.localdate(), item.number
            ),
            "structured_data": recommendation_data(item),
        }
