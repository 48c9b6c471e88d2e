"""Middleware of the whole site."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from wagtail import views as wagtail_views

from .routing import route


class PrintablePathMiddleware:
    """A NUL in an address finds nothing instead of breaking: PostgreSQL refuses a query that holds one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.path = request.path.replace("\0", "\ufffd")
        request.path_info = request.path_info.replace("\0", "\ufffd")
        return self.get_response(request)


class PathLocaleMiddleware(LocaleMiddleware):
    """The language is told by the address alone: ``/`` is Russian, ``/en/`` English.

    Django's own middleware marks every page without a prefix as varying by ``Accept-Language`` although, with
    ``prefix_default_language=False``, the header is never read for such pages; a shared cache would keep
    a copy for each browser language.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response = super().process_response(request, response)
        names = [name.strip() for name in response.get("Vary", "").split(",") if name.strip()]
        kept = [name for name in names if name.lower() != "accept-language"]
        if kept:
            response["Vary"] = ", ".join(kept)
        elif "Vary" in response:
            del response["Vary"]
        return response


class PageRouteMiddleware:
    """Finds the page of an address before Wagtail does, with fewer questions to the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: list[Any], kwargs: dict[str, Any]) -> None:
        if view is wagtail_views.serve:
            request._wagtail_route_for_request = route(request, *args, **kwargs)
