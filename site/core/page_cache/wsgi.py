"""Gives out kept pages before Django makes a request of them."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings

from core.monitoring.maintenance import flag
from core.monitoring.metrics import REQUESTS

from . import stamp
from .keys import key_of
from .pages import pages

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class PageCache:
    """The site's WSGI application, with its kept pages in front.

    A process that begins distrusts what others keep: one that was killed between its commit and the stamp, or the
    release before this one, may have left it behind.
    """

    def __init__(self, application: Application) -> None:
        self.application = application
        stamp.bump()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        key = None if flag().exists() else key_of(environ)
        entry = pages().get(key) if key is not None else None
        if entry is None:
            return self.application(environ, start_response)
        if settings.METRICS_TOKEN:
            REQUESTS.labels(environ["REQUEST_METHOD"], "kept page", entry.status[:3]).inc()
        if entry.is_known(environ.get("HTTP_IF_NONE_MATCH", ""), environ.get("HTTP_IF_MODIFIED_SINCE", "")):
            start_response("304 Not Modified", entry.not_modified())
            return [b""]
        headers, body = entry.answer(environ.get("HTTP_ACCEPT_ENCODING", ""))
        start_response(entry.status, headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]
