"""What «My page» shows, exports and erases of a resident's words."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from core.contacts import Belongings
from core.extensions import Part
from core.models import Contact

from .choices import Status
from .models import Witness


class Witnesses(Belongings):
    """What a contact has said of recommendations."""

    name = "witnesses"

    def part(self, contact: Contact, request: HttpRequest) -> Part | None:
        own = list(Witness.objects.light().filter(author=contact))
        return Part("witnesses/components/on_my_page.html", {"witnesses": own}) if own else None

    def owners(self) -> QuerySet:
        return Witness.objects.exclude(author=None).order_by().values_list("author_id", flat=True)

    def export(self, contact: Contact) -> list[dict[str, Any]]:
        return [
            {
                "recommendation": str(one.recommendation_key),
                "seen": one.seen,
                "text": one.text,
                "picture": one.has_picture,
                "status": one.status,
                "received_at": one.received_at.isoformat() if one.received_at else None,
            }
            for one in Witness.objects.light().filter(author=contact).order_by("pk")
        ]

    def erase(self, contact: Contact) -> None:
        """What is shown stays without its author; the rest goes."""
        own = Witness.objects.filter(author=contact)
        own.exclude(status=Status.PUBLISHED).delete()
        own.update(author=None)
