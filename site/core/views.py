"""Views of no page: the accent's stylesheet, liveness and readiness."""

import datetime as dt

from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .caching import cacheable
from .colours import theme_shades
from .models import SiteSettings


@require_safe
@cacheable("v")
@cache_control(public=True, max_age=86_400)
def theme(request: HttpRequest) -> HttpResponse:
    """Custom properties of the municipality's accent colour: a stylesheet, since pages hold no inline style.

    Pages name the colour in the address, so that a new one is fetched at once.
    """
    shades = theme_shades(SiteSettings.for_request(request).accent_colour)
    return render(request, "core/theme.css", shades, content_type="text/css; charset=utf-8")


@require_safe
@cacheable()
@cache_control(public=True, max_age=86_400)
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a hole in the site (RFC 9116); 404 until the settings name an e-mail."""
    email = SiteSettings.for_request(request).email
    if not email:
        raise Http404
    expires = timezone.now().replace(microsecond=0) + dt.timedelta(days=180)
    lines = (
        f"Contact: mailto:{email}",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: ru, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """The process answers: for a supervisor that restarts what does not."""
    return HttpResponse("alive\n", content_type="text/plain")


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The process can serve pages: its database answers. 503 while it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("the database does not answer\n", status=503, content_type="text/plain")
    return HttpResponse("ready\n", content_type="text/plain")
