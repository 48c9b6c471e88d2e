"""Asking: at once for a visitor whose address is confirmed, else by a letter with a link."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import add_never_cache_headers
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.mail import site_url, write_letter
from core.models import Contact, ContactLink, FormUse, Letter, RequestedAction
from core.models.contacts import UNCONFIRMED_LIFETIME
from core.public_forms import NEVER

from .actions import Done, action_named
from .addresses import limit_key, next_moment, spelled
from .consents import give_consent
from .session import contact_of

#: How long a link to «My page» is good for.
PAGE_LIFETIME = dt.timedelta(minutes=30)


def ask(
    request: HttpRequest,
    action: str,
    payload: dict[str, Any],
    email: str = "",
    consents: Iterable[str] = (),
) -> HttpResponse:
    """Ask for a registered action; the answer is what the view returns.

    A visitor whose address is confirmed (:func:`contact_of`) gets it done at once, and may leave ``email`` empty.
    Anybody else gets a letter, and the same answer whether the address is known or not.
    """
    contact = contact_of(request)
    if contact is not None and spelled(email or contact.email) == contact.email:
        requested = _store(request, contact.email, action, payload, consents)
        return show_done(request, perform(requested, contact, request))
    requested = _store(request, spelled(email), action, payload, consents)
    known = action_named(action)
    send_link(requested.email, known.subject if known else "", "core/mail/confirm", UNCONFIRMED_LIFETIME)
    return redirect("contacts:sent")


def ask_for_page(email: str) -> None:
    """Send a link to «My page», to known and unknown addresses alike."""
    send_link(spelled(email), gettext_lazy("Open My page"), "core/mail/open_page", PAGE_LIFETIME)


def pending_actions(email: str) -> list[RequestedAction]:
    """What waits for the confirmation of an address, the oldest first."""
    since = timezone.now() - UNCONFIRMED_LIFETIME
    return list(RequestedAction.objects.filter(email=email, done_at=None, requested_at__gt=since))


def descriptions(requests: Iterable[RequestedAction]) -> list[str | Promise]:
    """A line about each request that can still be fulfilled."""
    known = ((action_named(one.action), one.payload) for one in requests)
    lines = [action.describe(payload) for action, payload in known if action is not None]
    return [line for line in lines if line]


def subjects(requests: Iterable[RequestedAction]) -> list[str]:
    """What the letter names: no word of whoever filled in the form, lest somebody writes to others through us."""
    actions = filter(None, (action_named(one.action) for one in requests))
    return list(dict.fromkeys(str(action.subject) for action in actions))


def send_link(email: str, subject: str | Promise, template: str, lifetime: dt.timedelta) -> None:
    """Send a link of one use, now or as soon as the limits let it; one that waits serves for all."""
    language = translation.get_language() or "ru"
    key = limit_key(email)
    with transaction.atomic():
        # The row is a lock: two requests at once must not both find that no letter was sent.
        FormUse.objects.get_or_create(key=key, window_ends_at=NEVER)
        FormUse.objects.select_for_update().get(key=key, window_ends_at=NEVER)
        moment, is_waiting = next_moment(key)
        if is_waiting:
            return
        token = secrets.token_urlsafe(32)
        link = ContactLink.objects.create(
            email=email,
            digest=token_digest(token),
            limit_key=key,
            language=language,
            sent_at=moment,
            expires_at=moment + lifetime,
        )
        with translation.override(language):
            context = {
                "link": site_url(reverse("contacts:link", args=[token])),
                "lines": subjects(pending_actions(email)),
                "action": _("Open the page with the button"),
            }
        write_letter(
            email,
            f"contacts.link:{link.pk}",
            str(subject),
            template,
            context,
            kind=Letter.Kind.REQUESTED,
            language=language,
            not_before=moment if moment > timezone.now() else None,
        )


def token_digest(token: str) -> str:
    """What the database keeps of a link."""
    return hashlib.sha256(token.encode()).hexdigest()


def perform(requested: RequestedAction, contact: Contact, request: HttpRequest) -> list[Done]:
    """Do what was asked for, once; nothing when it was done, or when its room has nothing to do any more."""
    action = action_named(requested.action)
    with transaction.atomic():
        mine = RequestedAction.objects.filter(pk=requested.pk, done_at=None)
        if action is None or not mine.update(done_at=timezone.now()) or not action.describe(requested.payload):
            return []
        for kind in requested.consents:
            give_consent(contact, kind, _("ticked in the form of the site, confirmed by the link in a letter"))
        return [action.perform(contact, requested.payload, request)]


def show_done(request: HttpRequest, done: list[Done]) -> HttpResponse:
    """The page after actions."""
    response = render(request, "core/contacts/done.html", {"done": done})
    add_never_cache_headers(response)
    return response


def _store(
    request: HttpRequest, email: str, action: str, payload: dict[str, Any], consents: Iterable[str]
) -> RequestedAction:
    return RequestedAction.objects.create(
        email=email,
        action=action,
        payload=payload,
        language=translation.get_language() or "ru",
        consents=list(consents),
    )
