"""Who has given a password only, and owes a second factor, is nobody yet."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from .second_factor import has_second_factor, must_have_second_factor

#: Addresses of the admin that serve somebody who is not signed in, or signs out.
FREE = ("wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog")


class SecondFactorMiddleware:
    """Sends to the second factor whoever owes one, in the admin; elsewhere lets them see what everybody sees.

    Requests without a session's cookie are not looked at: public pages stay free of sessions.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and self._owes(request):
            if not request.path.startswith(reverse("wagtailadmin_home")):
                request.user = AnonymousUser()
            elif not self._is_free(request.path):
                step = "verify" if has_second_factor(request.user) else "setup"
                query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
                return redirect(f"{reverse(f'second_factor:{step}')}?{query}")
        return self.get_response(request)

    def _owes(self, request: HttpRequest) -> bool:
        user = request.user
        if not user.is_authenticated or user.is_verified():
            return False
        return has_second_factor(user) or must_have_second_factor(user)

    def _is_free(self, path: str) -> bool:
        return path.startswith(reverse("second_factor:index")) or path in {reverse(name) for name in FREE}
