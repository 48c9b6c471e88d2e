"""The vocabulary of what is indexed: how rare a key is, and how words are spelled."""

from collections import Counter
from collections.abc import Iterable

from django.db import connections, models
from django.utils.translation import gettext_lazy as _

_CHUNK = 5_000


class WordQuerySet(models.QuerySet["Word"]):
    def change(self, language: str, is_key: bool, counts: Counter[str]) -> None:
        """Add ``counts`` (negative ones take away) to the entries that hold each word.

        One statement for both databases; words come in order, so that two writers never wait for each other in a ring.
        """
        connection = connections[self.db]
        table = connection.ops.quote_name(self.model._meta.db_table)
        statement = (
            f"INSERT INTO {table} (language, is_key, text, entries) VALUES (%s, %s, %s, %s) "  # noqa: S608
            f"ON CONFLICT (language, is_key, text) DO UPDATE SET entries = {table}.entries + excluded.entries"
        )
        rows = [(language, is_key, text, count) for text, count in sorted(counts.items()) if count]
        with connection.cursor() as cursor:
            for start in range(0, len(rows), _CHUNK):
                cursor.executemany(statement, rows[start : start + _CHUNK])

    def frequencies(self, language: str, keys: Iterable[str]) -> dict[str, int]:
        """How many entries hold each of ``keys``; those that none holds are left out."""
        found = self.filter(language=language, is_key=True, text__in=list(keys), entries__gt=0)
        return dict(found.values_list("text", "entries"))


class Word(models.Model):
    """A key, or a word as it is spelled, and the number of entries that hold it."""

    language = models.CharField(max_length=12)
    is_key = models.BooleanField()
    text = models.CharField(max_length=60)
    entries = models.IntegerField(default=0)

    objects = WordQuerySet.as_manager()

    class Meta:
        verbose_name = _("indexed word")
        verbose_name_plural = _("indexed words")
        constraints = [models.UniqueConstraint(fields=("language", "is_key", "text"), name="search_unique_word")]

    def __str__(self) -> str:
        return self.text
