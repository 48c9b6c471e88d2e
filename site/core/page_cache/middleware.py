"""Keeps pages that are the same for everybody; stands before all other middleware."""

import datetime as dt
import time
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import has_vary_header, patch_vary_headers

from core.caching import Cacheable

from .entries import Entry
from .keys import Key, key_of, parameters
from .pages import pages
from .stamp import Stamp

#: Seconds: nothing is kept longer; a page "not found" is kept so long.
LONGEST, MISSING_FOR = 3600, 60
_FORBIDDEN = ("private", "no-store", "no-cache")
#: Headers that belong to one answer.
_OF_ONE_ANSWER = {"content-length", "date", "vary", "x-request-id", "connection"}


class PageCacheMiddleware:
    """Answers with kept pages and keeps new ones; compresses what the public reads and gives it an ETag."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        now = pages().stamp()
        # Wagtail's previews come through here as requests for the page's own address.
        key = None if getattr(request, "is_dummy", False) else key_of(request.META)
        if key is None:
            return self.get_response(request)
        request.META["QUERY_STRING"] = key.query
        entry = pages().get(key) or pages().get_shared(key, now)
        if entry is not None:
            return _response(entry, request)
        with pages().turn(key) as made_by_another:
            if made_by_another is not None:
                return _response(made_by_another, request)
            response = self.get_response(request)
            entry = _entry(request, response, key, now)
            if entry is None:
                return response
            if request.method == "GET" and _is_for_everybody(response, key):
                pages().keep(key, entry)
            return _response(entry, request, response)


def _entry(request: HttpRequest, response: HttpResponse, key: Key, now: Stamp) -> Entry | None:
    """A public answer as an entry; None for one that belongs to one visitor, or is no page."""
    if response.status_code not in (HTTPStatus.OK, HTTPStatus.NOT_FOUND) or response.streaming or response.cookies:
        return None
    control = response.get("Cache-Control", "")
    if any(word in control for word in _FORBIDDEN) or response.has_header("Content-Encoding"):
        return None
    session = getattr(request, "session", None)
    if (session is not None and session.accessed) or "'nonce-" in response.get("Content-Security-Policy", ""):
        return None
    for name in ("Accept-Encoding", "Cookie"):
        if not has_vary_header(response, name):
            patch_vary_headers(response, [name])
    shared_for = settings.PAGE_CACHE_SHARED_SECONDS if _is_for_everybody(response, key) else 0
    headers = [(name, value) for name, value in response.items() if name.lower() not in _OF_ONE_ANSWER]
    return Entry.of(
        f"{response.status_code} {response.reason_phrase}",
        [*headers, ("Vary", response["Vary"])],
        response.content,
        stamp=now,
        expires=_expires(response),
        shared_for=None if control else shared_for,
    )


def _is_for_everybody(response: HttpResponse, key: Key) -> bool:
    """Whether the view declared it, or nobody can know of it; and no parameter is read that was not declared."""
    if response.status_code == HTTPStatus.NOT_FOUND:
        return not key.query
    declared: Cacheable | None = getattr(response, "cacheable", None)
    return declared is not None and parameters(key.query) <= declared.query


def _expires(response: HttpResponse) -> float:
    """When the page stops being true, in seconds since 1970."""
    now = time.time()
    if response.status_code == HTTPStatus.NOT_FOUND:
        return now + MISSING_FOR
    moments = [now + LONGEST, _midnight().timestamp()]
    declared: Cacheable | None = getattr(response, "cacheable", None)
    if declared is not None and declared.until is not None:
        moments.append(declared.until.timestamp())
    return min(moments)


def _midnight() -> dt.datetime:
    """When the day ends: states and "today" change with it."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + dt.timedelta(days=1)


def _response(entry: Entry, request: HttpRequest, made: HttpResponse | None = None) -> HttpResponse:
    """The answer out of ``entry``; put into the response of the view where there is one."""
    meta = request.META
    if entry.is_known(meta.get("HTTP_IF_NONE_MATCH", ""), meta.get("HTTP_IF_MODIFIED_SINCE", "")):
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers=dict(entry.not_modified()))
    headers, body = entry.answer(meta.get("HTTP_ACCEPT_ENCODING", ""))
    response = HttpResponse(status=int(entry.status[:3])) if made is None else made
    response.content = body
    for name, value in headers:
        response[name] = value
    return response
