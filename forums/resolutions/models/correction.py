"""A misprint in an adopted text that was mended, for everybody to see."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.text import plain_text

from ..adopted import Part, Words
from ..querysets import CorrectionQuerySet


class Correction(models.Model):
    """Which part said what before and says what now, since when and why. Nothing else may change an adopted text.

    Hangs on translation keys, as all that must outlive revisions.
    """

    resolution_key = models.UUIDField(_("resolution"), db_index=True)
    part_key = models.UUIDField(_("section or item"), null=True, blank=True, db_index=True)
    field = models.CharField(_("field"), max_length=30)
    place = models.CharField(_("place"), max_length=255)
    was = models.TextField(_("was"), blank=True)
    now = models.TextField(_("is"), blank=True)
    reason = models.CharField(
        _("reason"),
        max_length=255,
        help_text=_("Readers see it. For example: a letter was lost when the document was copied."),
    )
    announced = models.BooleanField(
        _("write to those who follow it"),
        default=False,
        help_text=_("A lost letter needs no letter to anybody; a wrong figure or day does."),
    )
    date = models.DateField(_("date"), default=timezone.localdate)
    created_at = models.DateTimeField(_("entered at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "-pk"]
        verbose_name = _("correction of a misprint")
        verbose_name_plural = _("corrections of misprints")

    def __str__(self) -> str:
        return f"{self.date:%d.%m.%Y} · {self.place}"

    @property
    def part(self) -> Part:
        return Part(self.field, str(self.part_key or ""))

    @property
    def shown_was(self) -> str:
        """What stood there, without markup."""
        return plain_text(self.was)

    @property
    def shown_now(self) -> str:
        return plain_text(self.now)


def corrected_words(resolution_key: object) -> Words:
    """What each corrected part of a resolution says since its last correction."""
    rows = Correction.objects.filter(resolution_key=resolution_key).order_by("pk")
    return {row.part: row.now for row in rows}
