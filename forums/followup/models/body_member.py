"""Which users write for which body."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class BodyMember(models.Model):
    """A user who reports for a responsible body, and sees only what is assigned to it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("user"), on_delete=models.CASCADE, related_name="bodies"
    )
    body = models.ForeignKey(
        "core.Organisation", verbose_name=_("responsible body"), on_delete=models.CASCADE, related_name="members"
    )

    panels = [FieldPanel("user"), FieldPanel("body")]

    class Meta:
        verbose_name = _("body's user")
        verbose_name_plural = _("bodies' users")
        constraints = [models.UniqueConstraint(fields=["user", "body"], name="forums_unique_body_member")]

    def __str__(self) -> str:
        return f"{self.user} · {self.body}"
