"""What ``manage.py demo`` made or changed, so that ``--remove`` undoes just that."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class DemoRecord(models.Model):
    """One object of the demo: created (``before`` is null), or changed (``before`` holds the fields' old values)."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=64)
    before = models.JSONField(null=True)

    class Meta:
        verbose_name = _("object of the demo")
        verbose_name_plural = _("objects of the demo")
        constraints = [models.UniqueConstraint(fields=["content_type", "object_id"], name="core_demo_object_once")]

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id}"
