"""Vectors of entries, for search by meaning; empty unless the settings name a source of embeddings."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .index import SearchEntry


class EntryVector(models.Model):
    """An entry's vector as one signed byte a dimension, and of which text and model it is."""

    entry = models.OneToOneField(SearchEntry, primary_key=True, on_delete=models.CASCADE, related_name="vector_of")
    model = models.CharField(max_length=32, help_text=_("Digest of the encoder's name."))
    digest = models.CharField(max_length=32, help_text=_("The entry's when the vector was made."))
    vector = models.BinaryField()

    class Meta:
        verbose_name = _("vector of an entry")
        verbose_name_plural = _("vectors of entries")

    def __str__(self) -> str:
        return str(self.entry_id)


class NearnessFloor(models.Model):
    """How near the nearest entry is to questions that the site has no answer to: nothing less near is shown."""

    model = models.CharField(max_length=32)
    language = models.CharField(max_length=12)
    floor = models.FloatField()
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("floor of nearness")
        verbose_name_plural = _("floors of nearness")
        constraints = [models.UniqueConstraint(fields=("model", "language"), name="search_unique_floor")]

    def __str__(self) -> str:
        return f"{self.language}: {self.floor:.3f}"
