"""What editors deleted and may still have back, and which form made which page."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: How long a deleted page is kept.
KEPT_FOR = dt.timedelta(days=30)


class BinnedPageQuerySet(models.QuerySet):
    """Deleted pages."""

    def expired(self) -> "BinnedPageQuerySet":
        return self.filter(deleted_at__lt=timezone.now() - KEPT_FOR)


class BinnedPage(models.Model):
    """A page in the bin: where it stood, and what of it and below it was published."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    parent = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+")
    #: By primary key: ``live_revision_id`` and ``has_unpublished_changes`` of what was published.
    published = models.JSONField(default=dict)
    deleted_at = models.DateTimeField(_("deleted at"), default=timezone.now)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("deleted by")
    )

    objects = BinnedPageQuerySet.as_manager()

    class Meta:
        ordering = ["-deleted_at"]
        verbose_name = _("page in the bin")
        verbose_name_plural = _("pages in the bin")

    def __str__(self) -> str:
        return self.page.title

    @property
    def kept_until(self) -> dt.date:
        return timezone.localdate(self.deleted_at + KEPT_FOR)


class FilledForm(models.Model):
    """The page that a form «new page» has made, by the form's own token: one form makes one page."""

    token = models.CharField(max_length=64, unique=True)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    finished = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("form of a new page")
        verbose_name_plural = _("forms of new pages")

    def __str__(self) -> str:
        return f"{self.made_at:%d.%m.%Y %H:%M} · {self.page}"
