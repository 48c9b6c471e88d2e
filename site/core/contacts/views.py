"""The page with the button, and «My page»."""

import datetime as dt

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.caching import private
from core.mail.bounces import lift_suspension
from core.models import Consent, Contact, ContactLink

from .belongings import all_belongings
from .change_of_address import ChangeOfAddress
from .consents import withdraw_consent
from .erasure import erase_contact
from .forms import AddressForm, NewAddressForm
from .requests import ask, ask_for_page, descriptions, pending_actions, perform, token_digest
from .session import close_session, contact_of, open_session

#: A link opened later than this after it was sent does what it says and opens no session.
SESSION_WITHIN = dt.timedelta(hours=1)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """What a link in a letter opens: a page with a button. Scanners of mail open links, so GET changes nothing.

    The address of the page is the secret; a token against forged requests would only ask for a cookie.
    """
    good = ContactLink.objects.filter(digest=token_digest(token), used_at=None, expires_at__gt=timezone.now())
    found = good.first()
    if found is None:
        return private(render(request, "core/contacts/link_gone.html", status=410))
    pending = pending_actions(found.email)
    if request.method != "POST":
        lines = descriptions(pending)
        return private(render(request, "core/contacts/link.html", {"lines": lines, "email": found.email}))
    with transaction.atomic():
        if not good.update(used_at=timezone.now()):
            return private(render(request, "core/contacts/link_gone.html", status=410))
        contact, _created = Contact.objects.get_or_create(
            email=found.email, defaults={"language": get_language() or "ru"}
        )
        lift_suspension(contact.email)
        done = [one for requested in pending for one in perform(requested, contact, request)]
    response = render(request, "core/contacts/done.html", {"done": done}) if done else redirect("contacts:page")
    if timezone.now() - found.sent_at <= SESSION_WITHIN:
        open_session(response, contact)
    return private(response)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """After a form: the same words whether the address is known or not."""
    return private(render(request, "core/contacts/sent.html"))


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """«My page»; without an open session the form that asks for the link."""
    contact = contact_of(request)
    if contact is None:
        return _ask_for_link(request)
    parts = [part for belongings in all_belongings() if (part := belongings.part(contact, request))]
    context = {
        "contact": contact,
        "parts": [render_to_string(part.template, {"contact": contact, **part.context}, request) for part in parts],
        "consents": contact.consents.filter(withdrawn_at=None),
        "address_form": NewAddressForm(request=request),
    }
    return private(render(request, "core/contacts/page.html", context))


def _ask_for_link(request: HttpRequest) -> HttpResponse:
    form = AddressForm(request.POST if request.method == "POST" else None, request=request)
    if form.is_bound and form.is_valid() and form.is_accepted():
        if not form.is_from_robot:
            ask_for_page(form.cleaned_data["email"])
        return redirect("contacts:sent")
    status = form.status if form.is_bound else 200
    return private(render(request, "core/contacts/ask.html", {"form": form}, status=status))


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """All that the site keeps of the visitor, as a JSON file."""
    contact = contact_of(request)
    if contact is None:
        return redirect("contacts:page")
    data = {
        "email": contact.email,
        "language": contact.language,
        "confirmed_at": contact.confirmed_at.isoformat(),
        "consents": [
            {
                "kind": consent.kind,
                "version": consent.version,
                "text": consent.text,
                "given_at": consent.given_at.isoformat(),
                "given_by": consent.given_by,
                "withdrawn_at": consent.withdrawn_at.isoformat() if consent.withdrawn_at else None,
            }
            for consent in contact.consents.all()
        ],
        **{belongings.name: belongings.export(contact) for belongings in all_belongings()},
    }
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return private(response)


@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Erase everything of the visitor's."""
    contact = contact_of(request)
    if contact is None:
        return redirect("contacts:page")
    erase_contact(contact)
    response = render(request, "core/contacts/erased.html")
    close_session(response, None)
    return private(response)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """End the session."""
    response = redirect("contacts:page")
    close_session(response, contact_of(request))
    return response


@require_POST
def change_address(request: HttpRequest) -> HttpResponse:
    """Send a letter to the new address."""
    contact = contact_of(request)
    if contact is None:
        return redirect("contacts:page")
    form = NewAddressForm(request.POST, request=request)
    if form.is_valid() and form.is_accepted():
        if form.is_from_robot:
            return redirect("contacts:sent")
        return ask(request, ChangeOfAddress.name, {"contact": contact.pk}, form.cleaned_data["email"])
    context = {"form": form, "contact": contact}
    return private(render(request, "core/contacts/change_address.html", context, status=form.status))


@require_POST
def withdraw(request: HttpRequest, kind: str) -> HttpResponse:
    """Take a consent back. To take back the processing of one's data is to have them erased."""
    contact = contact_of(request)
    if contact is not None and kind in Consent.Kind.values and kind != Consent.Kind.PROCESSING:
        withdraw_consent(contact, kind)
    return redirect("contacts:page")
