"""Views of no page: the accent's stylesheet, how the site looks, liveness and readiness, what is answered to errors."""

import datetime as dt
import errno
import sys
from http import HTTPStatus

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from .appearance import COOKIE, GROUPS, LOW_VISION, Appearance
from .caching import cacheable
from .colours import theme_shades
from .models import SiteSettings
from .monitoring.health import database_answers, faults
from .share import UnknownPicture, picture

#: How long the chosen look is remembered, in seconds.
YEAR = 365 * 86_400
PLAIN = "text/plain; charset=utf-8"
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


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
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


@require_safe
@cache_control(public=True, max_age=86_400)
def share(request: HttpRequest, token: str) -> HttpResponse:
    """The picture of a shared link, see :mod:`core.share`."""
    try:
        return HttpResponse(picture(token), content_type="image/png")
    except UnknownPicture:
        raise Http404 from None


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """The process answers: for a supervisor that restarts what does not."""
    return HttpResponse("alive\n", content_type=PLAIN)


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """The process can serve pages: its database answers; 503 while it does not. Names what else does not work."""
    if not database_answers():
        return HttpResponse("the database does not answer\n", status=503, content_type=PLAIN)
    found = faults()
    lines = ["degraded", *(f"{name}: {fault}" for name, fault in sorted(found.items()))] if found else ["ready"]
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


@csrf_exempt  # changes nothing but the look, and pages fit for a shared cache hold no token
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def appearance(request: HttpRequest) -> HttpResponse:
    """Every choice of the look on one page; a sent choice is remembered and leads back to where it was made."""
    if request.method != "POST":
        return render(request, "core/appearance.html", {"back": _safe_address(request, request.GET.get("next", ""))})
    look = Appearance.of(request)
    if "preset" in request.POST:
        look = LOW_VISION if request.POST["preset"] == "low-vision" else Appearance(theme=look.theme)
    for group in GROUPS:
        if group.name in request.POST:
            look = look.changed(group.name, request.POST[group.name])
    response = HttpResponseRedirect(_safe_address(request, request.POST.get("next", "")))
    response.status_code = HTTPStatus.SEE_OTHER
    if look.cookie:
        response.set_cookie(
            COOKIE, look.cookie, max_age=YEAR, secure=request.is_secure(), httponly=True, samesite="Lax"
        )
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


def _safe_address(request: HttpRequest, address: str) -> str:
    """``address`` when it leads to this site, else the front page."""
    local = address.startswith("/") and url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if local else "/"


@require_safe
@never_cache
def version(request: HttpRequest) -> HttpResponse:
    """Which release runs."""
    return JsonResponse({"version": settings.SITE_VERSION})


def server_error(request: HttpRequest) -> HttpResponse:
    """What is answered to an error nobody caught: a busy or absent database and a full disk are told as such."""
    error = sys.exc_info()[1]
    if isinstance(error, OperationalError | InterfaceError):
        response = render(request, "503.html", status=503)
        response["Retry-After"] = "60"
        return response
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return render(request, "507.html", status=507)
    return render(request, "500.html", status=500)
