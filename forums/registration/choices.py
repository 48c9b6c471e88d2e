"""Where a registration stands, whether a forum takes any, and what an organiser may ask."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.badges import Badge


class PeriodState(models.TextChoices):
    """Whether registrations are taken now; computed from two moments."""

    AHEAD = "ahead", _("Registration has not begun")
    OPEN = "open", _("Registration is open")
    CLOSED = "closed", _("Registration is closed")


class Status(models.TextChoices):
    """The way of a registration; nothing is counted before it is confirmed."""

    UNCONFIRMED = "unconfirmed", _("not confirmed")
    PLACED = "placed", _("Has a place")
    WAITING = "waiting", _("On the waiting list")
    OFFERED = "offered", _("A place is offered")
    LAPSED = "lapsed", _("The offer has lapsed")
    CANCELLED = "cancelled", _("Registration cancelled")

    @property
    def badge(self) -> Badge:
        """The status as a sign and a word."""
        return Badge(self.label, *BADGES.get(self, ("", "circle")))


BADGES = {
    Status.PLACED: ("good", "check"),
    Status.WAITING: ("warn", "clock"),
    Status.OFFERED: ("accent", "flag"),
    Status.LAPSED: ("", "cross"),
    Status.CANCELLED: ("", "cross"),
}
#: Places that nobody else gets: an offered one is kept until the offer lapses.
HOLDING = (Status.PLACED, Status.OFFERED)
#: What its owner may still change or cancel; one address has one of them at a forum.
ACTIVE = (Status.PLACED, Status.OFFERED, Status.WAITING)
#: What organisers see: everything that was confirmed.
KNOWN = (*ACTIVE, Status.LAPSED, Status.CANCELLED)


class QuestionKind(models.TextChoices):
    """How a question of the organiser is answered."""

    TEXT = "text", _("a short text")
    YES_NO = "yes_no", _("yes or no")
    CHOICE = "choice", _("one of several answers")
