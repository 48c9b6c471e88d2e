"""What editors decided on matches. It is remembered: the same is not asked again, and the next matches heed it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Decision(models.Model):
    """Whether a page is evidence for a recommendation.

    Holds in all languages of the page. ``text`` is what the page said then: from it the next matches learn, whatever
    becomes of the page.
    """

    page_key = models.UUIDField(_("page"), help_text=_("The translation key of the page."))
    recommendation_key = models.UUIDField(_("recommendation"), db_index=True)
    confirmed = models.BooleanField(_("is evidence"))
    text = models.TextField(_("what the page said"), blank=True)
    report = models.ForeignKey(
        "followup.ProgressReport",
        verbose_name=_("progress report"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided at"), auto_now_add=True)

    class Meta:
        verbose_name = _("decision on a suggestion")
        verbose_name_plural = _("decisions on suggestions")
        constraints = [
            models.UniqueConstraint(fields=["page_key", "recommendation_key"], name="suggestions_unique_decision")
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_key} · {self.decided_at:%d.%m.%Y}"
