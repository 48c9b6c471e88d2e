"""An address for each kind of page that the site can answer with, found from what is registered, not from a list.

Kinds are: every page type, every route below one, every page of a page that the site map names, every pattern of the
URLconf without arguments. The demo, or whatever is loaded, has to hold one of each.
"""

import re
from collections.abc import Iterator

from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import Page, get_page_models

#: Not for visitors, not pages, or asked for with something.
NOT_PAGES = ("admin", "documents", "django-admin", "__", "-/", "_util", ".well-known")


def addresses(language: str = "ru") -> dict[str, str]:
    """Paths by the kind of page, for pages in ``language`` that answer with HTML."""
    found = dict(_of_page_types(language))
    if language == settings.LANGUAGE_CODE:
        found |= {f"urls {path}": f"/{path}" for path in _of_patterns(get_resolver().url_patterns)}
        found |= {"search results": "/search/?q=двор", "not found": "/no-such-page/"}
    return {kind: path for kind, path in found.items() if _is_page(path)}


def _is_page(path: str) -> bool:
    response = Client().get(path)
    return response.status_code in (200, 404) and response["Content-Type"].startswith("text/html")


def _of_page_types(language: str) -> Iterator[tuple[str, str]]:
    for model in get_page_models():
        pages = model.objects.live().filter(locale__language_code=language, depth__gt=1).order_by("path")
        page = pages.last()
        if page is None or page.specific_class is Page:
            continue
        own = page.url
        yield model._meta.label, own
        for route in getattr(model, "get_subpage_urls", tuple)():
            path = str(route.pattern)
            if path and "<" not in path and "." not in path and "(" not in path:
                yield f"{model._meta.label} {path}", own + path
        parts = [entry["location"] for entry in page.get_sitemap_urls() if not entry["location"].endswith(own)]
        if parts:
            yield f"part of {model._meta.label}", re.sub(r"^https?://[^/]+", "", parts[0])


def _of_patterns(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Paths of the URLconf that need no argument and are no files."""
    for one in patterns:
        path = before + str(one.pattern).lstrip("^")
        if path.startswith(NOT_PAGES) or "<" in path or "(" in path or "." in path:
            continue
        if isinstance(one, URLResolver):
            yield from _of_patterns(one.url_patterns, path)
        elif path:
            yield path.rstrip("$")
