"""Who took a practice up, and what came of it."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from core.page_choosers import ProjectChooserPanel, is_project

from ..querysets import BorrowingQuerySet


class PracticeBorrowing(TranslatableMixin, Orderable):
    """A council of the register, or another city's body, took the practice up; shown from both ends."""

    practice = ParentalKey("practices.PracticePage", on_delete=models.CASCADE, related_name="borrowings")
    council = models.ForeignKey(
        "councils.CouncilPage",
        verbose_name=_("council of our register"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="borrowings",
    )
    borrower = models.CharField(
        _("or another body"), max_length=200, blank=True, help_text=_("For example: TOS “Yuzhny”.")
    )
    city = models.CharField(_("city"), max_length=120, blank=True, help_text=_("Of the other body."))
    year = models.PositiveSmallIntegerField(_("year"), validators=[MinValueValidator(1990), MaxValueValidator(2100)])
    adaptation = models.TextField(_("how it was adapted"), blank=True)
    outcome = models.TextField(_("what came of it"), blank=True)
    project = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("project on this site"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to=is_project,
    )
    link = models.URLField(_("link"), blank=True, help_text=_("Where the other body tells of it."))

    objects = BorrowingQuerySet.as_manager()

    panels = [
        FieldPanel("council"),
        FieldRowPanel([FieldPanel("borrower"), FieldPanel("city")]),
        FieldPanel("year"),
        FieldPanel("adaptation"),
        FieldPanel("outcome"),
        ProjectChooserPanel("project"),
        FieldPanel("link"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("borrowing")
        verbose_name_plural = _("borrowings")

    def __str__(self) -> str:
        return f"{self.who}, {self.year}"

    #: Whether anybody may read the pages that it names: what a public page shows sets it, see ``PracticePage``.
    shows_council = shows_project = True

    @property
    def who(self) -> str:
        """Name of whoever took the practice up; of a council that not everybody may read only that it is one."""
        if self.council and not self.shows_council:
            return gettext("a council of the town")
        return self.council.title if self.council else self.borrower

    def clean(self) -> None:
        super().clean()
        if bool(self.council_id) == bool(self.borrower):
            raise ValidationError(
                {"borrower": _("Choose a council of the register or name another body: one of the two.")}
            )
        if self.borrower and not self.city:
            raise ValidationError({"city": _("Name the city of the other body.")})
        if self.year and self.year > timezone.localdate().year:
            raise ValidationError({"year": _("This year has not begun yet.")})
