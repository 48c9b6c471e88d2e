"""Questions asked of registrations."""

from typing import Any, Self

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from .choices import ACTIVE, HOLDING, KNOWN, Status


class RegistrationQuerySet(QuerySet):
    """Registrations by where they stand."""

    def of(self, period: Any) -> Self:
        return self.filter(period=period)

    def known(self) -> Self:
        """What was confirmed, whatever became of it."""
        return self.filter(status__in=KNOWN)

    def active(self) -> Self:
        """What its owner may still change or cancel."""
        return self.filter(status__in=ACTIVE)

    def placed(self) -> Self:
        """Who comes."""
        return self.filter(status=Status.PLACED)

    def waiting(self) -> Self:
        """In the order in which places are offered."""
        return self.filter(status=Status.WAITING).order_by("waiting_since", "pk")

    def lapsed(self) -> Self:
        """Offers whose time is over."""
        return self.filter(status=Status.OFFERED, offered_until__lte=timezone.now())

    def with_place(self) -> Self:
        return self.select_related("section", "contact")

    def people(self) -> int:
        """How many people stand behind the registrations."""
        return self.aggregate(n=Sum("party_size"))["n"] or 0

    def taken_places(self) -> int:
        """Places that nobody else gets."""
        return self.filter(status__in=HOLDING).people()

    def search(self, typed: str) -> Self:
        """By number, or by words of the name whatever their case."""
        if typed.isdecimal() and len(typed) < 10:
            return self.filter(number=int(typed))
        found = self
        for word in typed.split()[:5]:
            found = found.filter(Q(name__icontains=word) | Q(name__icontains=word.capitalize()))
        return found

    def without_person(self) -> int:
        """Remove what leads to a person; what the figures are counted of stays. Gives how many there were."""
        return self.update(contact=None, name="", needs="", answers={})
