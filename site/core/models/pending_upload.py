"""A file under review: uploaded, looked at, then applied once or dropped."""

import datetime as dt
import hashlib
import uuid
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

#: How long a review is kept after the last change to it.
LIFETIME = dt.timedelta(days=30)
#: The largest file that is kept, in bytes; a kind of review may take less.
MAX_BYTES = 20 * 1024 * 1024


class UploadChanged(Exception):
    """The review was changed or finished elsewhere since it was loaded."""


class PendingUploadQuerySet(models.QuerySet):
    def of(self, user: Any) -> "PendingUploadQuerySet":
        """Uploads of ``user`` that have not expired."""
        return self.filter(owner=user, expires_at__gt=timezone.now())

    def unfinished(self) -> "PendingUploadQuerySet":
        """Uploads that may still be applied; for lists, so without the files themselves."""
        return self.filter(applied_at=None).defer("content", "state")

    def expired(self) -> "PendingUploadQuerySet":
        """Uploads nobody has touched for their lifetime, and applied ones whose time is over."""
        return self.filter(expires_at__lte=timezone.now())

    def purge(self) -> int:
        """Delete the expired uploads with their files; give their number. For a command that a clock runs."""
        return self.expired().defer("content", "state").delete()[0]

    def keep(
        self, *, owner: Any, kind: str, file_name: str, content: bytes, place: str = "", state: Any = None
    ) -> "PendingUpload":
        """Store a file for review. Raises ``ValidationError`` when it is empty or larger than :data:`MAX_BYTES`."""
        if not content:
            raise ValidationError(_("The file is empty. Choose another one."))
        if len(content) > MAX_BYTES:
            message = _("The file is larger than %(limit)d MB. Split it in parts.")
            raise ValidationError(message % {"limit": MAX_BYTES // (1024 * 1024)})
        return self.create(
            owner=owner,
            kind=kind,
            place=place,
            file_name=file_name[:255],
            digest=hashlib.sha256(content).hexdigest(),
            size=len(content),
            content=content,
            state=state or {},
        )


def next_expiry() -> dt.datetime:
    """The moment until which an upload is kept that was touched now."""
    return timezone.now() + LIFETIME


class PendingUpload(models.Model):
    """An uploaded file and the state of its review.

    The file is kept in the database, not in the media folder: it may not be public yet, it vanishes with its row, and
    it is there as surely as the state is. ``place`` is for the views: where on the site the review belongs.
    ``version`` counts the changes, so that a second tab cannot undo the first.
    """

    wagtail_reference_index_ignore = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(gettext_lazy("kind of review"), max_length=50)
    place = models.CharField(max_length=200, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(gettext_lazy("file"), max_length=255)
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    content = models.BinaryField()
    state = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=next_expiry, db_index=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    result_url = models.CharField(max_length=500, blank=True)

    objects = PendingUploadQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at"]
        verbose_name = gettext_lazy("file under review")
        verbose_name_plural = gettext_lazy("files under review")
        indexes = [models.Index(fields=["owner", "kind"], name="core_upload_owner_kind")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_applied(self) -> bool:
        return self.applied_at is not None

    @property
    def data(self) -> bytes:
        """The file; PostgreSQL gives a ``memoryview``."""
        return bytes(self.content)

    def save_state(self, state: Any) -> None:
        """Store the review's ``state`` and keep the upload for a whole lifetime more.

        Raises :class:`UploadChanged` when it was changed, applied or deleted since it was loaded.
        """
        self._change(state=state)
        self.state = state

    def claim(self) -> None:
        """Mark the upload as applied; to be called in the transaction that applies it.

        The conditional UPDATE lets one of two requests through on every database: the second waits for the first, then
        finds nothing to update. When the transaction is rolled back, the upload may be claimed again.
        Raises :class:`UploadChanged` for the one that comes second.
        """
        now = timezone.now()
        self._change(applied_at=now)
        self.applied_at = now

    def finish(self, result_url: str) -> None:
        """Remember where the result of a claimed upload stands, and let go of the file."""
        self.result_url, self.content = result_url, b""
        self.save(update_fields=["result_url", "content"])

    def _change(self, **values: Any) -> None:
        current = PendingUpload.objects.filter(pk=self.pk, version=self.version, applied_at=None)
        stamps = {"changed_at": timezone.now(), "expires_at": next_expiry()}
        if not current.update(**values, **stamps, version=F("version") + 1):
            raise UploadChanged
        self.version += 1
        self.changed_at, self.expires_at = stamps["changed_at"], stamps["expires_at"]
