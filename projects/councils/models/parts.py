"""What belongs to a council: offices with dates, yearly reports, documents, pictures, streets."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from projects.geo.houses import House, Match, best_match, read_houses

from ..choices import OfficeRole
from ..querysets import CouncilStreetQuerySet, OfficeQuerySet


class CouncilOffice(TranslatableMixin, Orderable):
    """Who held an office of the council, and when; the list of chairs over time is made of these."""

    Role = OfficeRole

    council = ParentalKey("councils.CouncilPage", on_delete=models.CASCADE, related_name="offices")
    role = models.CharField(_("office"), max_length=20, choices=Role.choices, default=Role.CHAIR)
    person = models.ForeignKey(
        "core.Person",
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="council_offices",
        help_text=_("Portrait, phone and e-mail are shown only when the person's consent is recorded (152-FZ)."),
    )
    since = models.DateField(_("since"), null=True, blank=True, help_text=_("The day of the election."))
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("Empty while the person is in office."))

    objects = OfficeQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("role"), FieldPanel("person")]),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        indexes = [models.Index(fields=["role", "until"])]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.person}"

    def clean(self) -> None:
        super().clean()
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": _("The term ends before it begins. Check both dates.")})

    def held_on(self, day: dt.date) -> bool:
        """Whether the office is held on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or self.until >= day)


class CouncilReport(TranslatableMixin, Orderable):
    """What a council did in a year."""

    council = ParentalKey("councils.CouncilPage", on_delete=models.CASCADE, related_name="reports")
    year = models.PositiveSmallIntegerField(_("year"), validators=[MinValueValidator(1990), MaxValueValidator(2100)])
    summary = models.TextField(
        _("in brief"), blank=True, help_text=_("For example: 4 clean-ups, a playground, 312 residents took part.")
    )
    document = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [FieldPanel("year"), FieldPanel("summary"), FieldPanel("document")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("yearly report")
        verbose_name_plural = _("yearly reports")

    def __str__(self) -> str:
        return str(self.year)

    def clean(self) -> None:
        super().clean()
        if self.year and self.year > timezone.localdate().year:
            raise ValidationError({"year": _("This year has not begun yet.")})
        if not self.summary and not self.document_id:
            raise ValidationError({"summary": _("Tell what was done in a line or two, or attach the report.")})


class CouncilDocument(TranslatableMixin, Orderable):
    """A charter, a protocol, a decision."""

    council = ParentalKey("councils.CouncilPage", on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "core.SiteDocument", verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )
    title = models.CharField(
        _("title"), max_length=255, blank=True, help_text=_("Empty: the title in the document library.")
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("document of a council")
        verbose_name_plural = _("documents of a council")

    def __str__(self) -> str:
        return self.title or self.document.title


class CouncilPicture(TranslatableMixin, Orderable):
    """A picture of the gallery."""

    council = ParentalKey("councils.CouncilPage", on_delete=models.CASCADE, related_name="pictures")
    image = models.ForeignKey("core.SiteImage", verbose_name=_("image"), on_delete=models.CASCADE, related_name="+")
    caption = models.CharField(_("caption"), max_length=255, blank=True)

    panels = [FieldPanel("image"), FieldPanel("caption")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("picture of a council")
        verbose_name_plural = _("pictures of a council")

    def __str__(self) -> str:
        return self.caption or self.image.title


class CouncilStreet(models.Model):
    """One line of a council's address list. Remade whenever the council's page is saved; holds nothing of its own."""

    council = models.ForeignKey("councils.CouncilPage", on_delete=models.CASCADE, related_name="streets")
    title = models.CharField(_("street"), max_length=255)
    key = models.CharField(max_length=257)
    kind = models.CharField(max_length=20, blank=True)
    houses = models.TextField(_("houses"), blank=True)

    objects = CouncilStreetQuerySet.as_manager()

    class Meta:
        verbose_name = _("street of a council")
        verbose_name_plural = _("streets of a council")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return f"{self.title}, {self.houses}" if self.houses else self.title

    def match(self, house: House | None) -> Match:
        """How surely ``house`` of this street belongs to the council; without a house, the street is enough."""
        return Match.EXACT if house is None else best_match(read_houses(self.houses), house)
