"""Screens of the second factor."""

import logging
from base64 import b32encode

import segno
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django_otp import login as remember_device
from django_otp.plugins.otp_totp.models import TOTPDevice

from . import second_factor
from .forms import CodeForm, SetupForm

logger = logging.getLogger(__name__)


def index(request: HttpRequest) -> HttpResponse:
    """Whether there is a second factor, and what can be done with it."""
    context = {
        "is_on": second_factor.has_second_factor(request.user),
        "is_required": second_factor.must_have_second_factor(request.user),
        "codes_left": second_factor.recovery_codes_left(request.user),
    }
    return render(request, "core/admin/second_factor/index.html", context)


@sensitive_post_parameters("code")
def verify(request: HttpRequest) -> HttpResponse:
    """The second step of signing in."""
    if not second_factor.has_second_factor(request.user):
        return redirect("second_factor:setup")
    form = CodeForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        remember_device(request, form.device)
        logger.info("User %s gave the second factor", request.user.pk)
        return redirect(_next_of(request))
    if request.method == "POST":
        logger.warning("User %s gave a wrong code as the second factor", request.user.pk)
    return render(request, "core/admin/second_factor/verify.html", {"form": form, "next": _next_of(request)})


@sensitive_post_parameters("code")
def setup(request: HttpRequest) -> HttpResponse:
    """Bind an app: a picture to scan, the first code to prove it. Shows the recovery codes, this once."""
    _must_be_verified(request)
    device = second_factor.unconfirmed_device(request.user)
    form = SetupForm(device, request.POST or None)
    if request.method == "POST" and form.is_valid():
        second_factor.confirm(device)
        remember_device(request, device)
        logger.info("User %s has set up a second factor", request.user.pk)
        return _show_codes(request)
    return render(request, "core/admin/second_factor/setup.html", {"form": form, **_invitation(device)})


@require_POST
def new_codes(request: HttpRequest) -> HttpResponse:
    """Make the recovery codes anew."""
    _must_be_verified(request)
    return _show_codes(request)


@require_POST
def off(request: HttpRequest) -> HttpResponse:
    """Turn the second factor off, where no role requires it."""
    _must_be_verified(request)
    if second_factor.must_have_second_factor(request.user):
        raise PermissionDenied
    second_factor.turn_off(request.user)
    logger.warning("User %s has turned the second factor off", request.user.pk)
    messages.success(request, _("The second factor is off."))
    return redirect("second_factor:index")


def _must_be_verified(request: HttpRequest) -> None:
    """Who has a second factor changes it only after giving it: a password alone replaces nothing."""
    if second_factor.has_second_factor(request.user) and not request.user.is_verified():
        raise PermissionDenied


def _invitation(device: TOTPDevice) -> dict[str, str]:
    """The key as a picture for the app and as text for typing."""
    device.user.otp_issuer = settings.WAGTAIL_SITE_NAME
    picture = segno.make(device.config_url, error="m").svg_data_uri(scale=5, border=4, light="#fff")
    key = b32encode(device.bin_key).decode().rstrip("=")
    return {"picture": picture, "key": " ".join(key[start : start + 4] for start in range(0, len(key), 4))}


def _show_codes(request: HttpRequest) -> HttpResponse:
    codes = second_factor.make_recovery_codes(request.user)
    return render(request, "core/admin/second_factor/codes.html", {"codes": codes})


def _next_of(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else reverse("wagtailadmin_home")
