"""Maintenance: while a file stands in the data folder, every page answers 503 and says when to come back."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

#: Addresses that go on answering: for supervisors and load balancers.
PREFIX = "/-/"


def flag() -> Path:
    """The file; it holds the number of minutes that the maintenance is to take."""
    return Path(settings.DATA_DIR) / "maintenance"


def turn_on(minutes: int) -> None:
    flag().write_text(f"{minutes}\n", encoding="ascii")


def turn_off() -> None:
    flag().unlink(missing_ok=True)


def minutes_left() -> int | None:
    """How long the maintenance still takes, at least a minute; None when there is none."""
    try:
        begun, planned = flag().stat().st_mtime, flag().read_text(encoding="ascii")
    except FileNotFoundError:
        return None
    gone = (dt.datetime.now(dt.UTC).timestamp() - begun) / 60
    return max(1, int(planned.strip() or 10) - int(gone))


class MaintenanceMiddleware:
    """Answers instead of the site while there is maintenance; asks neither the database nor a session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        minutes = None if request.path.startswith(PREFIX) else minutes_left()
        if minutes is None:
            return self.get_response(request)
        response = render(request, "503.html", {"minutes": minutes, "planned": True}, status=503)
        response["Retry-After"] = str(minutes * 60)
        response["Cache-Control"] = "no-store"
        return response
