"""The index: a flat row a page, recommendation or document, and language; and what keeping it in step needs."""

import hashlib
import json
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

#: Facets whose values are vocabulary terms, several to an entry.
TERM_FACETS = ("topics", "addressees", "territories")
FACETS = ("kind", "year", *TERM_FACETS)


class FacetSet(models.Model):
    """A combination of what results are narrowed by, shared by every entry that has just this combination.

    Its primary key is a digest of the values, and a row never changes: engines count matches by this one number, and
    counts of every facet follow from it, on every engine alike.
    """

    id = models.BigIntegerField(primary_key=True)
    site_id = models.IntegerField(default=0)
    language = models.CharField(max_length=12)
    kind = models.CharField(max_length=40)
    year = models.SmallIntegerField(null=True)
    topics = models.JSONField(default=list)
    addressees = models.JSONField(default=list)
    territories = models.JSONField(default=list)

    class Meta:
        verbose_name = _("combination of facets")
        verbose_name_plural = _("combinations of facets")

    def __str__(self) -> str:
        return f"{self.language} {self.kind} {self.year or ''}".strip()

    @classmethod
    def build(cls, **values: Any) -> "FacetSet":
        """An unsaved set with its digest as key; lists of terms are put in order."""
        ordered = {name: sorted(value) if isinstance(value, (list, tuple)) else value for name, value in values.items()}
        canonical = json.dumps(ordered, sort_keys=True, ensure_ascii=False)
        digest = hashlib.blake2b(canonical.encode(), digest_size=8).digest()
        return cls(id=int.from_bytes(digest, "big", signed=True), **ordered)

    def values(self, facet: str) -> list[str]:
        """This set's values of ``facet``, as they stand in addresses."""
        value = getattr(self, facet)
        if isinstance(value, list):
            return value
        return [] if value is None else [str(value)]


class SearchTerm(models.Model):
    """The name of a topic, addressee or territory in one language, kept by its translation key."""

    facet = models.CharField(max_length=20)
    key = models.CharField(max_length=64)
    language = models.CharField(max_length=12)
    label = models.CharField(max_length=255)

    class Meta:
        verbose_name = _("name of a facet's value")
        verbose_name_plural = _("names of facets' values")
        constraints = [models.UniqueConstraint(fields=("key", "language", "facet"), name="search_unique_term")]

    def __str__(self) -> str:
        return self.label


class SearchEntry(models.Model):
    """One findable thing, as plain data: nothing else is asked when results are shown."""

    class Source(models.TextChoices):
        PAGE = "page", _("page")
        DOCUMENT = "document", _("document")

    # Narrow columns stand first: SQLite reads a row from its start.
    source = models.CharField(max_length=10, choices=Source.choices)
    source_id = models.BigIntegerField()
    part = models.CharField(max_length=100, blank=True)
    site_id = models.IntegerField(default=0, help_text=_("0: every site of this installation."))
    language = models.CharField(max_length=12)
    kind = models.CharField(max_length=40)
    date = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True, help_text=_("The last day on which it is not past."))
    boost = models.FloatField(default=1.0)
    facet_set = models.ForeignKey(FacetSet, on_delete=models.PROTECT, related_name="entries")
    title_length = models.PositiveIntegerField(default=0)
    body_length = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=32, blank=True)
    updated_at = models.DateTimeField(auto_now=True)
    url = models.CharField(max_length=1000)
    title = models.CharField(max_length=500)
    context = models.CharField(max_length=500, blank=True)
    trail = models.JSONField(default=list, help_text=_("Titles of the pages above, from the top."))
    text = models.TextField(blank=True)
    title_keys = models.TextField(blank=True)
    body_keys = models.TextField(blank=True)
    root_keys = models.TextField(blank=True)
    word_keys = models.TextField(blank=True)

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [
            models.UniqueConstraint(fields=("source", "source_id", "part", "language"), name="search_unique_entry")
        ]
        # Average lengths are asked for once a minute; this index alone answers.
        indexes = [models.Index(fields=("language", "title_length", "body_length"), name="search_entry_lengths")]

    def __str__(self) -> str:
        return self.title


class ExtractedText(models.Model):
    """The text of a file, by the hash of its content."""

    content_hash = models.CharField(primary_key=True, max_length=40)
    text = models.TextField(blank=True)

    class Meta:
        verbose_name = _("text of a file")
        verbose_name_plural = _("texts of files")

    def __str__(self) -> str:
        return self.content_hash


class AttachedFile(models.Model):
    """A document that is found with a page, and is no hit of its own."""

    document_id = models.BigIntegerField()
    page_id = models.BigIntegerField()

    class Meta:
        verbose_name = _("file of a page")
        verbose_name_plural = _("files of pages")
        constraints = [models.UniqueConstraint(fields=("document_id", "page_id"), name="search_unique_attached")]

    def __str__(self) -> str:
        return f"{self.document_id} → {self.page_id}"


class MissedUpdate(models.Model):
    """An object whose change did not reach the engine; told again as soon as the engine answers."""

    model = models.CharField(max_length=100, help_text=_("Label of the model, for example search.searchentry."))
    object_id = models.CharField(max_length=50)
    missed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("missed update of the index")
        verbose_name_plural = _("missed updates of the index")
        constraints = [models.UniqueConstraint(fields=("model", "object_id"), name="search_unique_missed")]

    def __str__(self) -> str:
        return f"{self.model} {self.object_id}"
