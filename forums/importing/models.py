"""What editors have corrected: labelled documents, to learn from on this site."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CorrectedDocument(models.Model):
    """The lines of a document with the roles that an editor gave them; personal names are replaced.

    ``lines`` are those of ``documents.lines.Line`` as JSON, ``pieces`` pairs of a role and a text with its mark.
    """

    wagtail_reference_index_ignore = True

    digest = models.CharField(max_length=64, unique=True)
    kept_at = models.DateTimeField(auto_now=True)
    lines = models.JSONField(default=list)
    pieces = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("corrected document")
        verbose_name_plural = _("corrected documents")

    def __str__(self) -> str:
        return self.digest[:12]
