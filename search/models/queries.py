"""What residents asked for, without a trace of who did."""

import datetime as dt

from django.db import connections, models
from django.db.models import Max, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SearchedQueryQuerySet(models.QuerySet["SearchedQuery"]):
    def record(self, text: str, language: str, found: int) -> None:
        """Count one search for ``text`` that gave ``found`` results today."""
        table = connections[self.db].ops.quote_name(self.model._meta.db_table)
        with connections[self.db].cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (day, language, text, times, found) VALUES (%s, %s, %s, 1, %s) "  # noqa: S608
                f"ON CONFLICT (day, language, text) DO UPDATE SET times = {table}.times + 1, found = excluded.found",
                [timezone.localdate(), language, text, found],
            )

    def summed(self, since: dt.date) -> models.QuerySet:
        """Queries since a day with how often each was asked and the most it ever found, the popular first."""
        return (
            self.filter(day__gte=since)
            .values("text", "language")
            .annotate(asked=Sum("times"), most_found=Max("found"), last_asked=Max("day"))
            .order_by("-asked", "text")
        )


class SearchedQuery(models.Model):
    """How often a query was asked on a day, and how much it found the last time."""

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=12)
    text = models.CharField(_("query"), max_length=200)
    times = models.PositiveIntegerField(_("times"), default=0)
    found = models.PositiveIntegerField(_("found"), default=0)

    objects = SearchedQueryQuerySet.as_manager()

    class Meta:
        verbose_name = _("searched query")
        verbose_name_plural = _("searched queries")
        constraints = [models.UniqueConstraint(fields=("day", "language", "text"), name="search_unique_query")]

    def __str__(self) -> str:
        return self.text
