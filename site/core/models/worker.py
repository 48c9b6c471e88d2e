"""What is known of the worker: when it was heard of, and when each periodic job ran."""

import datetime as dt

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Without a beat for so long a worker counts as stopped, and the admin says so.
SILENCE = dt.timedelta(minutes=10)


class WorkerBeatQuerySet(models.QuerySet):
    def last_heard(self) -> dt.datetime | None:
        """When any worker was last heard of."""
        return self.aggregate(models.Max("seen_at"))["seen_at__max"]

    def are_silent(self) -> bool:
        """Whether no worker has been heard of for :data:`SILENCE`."""
        last = self.last_heard()
        return last is None or timezone.now() - last > SILENCE


class WorkerBeat(models.Model):
    """One running ``manage.py worker``, which writes the time here again and again."""

    wagtail_reference_index_ignore = True

    worker_id = models.CharField(primary_key=True, max_length=64)
    host = models.CharField(max_length=255)
    pid = models.PositiveIntegerField()
    seen_at = models.DateTimeField(db_index=True)

    objects = WorkerBeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")

    def __str__(self) -> str:
        return self.worker_id


class PeriodicRun(models.Model):
    """The last run of a periodic job; ``claimed_at`` is the moment a worker took it."""

    wagtail_reference_index_ignore = True

    name = models.CharField(_("name"), primary_key=True, max_length=100)
    claimed_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    error = models.CharField(_("error"), max_length=500, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("periodic job")
        verbose_name_plural = _("periodic jobs")

    def __str__(self) -> str:
        return self.name
