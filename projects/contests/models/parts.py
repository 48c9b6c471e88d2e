"""Rows of a contest: consultations, documents, winners."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin

from core.money import MoneyField
from core.page_choosers import ProjectChooserPanel

from ..querysets import WinnerQuerySet


class ContestConsultation(TranslatableMixin, Orderable):
    """When and where applicants can ask questions; the time is by the contest's own clock."""

    page = ParentalKey("contests.ContestPage", on_delete=models.CASCADE, related_name="consultations")
    date = models.DateField(_("date"))
    starts = models.TimeField(_("time"), null=True, blank=True, help_text=_("By the same clock as the deadline."))
    place = models.CharField(
        _("place"), max_length=255, blank=True, help_text=_("For example: House of Culture, room 12, or: online.")
    )
    link = models.URLField(_("link"), blank=True, help_text=_("To register or to connect."))

    panels = [FieldPanel(name) for name in ("date", "starts", "place", "link")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")

    def __str__(self) -> str:
        return f"{self.date}"

    @property
    def starts_at(self) -> dt.date:
        """The moment it begins, or the bare day when no time is given."""
        if self.starts is None:
            return self.date
        return dt.datetime.combine(self.date, self.starts, tzinfo=self.page.clock)


class ContestDocument(TranslatableMixin, Orderable):
    """A file that belongs to the contest: the rules, a form, the jury's protocol."""

    page = ParentalKey("contests.ContestPage", on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "core.SiteDocument", verbose_name=_("file"), on_delete=models.CASCADE, related_name="+"
    )
    title = models.CharField(_("title"), max_length=255, blank=True, help_text=_("Left empty, the file's own title."))

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return self.title or self.document.title


class ContestWinner(TranslatableMixin, Orderable):
    """Who won, with what, and how much."""

    page = ParentalKey("contests.ContestPage", on_delete=models.CASCADE, related_name="winners")
    name = models.CharField(
        _("winner"),
        max_length=255,
        blank=True,
        help_text=_("For example: TOS “Northern Yard”. Empty when a project is chosen."),
    )
    project_title = models.CharField(_("title of the project"), max_length=255, blank=True)
    project = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("the project's page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("If the project is on this site, the page tells the rest."),
    )
    amount = MoneyField(_("sum, ₽"), null=True, blank=True, help_text=_("For example: 300 000."))

    objects = WinnerQuerySet.as_manager()

    #: Whether anybody may read the project's page; filled in with the initiator.
    shows_project = False
    #: The name of whoever began the project; filled in where winners are shown, see ``ContestPage.winner_rows``.
    initiator = ""

    panels = [
        FieldPanel("name"),
        FieldPanel("project_title"),
        ProjectChooserPanel("project"),
        FieldPanel("amount"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("winner")
        verbose_name_plural = _("winners")

    def __str__(self) -> str:
        return self.name or self.project_title

    @property
    def winner_name(self) -> str:
        """The winner's own name, else that of the project's initiator."""
        return self.name or self.initiator

    def clean(self) -> None:
        super().clean()
        if not (self.name or self.project_title or self.project_id):
            raise ValidationError({"name": _("Name the winner, or choose the project's page.")})
