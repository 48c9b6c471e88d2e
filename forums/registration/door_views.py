"""Check-in at the entrance: a screen for a phone that goes on while the connection is lost."""

import json
import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from . import acts, door
from .admin_forms import WalkInForm
from .admin_views import MOST_TYPED, chosen_period, managers_only, named_period, show
from .models import Registration, RegistrationPeriod


def _address(period: RegistrationPeriod) -> str:
    return f"{reverse('registration_admin:door')}?forum={period.pk}"


@managers_only
def screen(request: HttpRequest) -> HttpResponse:
    """Everybody who has a place; POST adds somebody who came without registering."""
    period = chosen_period(request)
    if period is None:
        return redirect("registration_admin:list")
    form = WalkInForm(request.POST if request.method == "POST" else None, period=period)
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        new = acts.walk_in(data["section"], data["name"], data["party_size"], data["key"], timezone.now(), request.user)
        messages.success(
            request, _("%(name)s is in, with the number %(number)s.") % {"name": new.name, "number": new.number}
        )
        return redirect(_address(period))
    typed = request.GET.get("q", "").strip()[:MOST_TYPED]
    found = list(Registration.objects.of(period).placed().search(typed).with_place().order_by("name", "number"))
    return show(
        request,
        "registration/admin/door.html",
        _("Check-in"),
        422 if form.is_bound else 200,
        period=period,
        form=form,
        q=typed,
        rows=[(one, uuid.uuid4()) for one in found],
        here=sum(one.party_size for one in found if one.arrived_at),
    )


@managers_only
@require_POST
def tap(request: HttpRequest, pk: int) -> HttpResponse:
    """One tap without a script."""
    registration = get_object_or_404(Registration.objects.placed(), pk=pk)
    entry = {"key": request.POST.get("key"), "registration": pk, "kind": request.POST.get("kind")}
    door.take(registration.period, [entry], request.user)
    return redirect(f"{_address(registration.period)}#registration-{pk}")


@managers_only
@require_POST
def sync(request: HttpRequest) -> JsonResponse:
    """Check-ins that the browser has kept, as JSON; the answer says which it may forget, and who is in by now."""
    period = named_period(request)
    try:
        entries = json.loads(request.body)["entries"]
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"error": _("This is no list of check-ins.")}, status=400)
    if not isinstance(entries, list):
        return JsonResponse({"error": _("This is no list of check-ins.")}, status=400)
    taken = door.take(period, entries, request.user)
    here = Registration.objects.of(period).filter(arrived_at__isnull=False).values_list("pk", flat=True)
    return JsonResponse({"done": taken.done, "refused": taken.refused, "here": list(here)})
