"""Which requests may be answered with a kept page, told from the WSGI environment alone."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from django.conf import settings
from django.http.cookie import parse_cookie

from core.contacts.session import COOKIE

#: Parameters that others put behind an address to follow people; no page reads them.
TRACKING = re.compile(r"(?:utm_\w+|yclid|ysclid|gclid|fbclid|_openstat|mc_cid|mc_eid)(?:=|$)")
#: A longer query string is no list that somebody filtered.
LONGEST_QUERY = 500


class Key(NamedTuple):
    """What a kept page depends on, beside the content."""

    secure: bool
    host: str
    path: str
    query: str
    cookies: tuple[tuple[str, str], ...]


def key_of(environ: Mapping[str, Any]) -> Key | None:
    """The key of a request; None for one that must reach Django: signed in, posting, below a private address."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in environ:
        return None
    path = environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")
    if path.startswith(_private_prefixes()):
        return None
    cookies = _cookies(environ.get("HTTP_COOKIE", ""))
    query = plain_query(environ.get("QUERY_STRING", ""))
    if cookies is None or query is None:
        return None
    host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
    return Key(_is_secure(environ), host.lower(), path, query, cookies)


@lru_cache(maxsize=2000)
def plain_query(query: str) -> str | None:
    """The query string without parameters of tracking; None when it is too long to be kept."""
    if not query:
        return ""
    kept = "&".join(part for part in query.split("&") if not TRACKING.match(part))
    return kept if len(kept) <= LONGEST_QUERY else None


def parameters(query: str) -> set[str]:
    """The names in a query string."""
    return {name for name, _value in parse_qsl(query, keep_blank_values=True)}


@lru_cache(maxsize=1000)
def _cookies(header: str) -> tuple[tuple[str, str], ...] | None:
    """The cookies that change pages; None when there is one of somebody who is signed in, or a value never set."""
    if not header:
        return ()
    sent = parse_cookie(header)
    if not sent.keys().isdisjoint(_private_cookies()):
        return None
    found = []
    for name, allowed in _page_cookies():
        value = sent.get(name)
        if value:
            if not allowed.fullmatch(value):
                return None
            found.append((name, value))
    return tuple(found)


@cache
def _page_cookies() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(allowed)) for name, allowed in sorted(settings.PAGE_CACHE_COOKIES.items())]


@cache
def _private_cookies() -> frozenset[str]:
    """Of editors, and of residents who have opened a link of theirs."""
    return frozenset((settings.SESSION_COOKIE_NAME, "messages", COOKIE))


@cache
def _private_prefixes() -> tuple[str, ...]:
    return tuple(settings.PAGE_CACHE_PRIVATE)


def _is_secure(environ: Mapping[str, Any]) -> bool:
    """As :attr:`HttpRequest.scheme` tells it."""
    header = settings.SECURE_PROXY_SSL_HEADER
    if header and header[0] in environ:
        return environ[header[0]].split(",", 1)[0].strip() == header[1]
    return environ.get("wsgi.url_scheme") == "https"
