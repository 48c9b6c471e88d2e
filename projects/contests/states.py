"""Where a contest stands in time. Pure functions: the moment is given, nothing is stored."""

import datetime as dt

from django.db import models
from django.utils.translation import pgettext_lazy

from core.badges import Badge

#: How long before the deadline a contest counts as closing soon.
SOON = dt.timedelta(days=7)


class ContestState(models.TextChoices):
    """The states of a contest, in the order it goes through them."""

    ANNOUNCED = "announced", pgettext_lazy("contest", "announced")
    OPEN = "open", pgettext_lazy("contest", "open")
    CLOSING_SOON = "closing_soon", pgettext_lazy("contest", "closing soon")
    CLOSED = "closed", pgettext_lazy("contest", "closed")
    RESULTS = "results", pgettext_lazy("contest", "results published")


BADGES = {
    ContestState.ANNOUNCED: Badge(ContestState.ANNOUNCED.label, "accent", "megaphone"),
    ContestState.OPEN: Badge(ContestState.OPEN.label, "good", "check"),
    ContestState.CLOSING_SOON: Badge(ContestState.CLOSING_SOON.label, "warn", "clock"),
    ContestState.CLOSED: Badge(ContestState.CLOSED.label, "", "cross"),
    ContestState.RESULTS: Badge(ContestState.RESULTS.label, "accent", "flag"),
}


def contest_state(
    now: dt.datetime, opens_at: dt.datetime | None, closes_at: dt.datetime, has_results: bool = False
) -> ContestState:
    """The state at ``now``. Applications are taken from ``opens_at`` (at once without it) to just before ``closes_at``.

    Published results win over everything: a contest may be decided ahead of its announced days.
    """
    if has_results:
        return ContestState.RESULTS
    if now >= closes_at:
        return ContestState.CLOSED
    if opens_at and now < opens_at:
        return ContestState.ANNOUNCED
    return ContestState.CLOSING_SOON if now >= closes_at - SOON else ContestState.OPEN


def next_change(now: dt.datetime, opens_at: dt.datetime | None, closes_at: dt.datetime) -> dt.datetime | None:
    """The first moment after ``now`` when the state of a contest without results changes; None when never again."""
    moments = [moment for moment in (opens_at, closes_at - SOON, closes_at) if moment and moment > now]
    return min(moments, default=None)
