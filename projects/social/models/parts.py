"""Rows of a project: its history, money, needs."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin

from core.money import MoneyField

from ..choices import NeedKind, Source, Stage


class ProjectStage(TranslatableMixin, Orderable):
    """From this day on the project has this stage. The stage of any day follows from these rows."""

    page = ParentalKey("social.ProjectPage", on_delete=models.CASCADE, related_name="stages")
    stage = models.CharField(_("stage"), max_length=20, choices=Stage.choices, default=Stage.IDEA)
    since = models.DateField(_("since"), default=timezone.localdate, help_text=_("A day to come is a plan."))
    note = models.CharField(
        _("note"), max_length=255, blank=True, help_text=_("For example: the grant came, work has begun.")
    )

    panels = [FieldRowPanel([FieldPanel("stage"), FieldPanel("since")]), FieldPanel("note")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("stage")
        verbose_name_plural = _("stages")
        # Whole, so that the stage of a day is told from the index alone.
        indexes = [
            models.Index(fields=["page", "since", "sort_order", "id", "stage"], name="projects_stage_history"),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}, {self.since}"


class ProjectFunding(TranslatableMixin, Orderable):
    """Money of one source in one year."""

    page = ParentalKey("social.ProjectPage", on_delete=models.CASCADE, related_name="fundings")
    year = models.PositiveSmallIntegerField(
        _("year"),
        validators=[
            MinValueValidator(1990, _("Type a year from 1990 to 2100.")),
            MaxValueValidator(2100, _("Type a year from 1990 to 2100.")),
        ],
        help_text=_("For example: 2026."),
    )
    source = models.CharField(_("source"), max_length=20, choices=Source.choices, db_index=True)
    amount = MoneyField(_("sum, ₽"), help_text=_("For example: 300 000."))
    contest = models.ForeignKey(
        "contests.ContestPage",
        verbose_name=_("contest"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="fundings",
        help_text=_("If the money was won in a contest of this site."),
    )
    note = models.CharField(
        _("note"), max_length=255, blank=True, help_text=_("For example: for playground equipment.")
    )

    panels = [
        FieldRowPanel([FieldPanel("year"), FieldPanel("source"), FieldPanel("amount")]),
        PageChooserPanel("contest"),
        FieldPanel("note"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("money")
        verbose_name_plural = _("money by year")

    def __str__(self) -> str:
        return f"{self.year}, {self.get_source_display()}"


class ProjectNeed(TranslatableMixin, Orderable):
    """What the project asks people for."""

    page = ParentalKey("social.ProjectPage", on_delete=models.CASCADE, related_name="needs")
    kind = models.CharField(_("what"), max_length=20, choices=NeedKind.choices, db_index=True)
    text = models.CharField(
        _("what exactly"), max_length=255, help_text=_("For example: ten people with shovels on Saturday, 18 May.")
    )
    amount = MoneyField(_("sum, ₽"), null=True, blank=True, help_text=_("For money only. For example: 45 000."))
    until = models.DateField(
        _("by what day"), null=True, blank=True, help_text=_("After this day it is no longer shown as needed.")
    )
    met_on = models.DateField(_("found on"), null=True, blank=True, help_text=_("Fill in when it has been found."))

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("amount")]),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("until"), FieldPanel("met_on")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if self.amount is not None and self.kind != NeedKind.MONEY:
            raise ValidationError({"amount": _("A sum fits only when money is needed. Clear it or choose “money”.")})

    def is_open_on(self, day: dt.date) -> bool:
        """Whether it is still wanted on ``day``."""
        return self.met_on is None and (self.until is None or self.until >= day)
