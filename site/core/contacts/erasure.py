"""Erasing: a contact who wants it, and whatever was never confirmed."""

import datetime as dt

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from core.extensions import extensions_of
from core.mail.sending import erase_words_of_failed
from core.models import Contact, ContactLink, FormUse, Letter, MailingRefusal, RequestedAction
from core.models.contacts import UNCONFIRMED_LIFETIME
from core.models.mail import FAILED_WORDS_LIFETIME
from core.public_forms import NEVER

from .actions import action_named
from .belongings import all_belongings

#: The ledger of letters is kept so long, for questions about what was sent.
LEDGER_LIFETIME = dt.timedelta(days=180)
#: Rooms register what of theirs is due to be erased: a function that erases it and gives how much it was.
EXTENSION = "erasure of what is expired"


def erase_contact(contact: Contact) -> None:
    """Erase a person everywhere: what rooms keep, letters, consents, the address itself."""
    with transaction.atomic():
        for belongings in all_belongings():
            belongings.erase(contact)
        for requested in RequestedAction.objects.filter(email=contact.email, done_at=None):
            _erase_request(requested)
        RequestedAction.objects.filter(email=contact.email).delete()
        ContactLink.objects.filter(email=contact.email).delete()
        Letter.objects.filter(Q(recipient=contact.email) | Q(reply_to=contact.email)).delete()
        MailingRefusal.objects.filter(recipient=contact.email).delete()
        contact.delete()


def erase_expired() -> dict[str, int]:
    """Erase what has outlived its use; give how much of what. For a command that a clock runs."""
    now = timezone.now()
    unconfirmed = RequestedAction.objects.filter(done_at=None, requested_at__lte=now - UNCONFIRMED_LIFETIME)
    counts = {"unconfirmed requests": sum(_erase_request(requested) for requested in unconfirmed)}
    counts["words of letters that failed"] = erase_words_of_failed(now - FAILED_WORDS_LIFETIME)
    counts["addresses with nothing"] = _erase_idle_contacts(now - UNCONFIRMED_LIFETIME)
    old = {
        "fulfilled requests": RequestedAction.objects.filter(done_at__lte=now - UNCONFIRMED_LIFETIME),
        "links": ContactLink.objects.filter(expires_at__lte=now, sent_at__lte=now - dt.timedelta(days=1)),
        "counters of forms": FormUse.objects.filter(
            Q(window_ends_at__lte=now) | Q(window_ends_at=NEVER) & ~Q(key__in=ContactLink.objects.values("limit_key"))
        ),
        "letters": Letter.objects.filter(changed_at__lte=now - LEDGER_LIFETIME),
    }
    for name, rows in old.items():
        counts[name] = rows.delete()[0]
    for erase in extensions_of(EXTENSION):
        name, count = erase()
        counts[name] = count
    return counts


def _erase_request(requested: RequestedAction) -> int:
    action = action_named(requested.action)
    if action is not None:
        action.erase(requested.payload)
    return requested.delete()[0]


def _erase_idle_contacts(before: dt.datetime) -> int:
    """Addresses that have been confirmed for a while and have nothing in any room."""
    return erase_idle(Contact.objects.filter(confirmed_at__lte=before))


def erase_idle(contacts: QuerySet) -> int:
    """Erase those of ``contacts`` that have nothing in any room; give how many."""
    idle = contacts
    for belongings in all_belongings():
        idle = idle.exclude(pk__in=belongings.owners())
    found = list(idle)
    for contact in found:
        erase_contact(contact)
    return len(found)
