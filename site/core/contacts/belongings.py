"""What rooms keep of a contact: shown on «My page», exported, erased."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from core.extensions import Part, extend, extensions_of
from core.models import Contact

EXTENSION = "belongings of a contact"


class Belongings:
    """One room's part of «My page»; ``name`` is its key in the export."""

    name = ""

    def part(self, contact: Contact, request: HttpRequest) -> Part | None:
        """What «My page» shows; the part's template finds ``contact`` in its context, too. None shows nothing."""
        raise NotImplementedError

    def owners(self) -> QuerySet:
        """Ids of the contacts that have something, without None. Who has nothing anywhere is erased after a while."""
        raise NotImplementedError

    def export(self, contact: Contact) -> list[dict[str, Any]]:
        """All that is kept, as JSON."""
        raise NotImplementedError

    def erase(self, contact: Contact) -> None:
        """Remove what leads to the person; called before the contact itself is deleted."""
        raise NotImplementedError


def register_belongings(belongings: Belongings, order: int = 0) -> Belongings:
    """Let a room take part in «My page»; parts stand there by their ``order``."""
    extend(EXTENSION, order)(lambda: belongings)
    return belongings


def all_belongings() -> list[Belongings]:
    """What every room has registered, in order."""
    return [make() for make in extensions_of(EXTENSION)]
