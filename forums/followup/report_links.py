"""Links in letters that let a responsible contact report on one recommendation without signing in.

A link names the recommendation and, by a keyed digest, the address that it was sent to. It is good for
:data:`LIFETIME`, and only while that address is the contact of the assignment in force. It is not used up: while a
report waits for approval it shows that report, and no other can be sent.
"""

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone, translation

from core.mail import site_url
from core.public_forms import digest

from .board import unusual_records
from .dossiers import Dossier, load_dossiers
from .models import Assignment, FollowUpRecord
from .subjects import load_subjects

SALT = "followup.report_links"
#: Two weekly letters come in this time, each with a new link.
LIFETIME = dt.timedelta(days=14)


class Refusal(Enum):
    """Why a link opens no form; the value is the status of the answer."""

    FOREIGN = 404
    EXPIRED = 410
    PASSED_ON = 403


class LinkRefused(Exception):
    """A link that opens no form."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.name)
        self.why = why


@dataclass(frozen=True)
class OpenedLink:
    """What a good link is about. ``waiting`` is a report or answer under approval, which comes before a new one."""

    dossier: Dossier
    assignment: Assignment
    waiting: FollowUpRecord | None


def report_url(key: UUID, email: str) -> str:
    """Absolute address of the form for one recommendation and one contact."""
    token = signing.dumps([key.hex, _mark(email)], salt=SALT)
    with translation.override(settings.LANGUAGE_CODE):
        return site_url(reverse("followup:report", args=[token]))


def open_link(token: str) -> OpenedLink:
    """What the link is about. Raises :class:`LinkRefused`."""
    try:
        key, mark = signing.loads(token, salt=SALT, max_age=LIFETIME)
    except signing.SignatureExpired as error:
        raise LinkRefused(Refusal.EXPIRED) from error
    except signing.BadSignature as error:
        raise LinkRefused(Refusal.FOREIGN) from error
    found = load_dossiers(load_subjects(keys=[UUID(key)]), timezone.localdate())
    assignment = found[0].assignment if found else None
    if assignment is None or _mark(assignment.contact_email) != mark:
        raise LinkRefused(Refusal.PASSED_ON)
    waiting = [one for one in unusual_records()["waiting"] if one.recommendation_key == found[0].key]
    return OpenedLink(found[0], assignment, waiting[-1] if waiting else None)


def _mark(email: str) -> str:
    """A digest of the address: whoever sees a link in a log learns nobody's address."""
    return digest(SALT, email.lower())[:16]
