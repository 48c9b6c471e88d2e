"""The editor's form of an event: rules that need the rows of a panel."""

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.page_forms import PageForm
from russian.dates import long_date

from . import recurrence


class EventForm(PageForm):
    """Refuses changes of dates that the series does not have, at their rows."""

    def is_valid(self) -> bool:
        valid = super().is_valid()
        return self._changes_fit() and valid

    def _changes_fit(self) -> bool:
        start = self.cleaned_data.get("starts_at")
        forms = [form for form in self.formsets["changes"].forms if _is_filled(form)] if start else []
        seen: set[dt.date] = set()
        for form in forms:
            day, moved = form.cleaned_data["day"], form.cleaned_data.get("moved_to")
            if day in seen:
                form.add_error("day", _("This date stands in another row already. Leave one of them."))
            elif problem := self._problem(start, day):
                form.add_error("day", problem)
            elif moved and moved < start:
                form.add_error("moved_to", _("This is before the first meeting. Change the beginning of the series."))
            seen.add(day)
        return not any(form.errors for form in forms)

    def _problem(self, start: dt.datetime, day: dt.date) -> str:
        """Why the series cannot have a change on ``day``; empty when it can."""
        repeat = self.cleaned_data.get("repeat", "")
        if not repeat:
            return _("Single dates are changed in a series only: choose how the event repeats, or delete this row.")
        until = self.cleaned_data.get("repeat_until")
        if recurrence.meets_on(repeat, start, until, day):
            return ""
        nearest = recurrence.next_start(repeat, start, until, recurrence.moment_of(start, day))
        if nearest is None:
            return _("The series has no meeting on this day: it has ended by then.")
        return _("The series has no meeting on this day; the next one is on %(day)s.") % {
            "day": long_date(timezone.localdate(nearest))
        }


def _is_filled(form: Any) -> bool:
    data = getattr(form, "cleaned_data", None) or {}
    return bool(data.get("day")) and not data.get("DELETE")
