"""The editor's form of a contest: times are typed and shown by the contest's own clock."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm

from .choices import TimeZone

MOMENTS = ("opens_at", "closes_at")


class ContestForm(WagtailAdminPageForm):
    """Reads «30 ноября, 23:59» as the clock chosen beside it shows, whatever clock the editor's computer has."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in MOMENTS:
            moment = getattr(self.instance, name)
            if moment and name in self.fields:
                self.initial[name] = timezone.make_naive(moment, self.instance.clock)

    def clean(self) -> dict:
        cleaned = super().clean()
        zone = cleaned.get("time_zone")
        if zone in TimeZone.values:
            for name in MOMENTS:
                if moment := cleaned.get(name):
                    cleaned[name] = _by_clock(moment, ZoneInfo(zone))
        return cleaned


def _by_clock(moment: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """The same figures on the dial of ``zone``: the form field took them for the current time zone's."""
    return (
        timezone.make_naive(moment).replace(tzinfo=zone) if timezone.is_aware(moment) else moment.replace(tzinfo=zone)
    )
