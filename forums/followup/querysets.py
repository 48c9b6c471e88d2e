"""Records of follow-up, asked by recommendation and day."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Self

from django.db import models

from forums.resolutions.models import Recommendation


class RecordQuerySet(models.QuerySet):
    """Records of whatever kind."""

    def about(self, keys: Iterable[uuid.UUID] | uuid.UUID | None) -> Self:
        """Of these recommendations; None means of all."""
        if keys is None:
            return self
        if isinstance(keys, uuid.UUID):
            return self.filter(recommendation_key=keys)
        return self.filter(recommendation_key__in=set(keys))

    def up_to(self, day: dt.date) -> Self:
        """Dated not later than ``day``, in the order in which they count."""
        return self.filter(date__lte=day).order_by("date", "pk")

    def orphans(self) -> Self:
        """Whose recommendation is in no resolution any more, published or not, in any language."""
        return self.exclude(recommendation_key__in=Recommendation.objects.values("translation_key"))


class PublishedRecordQuerySet(RecordQuerySet):
    """Records that pass through approval."""

    def published(self) -> Self:
        return self.filter(live=True)


class ReportQuerySet(PublishedRecordQuerySet):
    """Progress reports."""

    def public(self) -> Self:
        """Published, and no internal note: everything that may leave the admin goes through here."""
        return self.published().filter(internal=False)
