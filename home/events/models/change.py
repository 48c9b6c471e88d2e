"""A single date of a series that is skipped or moved."""

import datetime as dt

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from russian.dates import long_date


class EventChange(TranslatableMixin, Orderable):
    """The meeting that the series has on ``day`` takes place at another time, or not at all."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="changes")
    day = models.DateField(
        _("date of the meeting"), help_text=_("The day on which the series has it. For example: 14.05.2026.")
    )
    moved_to = models.DateTimeField(
        _("moved to"), null=True, blank=True, help_text=_("Left empty: this meeting does not take place.")
    )
    note = models.CharField(
        _("reason"), max_length=255, blank=True, help_text=_("For example: because of the holiday.")
    )

    panels = [FieldRowPanel([FieldPanel("day"), FieldPanel("moved_to")]), FieldPanel("note")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("change of a single date")
        verbose_name_plural = _("changes of single dates")

    @property
    def last_day(self) -> dt.date:
        """The day until which readers are told of it."""
        return max(self.day, timezone.localdate(self.moved_to)) if self.moved_to else self.day

    @property
    def in_words(self) -> str:
        """«14 мая 2026 года встречи не будет (праздник)»."""
        named = {"day": long_date(self.day)}
        if self.moved_to:
            moment = timezone.localtime(self.moved_to)
            named |= {"moved": f"{long_date(moment.date())}, {moment:%H:%M}"}
            words = gettext("the meeting of %(day)s is moved to %(moved)s") % named
        else:
            words = gettext("no meeting on %(day)s") % named
        return f"{words} ({self.note})" if self.note else words

    def __str__(self) -> str:
        return f"{self.day} → {timezone.localtime(self.moved_to):%Y-%m-%d %H:%M}" if self.moved_to else f"{self.day} ×"
