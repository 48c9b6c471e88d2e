"""What an answer and a report have in common."""

import uuid
from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FollowUpQuerySet(models.QuerySet):
    """Records, asked by recommendation and date."""

    def about(self, keys: Iterable[uuid.UUID] | uuid.UUID | None) -> "FollowUpQuerySet":
        """Of these recommendations; None means of all."""
        if keys is None:
            return self
        if isinstance(keys, uuid.UUID):
            return self.filter(recommendation_key=keys)
        return self.filter(recommendation_key__in=set(keys))

    def up_to(self, day) -> "FollowUpQuerySet":
        """Dated not later than ``day``, in the order in which they count."""
        return self.filter(date__lte=day).order_by("date", "pk")

    def orphans(self) -> "FollowUpQuerySet":
        """Whose recommendation is in no resolution any more, published or not, in any language."""
        from forums.resolutions.models.recommendation import Recommendation

        return self.exclude(recommendation_key__in=Recommendation.objects.values("translation_key"))


class PublicQuerySet(FollowUpQuerySet):
    """Records that pass through approval."""

    def published(self) -> "PublicQuerySet":
        return self.filter(live=True)


class FollowUpRecord(models.Model):
    """A dated record beside a recommendation. It hangs on the translation key: see the decision "one fact"."""

    recommendation_key = models.UUIDField(_("recommendation"), db_index=True)
    date = models.DateField(_("date"), default=timezone.localdate)
    created_at = models.DateTimeField(_("entered at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-date", "-pk"]

    @property
    def kind_label(self) -> str:
        """What sort of record it is, for lists that mix them."""
        return str(self._meta.verbose_name)

    def clean(self) -> None:
        super().clean()
        from forums.followup.subjects import find_subject

        if not self.recommendation_key:
            return
        subject = find_subject(self.recommendation_key)
        if subject is None:
            raise ValidationError({"recommendation_key": _("There is no such recommendation any more.")})
        errors = self.faults(subject)
        if errors:
            raise ValidationError(errors)

    def faults(self, subject) -> dict:
        """What does not fit the recommendation ``subject``, by field."""
        if self.date and self.date < subject.adopted_on:
            return {
                "date": _("The resolution was adopted later: %(date)s.") % {"date": f"{subject.adopted_on:%d.%m.%Y}"}
            }
        return {}


class PublishedRecord(FollowUpRecord):
    """A record that readers see. Once published its words stay; what was wrong is put right by a new record."""

    #: Fields that may not change after publication.
    frozen_fields: tuple[str, ...] = ("recommendation_key", "date")

    corrects = models.ForeignKey(
        "self",
        verbose_name=_("corrects"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrections",
        help_text=_("The record that this one replaces from its date on."),
    )

    objects = PublicQuerySet.as_manager()

    class Meta(FollowUpRecord.Meta):
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.pk and self._frozen_change():
            raise ValidationError(
                _("A published record is not changed. Add a correction: a new record that replaces it.")
            )

    def faults(self, subject) -> dict:
        errors = super().faults(subject)
        if self.date and self.date > timezone.localdate():
            errors["date"] = _("The date is still to come.")
        if self.corrects and self.corrects.recommendation_key != self.recommendation_key:
            errors["corrects"] = _("That record is about another recommendation.")
        return errors

    def _frozen_change(self) -> bool:
        stored = type(self).objects.filter(pk=self.pk, live=True).first()
        return stored is not None and any(getattr(stored, name) != getattr(self, name) for name in self.frozen_fields)
