"""What an editor has on the import screen: kept on the server, so that no error loses it."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: How long an untouched review is kept.
LIFETIME = dt.timedelta(days=30)


def original_path(draft: "ImportDraft", filename: str) -> str:
    """A place nobody can guess: the document may not be public yet."""
    return f"import-drafts/{uuid.uuid4()}/{filename}"


class ImportDraftQuerySet(models.QuerySet):
    def of(self, user) -> "ImportDraftQuerySet":
        return self.filter(user=user)

    def stale(self) -> "ImportDraftQuerySet":
        """Reviews nobody has touched for :data:`LIFETIME`."""
        return self.filter(updated_at__lt=timezone.now() - LIFETIME)


class ImportDraft(models.Model):
    """A document under review: the original file, and its lines with the roles given so far."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    forum = models.ForeignKey(
        "editions.ForumPage", verbose_name=_("forum"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(_("file"), max_length=255)
    original = models.FileField(_("original document"), upload_to=original_path, max_length=400)
    document = models.JSONField(_("lines with their roles"), default=dict)
    kinds = models.JSONField(_("kinds chosen by the editor"), default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ImportDraftQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]
        verbose_name = _("document under review")
        verbose_name_plural = _("documents under review")

    def __str__(self) -> str:
        return self.name

    def discard(self) -> None:
        """Delete the review and its file."""
        self.original.delete(save=False)
        self.delete()
