"""One spelling of an address; which addresses are one for the limits; when the next letter may go there."""

import datetime as dt

from django.utils import timezone

from core.models import ContactLink
from core.public_forms import digest

#: At most one link an hour and three a day to one mailbox, whoever asks for them.
INTERVAL = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
LINKS_A_DAY = 3
#: Providers that take a dot in the name for nothing.
DOTLESS = {"gmail.com", "googlemail.com"}


def spelled(email: str) -> str:
    """The address as it is kept: letters' case tells no mailboxes apart."""
    return email.strip().lower()


def limit_key(email: str) -> str:
    """The same for addresses that most likely reach one mailbox. For limits only: letters go where asked."""
    name, _at, host = spelled(email).partition("@")
    name = name.partition("+")[0]
    if host in DOTLESS:
        name = name.replace(".", "")
    return digest("recipient", f"{name}@{host}")


def next_moment(key: str) -> tuple[dt.datetime, bool]:
    """When the next link may go to a mailbox, and whether one waits for its time already."""
    now = timezone.now()
    times = list(
        ContactLink.objects.filter(limit_key=key, sent_at__gt=now - DAY)
        .order_by("sent_at")
        .values_list("sent_at", flat=True)
    )
    if not times:
        return now, False
    moment = max(now, times[-1] + INTERVAL)
    if len(times) >= LINKS_A_DAY:
        moment = max(moment, times[-LINKS_A_DAY] + DAY)
    return moment, times[-1] > now
