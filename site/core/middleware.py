"""Middleware of the whole site."""

from collections.abc import Callable
from typing import Any

from csp.constants import UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
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


class LongAddressMiddleware:
    """An address of more than 8 KB gets a page that says so; servers in front answer it with a bare line."""

    LONGEST = 8192

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if len(request.META.get("QUERY_STRING", "")) + len(request.path) > self.LONGEST:
            return render(request, "414.html", status=414)
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


class AppearanceMiddleware:
    """Public pages are drawn as the cookie of :mod:`core.appearance` asks, and say so.

    Without ``Vary`` a browser would go on showing its copy in the look that the reader has just left.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["Cookie"])
        return response


class ResponseHeadersMiddleware:
    """Tells browsers which of their abilities no page of the site asks for; drops an encoding that is none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if response.get("Content-Encoding") == "None":  # Wagtail's view of documents says so of every file
            del response["Content-Encoding"]
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


class PolicyMiddleware(CSPMiddleware):
    """The site's Content-Security-Policy; the admin's lets styles stand in pages, as Wagtail's checker needs them."""

    def get_policy_parts(self, request: HttpRequest, response: HttpResponse, report_only: bool = False) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(f"/{settings.ADMIN_PATH}/"):
            parts.update = {**(parts.update or {}), "style-src": [UNSAFE_INLINE], "img-src": ["blob:"]}
        return parts
