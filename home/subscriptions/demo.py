"""The demo's subscriptions, of invented residents, and a newsletter that was sent."""

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone

from core.contacts.consents import give_consent
from core.demo import DemoKit
from core.models import Consent, Contact, Territory
from forums.resolutions.models import Recommendation
from projects.contests.choices import Audience

from .choices import NEWSLETTER, Frequency
from .models import Newsletter, Subscription
from .newsletters import candidates

READERS = (
    ("chitatel-1@novodumsk.example", Frequency.WEEKLY),
    ("chitatel-2@novodumsk.example", Frequency.DAILY),
    ("chitatel-3@novodumsk.example", Frequency.AT_ONCE),
)
INTRO = "Главное за неделю: что решили, что открылось и куда можно подать заявку."
#: So many lines of the week stand in the newsletter.
MOST_ITEMS = 6


def load(kit: DemoKit) -> None:
    """Three readers with a few subscriptions each, and one newsletter in the archive."""
    if Newsletter.objects.exists():
        return
    for place, (email, frequency) in enumerate(READERS):
        contact = Contact.objects.filter(email=email).first() or kit.add(Contact(email=email))
        for kind in (Consent.Kind.PROCESSING, Consent.Kind.MAILING):
            give_consent(contact, kind, "отмечено в форме сайта")
        for thing, key in list(_things())[place:]:
            kit.add(Subscription(contact=contact, kind=thing, key=key, frequency=frequency))
    _newsletter(kit)


def _things() -> Iterator[tuple[str, str]]:
    """What the readers follow: kind and key."""
    yield NEWSLETTER, ""
    yield "contests", f"audience={Audience.TOS.value}"
    if item := Recommendation.objects.live().order_by("pk").first():
        yield "recommendation", str(item.translation_key)
    if territory := Territory.objects.order_by("pk").first():
        yield "territory", str(territory.translation_key)


def _newsletter(kit: DemoKit) -> None:
    """Sent three days ago, to nobody: the demo writes no letters."""
    sent_at = timezone.now() - dt.timedelta(days=3)
    items = candidates("ru", sent_at)[:MOST_ITEMS]
    kit.add(
        Newsletter(
            subject="Новости недели: гранты, дворы и набережная",
            intro=INTRO,
            items=items,
            created_at=sent_at,
            sent_at=sent_at,
            delivered_at=sent_at,
        )
    )
