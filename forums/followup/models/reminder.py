"""Which reminders have gone out."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reminder(models.Model):
    """One reminder of one due day. A row without ``sent_at`` is one that failed and will be tried again."""

    class Stage(models.TextChoices):
        AHEAD = "ahead", _("the day is near")
        OVERDUE = "overdue", _("the day has passed")

    recommendation_key = models.UUIDField(_("recommendation"), db_index=True)
    due_on = models.DateField(_("due on"))
    stage = models.CharField(_("stage"), max_length=10, choices=Stage.choices)
    email = models.EmailField(_("sent to"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.CharField(_("last error"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation_key", "due_on", "stage", "email"], name="forums_unique_reminder"
            )
        ]

    def __str__(self) -> str:
        return f"{self.email} · {self.due_on:%d.%m.%Y}"
