"""A letter to all who asked for the site's news of a week."""

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from ..querysets import NewsletterQuerySet


class Newsletter(models.Model):
    """Chosen news with an introduction. What was sent stays as it was: ``items`` keeps its words and addresses.

    ``last_contact`` is the last contact written to: whoever finds the sending broken off goes on behind it.
    """

    subject = models.CharField(_("subject"), max_length=150)
    intro = models.TextField(
        _("introduction"), blank=True, max_length=1000, help_text=_("A sentence or two before the news; may be empty.")
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="ru")
    #: Each with ``page``, ``label``, ``title``, ``text`` and ``url`` (a path).
    items = models.JSONField(_("news"), default=list)
    created_at = models.DateTimeField(_("made at"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("made by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True, db_index=True)
    last_contact = models.BigIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True, blank=True)

    objects = NewsletterQuerySet.as_manager()

    class Meta:
        verbose_name = _("newsletter")
        verbose_name_plural = _("newsletters")
        ordering = ["-pk"]
        permissions = [("send_newsletter", "Can send newsletters")]

    def __str__(self) -> str:
        return self.subject

    @property
    def url(self) -> str:
        """Path of its page in the archive, in its own language."""
        with translation.override(self.language):
            return reverse("subscriptions:newsletter", args=[self.pk])

    @property
    def groups(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """The items under what they are: news, contests …"""
        found: dict[str, list[dict[str, Any]]] = {}
        for item in self.items:
            found.setdefault(item["label"], []).append(item)
        return list(found.items())
