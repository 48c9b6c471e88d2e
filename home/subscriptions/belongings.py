"""What «My page» shows, exports and erases of subscriptions."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language

from core.contacts import Belongings
from core.extensions import Part
from core.following import Thing, followables, things
from core.models import Contact

from .choices import NEWSLETTER, Frequency
from .models import Subscription


class Subscriptions(Belongings):
    """What a contact follows."""

    name = "subscriptions"

    def part(self, contact: Contact, request: HttpRequest) -> Part | None:
        own = list(Subscription.objects.filter(contact=contact))
        if not own:
            return None
        named = named_things(own, get_language() or "ru")
        kinds = followables()
        lines = [
            {
                "subscription": one,
                "thing": named.get((one.kind, one.key)),
                "label": kinds[one.kind].label if one.kind in kinds else one.kind,
                "has_frequency": one.kind != NEWSLETTER,
            }
            for one in own
        ]
        return Part("subscriptions/components/on_my_page.html", {"lines": lines, "frequencies": Frequency.choices})

    def owners(self) -> QuerySet:
        return Subscription.objects.order_by().values_list("contact_id", flat=True)

    def export(self, contact: Contact) -> list[dict[str, Any]]:
        own = list(Subscription.objects.filter(contact=contact))
        named = named_things(own, contact.language)
        return [
            {
                "kind": one.kind,
                "key": one.key,
                "title": named.get((one.kind, one.key), Thing("")).title,
                "frequency": one.frequency,
                "since": one.created_at.isoformat(),
            }
            for one in own
        ]

    def erase(self, contact: Contact) -> None:
        Subscription.objects.filter(contact=contact).delete()


def named_things(subscriptions: Iterable[Subscription], language: str) -> dict[tuple[str, str], Thing]:
    """The things that are followed, by kind and key; looked up a kind at a time."""
    keys: dict[str, set[str]] = {}
    for one in subscriptions:
        keys.setdefault(one.kind, set()).add(one.key)
    return {(kind, key): thing for kind in keys for key, thing in things(kind, keys[kind], language).items()}
