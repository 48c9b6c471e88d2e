"""Texts of files, so that a file is read once."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExtractedText(models.Model):
    """The text of a file, by the hash of its content."""

    content_hash = models.CharField(primary_key=True, max_length=40)
    text = models.TextField(blank=True)

    class Meta:
        verbose_name = _("text of a file")
        verbose_name_plural = _("texts of files")

    def __str__(self) -> str:
        return self.content_hash
