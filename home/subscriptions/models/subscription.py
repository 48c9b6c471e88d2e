"""What somebody follows by letter."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Contact

from ..choices import Frequency
from ..querysets import SubscriptionQuerySet


class Subscription(models.Model):
    """A confirmed address follows a thing of a registered kind; see :mod:`core.following`.

    ``told_until`` is the moment up to which its happenings have been told, or need not be.
    """

    contact = models.ForeignKey(
        Contact, verbose_name=_("contact"), on_delete=models.CASCADE, related_name="subscriptions"
    )
    kind = models.CharField(_("kind"), max_length=40)
    key = models.CharField(_("thing"), max_length=255, blank=True)
    frequency = models.CharField(_("how often"), max_length=10, choices=Frequency.choices, default=Frequency.WEEKLY)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="ru")
    created_at = models.DateTimeField(_("since"), default=timezone.now)
    told_until = models.DateTimeField(default=timezone.now)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["contact", "kind", "key"], name="subscriptions_followed_once"),
        ]
        indexes = [
            models.Index(fields=["frequency", "told_until"], name="subscriptions_due"),
            models.Index(fields=["kind", "contact"], name="subscriptions_of_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"
