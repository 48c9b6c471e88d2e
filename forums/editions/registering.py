"""Where people register for a forum: at an address of another site, or by a room above this one."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

#: Extension by which a room above takes registrations: from a forum to an :class:`OwnRegistration`, or None.
OWN = "registration for a forum"


@dataclass(frozen=True)
class OwnRegistration:
    """The site takes registrations itself, at ``path`` below the forum's page."""

    path: str
    opens_at: dt.datetime
    closes_at: dt.datetime

    @property
    def is_open(self) -> bool:
        return self.opens_at <= timezone.now() < self.closes_at

    @property
    def next_change(self) -> dt.datetime | None:
        """When it opens or closes next."""
        return min((moment for moment in (self.opens_at, self.closes_at) if moment > timezone.now()), default=None)


@dataclass(frozen=True)
class WayIn:
    """Where to register now, and until which day."""

    url: str
    until: dt.date | None
    is_external: bool
