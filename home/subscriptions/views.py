"""Public views: the form, the archive of newsletters, and what «My page» changes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.caching import cacheable
from core.contacts import ask, contact_of
from core.contacts.consents import given_consents, has_consent
from core.listings import Listing
from core.models import Consent, Territory, Topic
from projects.contests.choices import Audience

from .actions import Follow, thing_at
from .choices import NEWSLETTER, Frequency, Topical
from .forms import FollowForm
from .models import Newsletter, Subscription

PER_PAGE = 20
TERMS: dict[str, Any] = {Topical.TOPIC: Topic, Topical.TERRITORY: Territory}


@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """The form for what the address names, ``?to=kind:key``; without it what can be followed."""
    kind, colon, key = request.GET.get("to", "").replace("\x00", "").partition(":")
    if not colon:
        return _private(render(request, "subscriptions/choose.html", _choices()))
    thing = thing_at(kind, key) if len(key) <= 255 else None
    if thing is None:
        return _private(render(request, "subscriptions/gone.html", status=404))
    contact = contact_of(request)
    agreed = contact is not None and has_consent(contact, Consent.Kind.MAILING)
    form = FollowForm(
        request.POST if request.method == "POST" else None,
        request=request,
        known=contact is not None,
        agreed=agreed,
        often=kind != NEWSLETTER,
    )
    if form.is_bound and form.is_valid() and form.is_accepted():
        if form.is_from_robot:
            return redirect("contacts:sent")
        given = form.cleaned_data
        payload = {"kind": kind, "key": key, "frequency": given.get("frequency", Frequency.WEEKLY)}
        consents = given_consents(given, processing="consent", mailing="mailing")
        return ask(request, Follow.name, payload, given.get("email", ""), consents)
    context = {"form": form, "thing": thing, "contact": contact, "is_newsletter": kind == NEWSLETTER}
    return _private(render(request, "subscriptions/form.html", context, status=form.status if form.is_bound else 200))


def _choices() -> dict[str, Any]:
    """What the page offers where no other page has led there."""
    language = get_language() or "ru"
    groups = [
        (kind, kind.label, model.objects.filter(locale__language_code=language).order_by("title"))
        for kind, model in ((Topical(name), model) for name, model in TERMS.items())
    ]
    return {"groups": groups, "audiences": Audience.choices}


@require_safe
@cacheable("page")
def archive(request: HttpRequest) -> HttpResponse:
    """Past newsletters in the active language, the newest first."""
    sent = Newsletter.objects.sent().filter(language=get_language() or "ru").defer("items")
    found = Listing(sent, request.GET, per_page=PER_PAGE)
    return render(request, "subscriptions/archive.html", {"listing": found})


@require_safe
@cacheable()
def newsletter(request: HttpRequest, pk: int) -> HttpResponse:
    """One newsletter as it was sent."""
    found = get_object_or_404(Newsletter.objects.sent(), pk=pk, language=get_language() or "ru")
    return render(request, "subscriptions/newsletter.html", {"newsletter": found})


@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """From «My page»: how often letters come about one thing."""
    frequency = request.POST.get("frequency", "")
    if frequency in Frequency.values:
        _own(request).filter(pk=pk).update(frequency=frequency)
    return redirect("contacts:page")


@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """From «My page»: no more letters about one thing."""
    _own(request).filter(pk=pk).delete()
    return redirect("contacts:page")


def _own(request: HttpRequest) -> Any:
    """The subscriptions of the visitor whose session is open; nobody's are none."""
    contact = contact_of(request)
    return Subscription.objects.filter(contact=contact) if contact else Subscription.objects.none()


def _private(response: HttpResponse) -> HttpResponse:
    """The form has a token and a stamp of its own: nobody keeps a copy."""
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex"
    return response
