"""How long a copy of a page may be kept: never past the moment its words stop being true."""

import datetime as dt

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import http_date

#: A page without a known moment of change may be this old, in seconds.
CEILING = 300
#: For pages with many moments of change, all of them on the minute.
MINUTE = 60


def fresh_until(
    request: HttpRequest, response: HttpResponse, change: dt.datetime | None = None, ceiling: int = CEILING
) -> HttpResponse:
    """Let browsers and shared caches keep ``response`` until ``change``, at most ``ceiling`` seconds.

    A copy made for somebody who is signed in stays with them: it may hold Wagtail's user bar.
    """
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        patch_cache_control(response, private=True, max_age=0)
        return response
    now = timezone.now()
    # Whole seconds, rounded down: a copy that is a moment too fresh does no harm, one too old does.
    age = ceiling if change is None else max(0, min(ceiling, int((change - now).total_seconds())))
    patch_cache_control(response, public=True, max_age=age)
    response["Expires"] = http_date(int(now.timestamp()) + age)
    return response
