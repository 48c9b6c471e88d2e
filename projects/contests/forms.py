"""The editor's form of a contest: times are typed and shown by the contest's own clock, the panels stand as in an
announcement.
"""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from core.page_forms import PageForm

from .choices import TimeZone

MOMENTS = ("opens_at", "closes_at")


class ContestForm(PageForm):
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


CONTEST_PANELS = [
    FieldPanel("summary"),
    MultiFieldPanel(
        [FieldPanel("organiser"), FieldPanel("level"), FieldPanel("audiences"), FieldPanel("topics")],
        heading=_("Who and for whom"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("time_zone"),
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
            FieldPanel("results_expected_on"),
        ],
        heading=_("Dates"),
    ),
    MultiFieldPanel(
        [FieldPanel("prize_fund"), FieldRowPanel([FieldPanel("grant_min"), FieldPanel("grant_max")])],
        heading=_("Money"),
    ),
    MultiFieldPanel(
        [FieldPanel("how_to_apply"), FieldPanel("official_link"), FieldPanel("contact")],
        heading=_("How to apply"),
    ),
    InlinePanel("consultations", heading=_("Consultations"), label=_("Consultation")),
    FieldPanel("body"),
    InlinePanel("documents", heading=_("Documents"), label=_("Document")),
    MultiFieldPanel(
        [
            FieldPanel("results_on"),
            InlinePanel("winners", label=_("Winner")),
            FieldPanel("results_text"),
        ],
        heading=_("Results"),
        help_text=_("Fill in once the winners are known."),
    ),
]
