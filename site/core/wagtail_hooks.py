"""What the foundation tells Wagtail."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from core.caching import declare

Serve = Callable[[Page, HttpRequest, list[Any], dict[str, Any]], HttpResponse]


@hooks.register("on_serve_page", order=10)
def declare_pages_cacheable(serve: Serve) -> Serve:
    """A page is the same for everybody; :mod:`core.page_cache` leaves out what turns out to be private."""

    def declared(page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]) -> HttpResponse:
        return declare(serve(page, request, args, kwargs), *getattr(page, "query_parameters", ()))

    return declared
