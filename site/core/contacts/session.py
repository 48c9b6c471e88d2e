"""The hour after a link from a letter was opened: a signed cookie of its own, which pages do not read.

Django's session stays out of it: a shared cache keeps pages for visitors without a session, and an editor who is
signed in to the admin stays so.
"""

import datetime as dt
import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from core.models import Contact

COOKIE = "contact"
LIFETIME = dt.timedelta(hours=1)


def open_session(response: HttpResponseBase, contact: Contact) -> None:
    """Let the visitor act as ``contact`` for an hour; sessions opened before end."""
    contact.session_key = uuid.uuid4()
    contact.save(update_fields=["session_key"])
    response.set_signed_cookie(
        COOKIE,
        f"{contact.pk}:{contact.session_key.hex}",
        max_age=LIFETIME,
        secure=bool(settings.SESSION_COOKIE_SECURE),
        httponly=True,
        samesite="Lax",
    )


def close_session(response: HttpResponseBase, contact: Contact | None) -> None:
    """End the hour, on this device and on every other."""
    response.delete_cookie(COOKIE, samesite="Lax")
    if contact is not None:
        Contact.objects.filter(pk=contact.pk).update(session_key=uuid.uuid4())


def contact_of(request: HttpRequest) -> Contact | None:
    """Whose address the visitor has confirmed within the hour."""
    value = request.get_signed_cookie(COOKIE, default="", max_age=LIFETIME)
    number, _colon, key = str(value).partition(":")
    if not number.isdecimal():
        return None
    contact = Contact.objects.filter(pk=int(number)).first()
    return contact if contact is not None and contact.session_key.hex == key else None
