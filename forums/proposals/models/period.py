"""When a forum takes proposals, and whether the municipality wants them at all."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from forums.editions.models import ForumPeriod

from ..choices import PeriodState


@register_setting(icon="clipboard-list")
class ProposalSettings(BaseSiteSetting):
    """The switch, and where appeals under the law are made."""

    enabled = models.BooleanField(
        _("residents may propose"),
        default=True,
        help_text=_("Off: the forms close and nothing of proposals is shown on the site. What was sent is kept."),
    )
    appeal_url = models.URLField(
        _("where appeals are made"),
        blank=True,
        help_text=_("The page of the reception where citizens' appeals under 59-FZ are taken."),
    )

    panels = [FieldPanel("enabled"), FieldPanel("appeal_url")]

    class Meta:
        verbose_name = _("proposals")
        verbose_name_plural = _("proposals")


class ProposalPeriod(ForumPeriod):
    """From when to when a forum takes proposals."""

    opens_on = models.DateField(_("taken from"))
    closes_on = models.DateField(_("taken until"), help_text=_("The last day, included."))
    intro = models.TextField(
        _("what is asked for"), blank=True, help_text=_("One or two sentences above the list and the form.")
    )

    panels = [
        PageChooserPanel("forum"),
        FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
        FieldPanel("intro"),
    ]

    class Meta:
        verbose_name = _("collection of proposals")
        verbose_name_plural = _("collections of proposals")
        ordering = ["-opens_on"]

    def clean(self) -> None:
        super().clean()
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            raise ValidationError({"closes_on": _("It cannot end before it begins.")})

    @property
    def state(self) -> PeriodState:
        """Whether proposals are taken today."""
        return self.state_on(timezone.localdate())

    def state_on(self, day: dt.date) -> PeriodState:
        if day < self.opens_on:
            return PeriodState.AHEAD
        return PeriodState.OPEN if day <= self.closes_on else PeriodState.CLOSED

    @property
    def is_open(self) -> bool:
        return self.state == PeriodState.OPEN
