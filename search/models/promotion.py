"""Synonyms that editors keep. (Promoted results are Wagtail's own: ``wagtail.contrib.search_promotions``.)"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Synonyms(models.Model):
    """Words and phrases that mean one thing to whoever searches: a search for one finds all."""

    words = models.TextField(
        _("words and phrases"),
        help_text=_("One a line. For example: ТОС, and on the next line: территориальное общественное самоуправление."),
    )

    changed_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return " = ".join(self.phrases)

    @property
    def phrases(self) -> list[str]:
        """The lines that are not empty."""
        return [line.strip() for line in self.words.splitlines() if line.strip()]

    def clean(self) -> None:
        if len(self.phrases) < 2:
            raise ValidationError({"words": _("Type at least two words or phrases, one a line.")})
