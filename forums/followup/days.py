"""The day a page is asked for."""

import datetime as dt
import re

from django.utils.translation import gettext as _


class ImpossibleDay(ValueError):
    """The asked day cannot be shown; the message says why and what to do."""


def read_day(text: str, earliest: dt.date, latest: dt.date) -> dt.date:
    """``2018-04-26`` as a date between ``earliest`` and ``latest``; raises :class:`ImpossibleDay`."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip(), re.ASCII):
            raise ValueError
        day = dt.date.fromisoformat(text.strip())
    except ValueError:
        raise ImpossibleDay(_("There is no such day. Write the date like this: 2018-04-26.")) from None
    if day < earliest:
        message = _("On that day nothing had been adopted yet. Choose %(date)s or later.")
        raise ImpossibleDay(message % {"date": f"{earliest:%d.%m.%Y}"})
    if day > latest:
        message = _("That day is still to come. Choose %(date)s or earlier.")
        raise ImpossibleDay(message % {"date": f"{latest:%d.%m.%Y}"})
    return day
