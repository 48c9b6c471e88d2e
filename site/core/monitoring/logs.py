"""Lines of the log: one a message whatever stands in it, each with the request's id, as text or as JSON."""

import contextvars
import logging
import re
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

#: The id of the request that is being answered; "-" outside of requests.
request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="-")
HEADER = "X-Request-ID"
_GIVEN = re.compile(r"[\w.-]{8,64}")
_CONTROL = str.maketrans(
    {code: f"\\x{code:02x}" for code in (*range(32), 0x7F, 0x85, 0x2028, 0x2029)} | {10: "\\n", 13: "\\r"}
)


class RequestIdMiddleware:
    """Gives each request the id that the proxy in front gave it, else a new one; tells it in the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get(HEADER, "")
        token = request_id.set(given if _GIVEN.fullmatch(given) else uuid.uuid4().hex)
        try:
            response = self.get_response(request)
            response[HEADER] = request_id.get()
            return response
        finally:
            request_id.reset(token)


class RequestIdFilter(logging.Filter):
    """Puts the request's id into each record."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id.get()
        return True


class LineFormatter(logging.Formatter):
    """Control characters in a message are written as escapes: what a visitor typed begins no line of its own."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = record.message.translate(_CONTROL)
        return super().formatMessage(record)


def logging_settings(level: str, as_json: bool) -> dict:
    """``LOGGING`` for standard error."""
    if as_json:
        formatter = {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "fmt": "{asctime}{levelname}{name}{message}{request_id}",
            "style": "{",
            "json_ensure_ascii": False,
            "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
        }
    else:
        formatter = {
            "()": "core.monitoring.logs.LineFormatter",
            "format": "{asctime} {levelname} {request_id} {name} {message}",
            "style": "{",
        }
    handler = {"class": "logging.StreamHandler", "formatter": "line", "filters": ["request_id"]}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "filters": {"request_id": {"()": "core.monitoring.logs.RequestIdFilter"}},
        "handlers": {"stderr": handler},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Django's own handler prints only with DEBUG on; errors go to the root handler in every environment.
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
            # What robots do not find is no warning.
            "django.request": {"level": "ERROR"},
            "fontTools": {"level": "WARNING"},
            "pymorphy3": {"level": "WARNING"},
            # Failures are logged once a minute by the breaker (core.breaker).
            "elastic_transport": {"level": "ERROR"},
            "django_tasks": {"level": "WARNING"},
        },
    }
