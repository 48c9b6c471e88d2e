"""What the protection of public forms remembers, in the database, so that all processes know it."""

import datetime as dt

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FormUse(models.Model):
    """How often something happened within a window of time. ``key`` is a keyed digest: no address is kept."""

    key = models.CharField(max_length=64)
    window_ends_at = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("use of a form")
        verbose_name_plural = _("uses of forms")
        constraints = [models.UniqueConstraint(fields=["key", "window_ends_at"], name="core_form_use_once")]

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.count}"

    @classmethod
    def take(cls, key: str, limit: int, window: dt.timedelta) -> bool:
        """Count one use of ``key``; False when ``limit`` uses were counted in this window already.

        Windows stand on a grid (every whole hour, for example). The conditional UPDATE counts exactly.
        """
        now = timezone.now()
        seconds = int(window.total_seconds())
        ends = dt.datetime.fromtimestamp((int(now.timestamp()) // seconds + 1) * seconds, tz=dt.UTC)
        row, _created = cls.objects.get_or_create(key=key, window_ends_at=ends)
        return bool(cls.objects.filter(pk=row.pk, count__lt=limit).update(count=F("count") + 1))

    @classmethod
    def take_once(cls, key: str, until: dt.datetime) -> bool:
        """Whether ``key`` is used for the first time; to be remembered ``until`` a moment that the key goes with."""
        _row, created = cls.objects.get_or_create(key=key, window_ends_at=until, defaults={"count": 1})
        return created
