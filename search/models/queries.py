"""What residents asked for, without a trace of who did, and the synonyms that editors keep.

Promoted results are Wagtail's own: ``wagtail.contrib.search_promotions``.
"""

import datetime as dt
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import connections, models, transaction
from django.db.models import F, Max, Sum
from django.utils.translation import gettext_lazy as _

Counts = Mapping[tuple[str, str], int]


class SearchedQueryQuerySet(models.QuerySet["SearchedQuery"]):
    def add(self, day: dt.date, asked: Counts, clicked: Counts, found: Mapping[tuple[str, str], int]) -> None:
        """Add counts, by text and language, to the rows of a day. A click on what was never asked counts nothing."""
        table = connections[self.db].ops.quote_name(self.model._meta.db_table)
        rows = [(day, language, text, times, found[text, language], 0) for (text, language), times in asked.items()]
        with transaction.atomic(using=self.db), connections[self.db].cursor() as cursor:
            if rows:
                cursor.executemany(
                    f"INSERT INTO {table} (day, language, text, times, found, clicked) "  # noqa: S608
                    "VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (day, language, text) DO UPDATE "
                    f"SET times = {table}.times + excluded.times, found = excluded.found",
                    rows,
                )
            for (text, language), times in clicked.items():
                self.filter(day=day, language=language, text=text).update(clicked=F("clicked") + times)

    def summed(self, since: dt.date) -> models.QuerySet:
        """Queries since a day with how often each was asked and the most it ever found, the popular first."""
        return (
            self.filter(day__gte=since)
            .values("text", "language")
            .annotate(asked=Sum("times"), most_found=Max("found"), last_asked=Max("day"), opened=Sum("clicked"))
            .order_by("-asked", "text")
        )


class SearchedQuery(models.Model):
    """How often a query was asked on a day, how much it found the last time, how often a result was opened."""

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=12)
    text = models.CharField(_("query"), max_length=200)
    times = models.PositiveIntegerField(_("times"), default=0)
    found = models.PositiveIntegerField(_("found"), default=0)
    clicked = models.PositiveIntegerField(_("opened"), default=0)

    objects = SearchedQueryQuerySet.as_manager()

    class Meta:
        verbose_name = _("searched query")
        verbose_name_plural = _("searched queries")
        constraints = [models.UniqueConstraint(fields=("day", "language", "text"), name="search_unique_query")]

    def __str__(self) -> str:
        return self.text


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
