"""A resident's word on a recommendation, with a picture, and what the responsible body answers."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Contact

from .choices import Seen, Status


class WitnessQuerySet(models.QuerySet):
    """Residents' words by where they stand."""

    def public(self) -> Self:
        return self.filter(status=Status.PUBLISHED)

    def unanswered(self) -> Self:
        """Shown, and the body has said nothing; the oldest first."""
        return self.public().filter(answered_at=None).order_by("published_at", "pk")

    def light(self) -> Self:
        """Without the picture itself, which lists do not need."""
        return self.defer("picture")


class Witness(models.Model):
    """Done or not done, in a resident's words. Hangs on the recommendation's key, as all that is recorded."""

    recommendation_key = models.UUIDField(_("recommendation"), db_index=True)
    seen = models.CharField(_("what you see"), max_length=10, choices=Seen.choices)
    text = models.TextField(_("in your words"), max_length=1500)
    picture = models.BinaryField(blank=True, default=bytes)
    has_picture = models.BooleanField(default=False)
    author = models.ForeignKey(
        Contact, verbose_name=_("author"), null=True, blank=True, on_delete=models.SET_NULL, related_name="witnesses"
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="ru")
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.UNCONFIRMED, db_index=True
    )
    created_at = models.DateTimeField(default=timezone.now)
    received_at = models.DateTimeField(_("received at"), null=True, blank=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    reason = models.TextField(_("why it is not shown"), max_length=500, blank=True)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_by = models.CharField(_("who answers"), max_length=255, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    objects = WitnessQuerySet.as_manager()

    class Meta:
        verbose_name = _("resident's word")
        verbose_name_plural = _("residents' words")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_seen_display()}: {self.text[:60]}"

    @property
    def badge(self):
        return Seen(self.seen).badge
