"""The vocabulary of what is indexed: how rare a key is, and how words are spelled."""

import json
from collections import Counter
from collections.abc import Iterable

from django.db import connections, models
from django.utils.translation import gettext_lazy as _


class WordQuerySet(models.QuerySet["Word"]):
    def change(self, language: str, is_key: bool, counts: Counter[str]) -> None:
        """Add ``counts`` (negative ones take away) to the entries that hold each word.

        All in one statement; words come in order, so that two writers never wait for each other in a ring.
        """
        changed = {text: count for text, count in sorted(counts.items()) if count}
        if not changed:
            return
        connection = connections[self.db]
        table = connection.ops.quote_name(self.model._meta.db_table)
        rows = "json_each_text(%s::json)" if connection.vendor == "postgresql" else "json_each(%s)"
        statement = (
            f"INSERT INTO {table} (language, is_key, text, entries) "  # noqa: S608
            f"SELECT %s, %s, key, CAST(value AS integer) FROM {rows} WHERE true "
            f"ON CONFLICT (language, is_key, text) DO UPDATE SET entries = {table}.entries + excluded.entries"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [language, is_key, json.dumps(changed, ensure_ascii=False)])

    def frequencies(self, language: str, keys: Iterable[str]) -> dict[str, int]:
        """How many entries hold each of ``keys``; those that none holds are left out."""
        # "is_key IN (true)": for "WHERE is_key", as Django writes a plain condition, SQLite leaves the index unused.
        found = self.filter(language=language, is_key__in=[True], text__in=list(keys), entries__gt=0)
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
