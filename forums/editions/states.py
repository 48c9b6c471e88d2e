"""Where a forum stands in time. Pure functions: the day is given, nothing is stored."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.badges import Badge


class ForumState(models.TextChoices):
    """The four states of a forum, in the order it goes through them."""

    ANNOUNCED = "announced", _("Announced")
    REGISTRATION = "registration", _("Registration is open")
    UNDER_WAY = "under_way", _("Under way")
    FINISHED = "finished", _("Finished")

    @property
    def badge(self) -> Badge:
        """The state's sign and word."""
        tone, icon = {
            "announced": ("", "calendar"),
            "registration": ("accent", "flag"),
            "under_way": ("good", "megaphone"),
            "finished": ("", "done"),
        }[self.value]
        return Badge(self.label, tone, icon)


def forum_state(
    today: dt.date,
    starts_on: dt.date,
    ends_on: dt.date | None = None,
    registration: bool = False,
    opens_on: dt.date | None = None,
    closes_on: dt.date | None = None,
) -> ForumState:
    """The state on ``today``. All dates are inclusive; a window without an edge is open on that side.

    ``registration`` says whether there is anything to register at; with it the window closes at the latest
    when the forum starts.
    """
    if today > (ends_on or starts_on):
        return ForumState.FINISHED
    if today >= starts_on:
        return ForumState.UNDER_WAY
    opened = opens_on is None or today >= opens_on
    closed = closes_on is not None and today > closes_on
    return ForumState.REGISTRATION if registration and opened and not closed else ForumState.ANNOUNCED
