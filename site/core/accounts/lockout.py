"""What is answered when too many wrong passwords were given."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def refuse(request: HttpRequest, original_response: Any = None, credentials: Any = None) -> HttpResponse:
    """The sign-in page without its form, with the time to wait."""
    pause = settings.AXES_COOLOFF_TIME
    context = {"minutes": int(pause.total_seconds() // 60)}
    response = render(request, "core/admin/too_many_tries.html", context, status=429)
    response["Retry-After"] = str(int(pause.total_seconds()))
    return response
