"""What is recorded beside a recommendation: assignments, answers, reports with evidence, links to parts of the site.

Records hang on the recommendation's translation key: rows of recommendations are remade when a page is published.
"""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, Orderable, RevisionMixin, WorkflowMixin

from .choices import OUTCOMES_OF_KIND, Frequency, Outcome, Position
from .evidence import part_label
from .querysets import PublishedRecordQuerySet, RecordQuerySet, ReportQuerySet
from .subjects import Subject, find_subject


class FollowUpRecord(models.Model):
    """A dated record beside a recommendation."""

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

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-date", "-pk"]

    @property
    def kind_label(self) -> str:
        """What sort of record it is, for lists that mix them."""
        return str(self._meta.verbose_name)

    def clean(self) -> None:
        super().clean()
        if not self.recommendation_key:
            return
        subject = find_subject(self.recommendation_key)
        if subject is None:
            raise ValidationError({"recommendation_key": _("There is no such recommendation any more.")})
        errors = self.faults(subject)
        if errors:
            raise ValidationError(errors)

    def faults(self, subject: Subject) -> dict[str, Any]:
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

    objects = PublishedRecordQuerySet.as_manager()

    class Meta(FollowUpRecord.Meta):
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.pk and self._frozen_change():
            raise ValidationError(
                _("A published record is not changed. Add a correction: a new record that replaces it.")
            )

    def faults(self, subject: Subject) -> dict[str, Any]:
        errors = super().faults(subject)
        if self.date and self.date > timezone.localdate():
            errors["date"] = _("The date is still to come.")
        if self.corrects and self.corrects.recommendation_key != self.recommendation_key:
            errors["corrects"] = _("That record is about another recommendation.")
        return errors

    def _frozen_change(self) -> bool:
        stored = type(self).objects.filter(pk=self.pk, live=True).first()
        return stored is not None and any(getattr(stored, name) != getattr(self, name) for name in self.frozen_fields)


class Assignment(RevisionMixin, FollowUpRecord):
    """A responsible body from the day ``date`` on; the latest assignment holds. Contacts never leave the admin."""

    body = models.ForeignKey(
        "core.Organisation", verbose_name=_("responsible body"), on_delete=models.PROTECT, related_name="+"
    )
    contact_name = models.CharField(_("contact person"), max_length=255, blank=True)
    contact_email = models.EmailField(
        _("contact's e-mail"), blank=True, help_text=_("Reminders go here. It is not shown on the site.")
    )
    due_on = models.DateField(
        _("report by"),
        null=True,
        blank=True,
        help_text=_("The day the report is due; with repeated reports, the first of them."),
    )
    frequency = models.CharField(
        _("how often to report"), max_length=20, choices=Frequency.choices, default=Frequency.ONCE
    )

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="assignment")

    class Meta(FollowUpRecord.Meta):
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")

    def __str__(self) -> str:
        return f"{self.date:%d.%m.%Y} · {self.body}"

    def faults(self, subject: Subject) -> dict[str, Any]:
        errors = super().faults(subject)
        if self.due_on and self.date and self.due_on < self.date:
            errors["due_on"] = _("The report cannot be due before the assignment is made.")
        return errors


class Response(WorkflowMixin, DraftStateMixin, RevisionMixin, PublishedRecord):
    """The addressee's answer: who, when and what. Whether anything was done is told by reports, not here."""

    body = models.ForeignKey(
        "core.Organisation",
        verbose_name=_("who answers"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The organisation. Leave empty if the addressee as a whole answers."),
    )
    office = models.CharField(
        _("office"), max_length=255, blank=True, help_text=_("For example: deputy head for social matters.")
    )
    position = models.CharField(_("position"), max_length=20, choices=Position.choices)
    text = models.TextField(
        _("answer"), blank=True, help_text=_("In the addressee's words. A refusal needs its reasons.")
    )
    document = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The letter, if there is one."),
    )

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="response")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="response",
        for_concrete_model=False,
    )

    frozen_fields = (*PublishedRecord.frozen_fields, "body_id", "office", "position", "text", "corrects_id")

    class Meta(PublishedRecord.Meta):
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    def __str__(self) -> str:
        return f"{self.date:%d.%m.%Y} · {self.get_position_display()}"

    def faults(self, subject: Subject) -> dict[str, Any]:
        errors = super().faults(subject)
        if self.position == Position.DECLINED and not self.text.strip():
            errors["text"] = _("Say why the addressee declines.")
        return errors


class ProgressReport(WorkflowMixin, DraftStateMixin, RevisionMixin, ClusterableModel, PublishedRecord):
    """What was done by a day. A body writes it, an editor approves it."""

    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices)
    text = models.TextField(
        _("what was done"),
        help_text=_("Two or three sentences with figures. For example: Two seminars were held, 46 people came."),
    )
    due_moved_to = models.DateField(
        _("new date"), null=True, blank=True, help_text=_("Only where the date was moved. Say why in the text.")
    )
    period = models.CharField(_("period"), max_length=100, blank=True, help_text=_("For example: first half of 2018."))
    body = models.ForeignKey(
        "core.Organisation",
        verbose_name=_("who reports"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    internal = models.BooleanField(
        _("internal note"),
        default=False,
        help_text=_("Seen by editors only; it never reaches the site, the reports or the open data."),
    )

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="progress_report")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="progress_report",
        for_concrete_model=False,
    )

    objects = ReportQuerySet.as_manager()

    frozen_fields = (
        *PublishedRecord.frozen_fields,
        "outcome",
        "text",
        "due_moved_to",
        "period",
        "body_id",
        "internal",
        "corrects_id",
    )

    class Meta(PublishedRecord.Meta):
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")

    def __str__(self) -> str:
        return f"{self.date:%d.%m.%Y} · {self.get_outcome_display()}"

    def faults(self, subject: Subject) -> dict[str, Any]:
        errors = super().faults(subject)
        fitting = OUTCOMES_OF_KIND[subject.kind]
        if self.outcome and self.outcome not in fitting:
            names = ", ".join(f"“{Outcome(name).label}”" for name in fitting)
            errors["outcome"] = _("For this kind of recommendation choose one of: %(names)s.") % {"names": names}
        is_later = bool(self.due_moved_to and self.date and self.due_moved_to > self.date)
        if not (self.outcome == Outcome.MOVED) == is_later == bool(self.due_moved_to):
            errors["due_moved_to"] = _("Give the new date, later than the report's, where the date was moved.")
        return errors


class Evidence(Orderable):
    """A link, a document, a page of the site or a picture that shows what was done."""

    report = ParentalKey(ProgressReport, on_delete=models.CASCADE, related_name="evidence")
    title = models.CharField(
        _("caption"), max_length=255, blank=True, help_text=_("Left empty, the name of the thing is shown.")
    )
    url = models.URLField(_("link"), blank=True, max_length=500)
    document = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page of the site"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    picture = models.ForeignKey(
        "core.SiteImage", verbose_name=_("picture"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        super().clean()
        if not (self.url or self.document_id or self.page_id or self.picture_id):
            raise ValidationError(_("Give a link, or choose a document, a page or a picture."))

    @property
    def label(self) -> str:
        """What to call it in a list."""
        thing = self.document or self.page or self.picture
        return self.title or (thing.title if thing else self.url)

    @property
    def is_public(self) -> bool:
        """Whether readers may see it: a page must be live, a page or document must not be private."""
        if self.page_id and not (self.page.live and not self.page.get_view_restrictions().exists()):
            return False
        return not (self.document_id and self.document.collection.get_view_restrictions().exists())

    @property
    def address(self) -> str:
        """Where it leads; empty for a picture, which is shown in place."""
        if self.document_id:
            return self.document.url
        if self.page_id:
            return self.page.url or ""
        return self.url


class LivingLink(models.Model):
    """Points from a recommendation to a part of the site whose activity is shown as evidence."""

    recommendation_key = models.UUIDField(_("recommendation"), db_index=True)
    part = models.CharField(_("part of the site"), max_length=50)
    topic = models.ForeignKey(
        "core.Topic",
        verbose_name=_("topic"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Count only what is on this topic."),
    )

    class Meta:
        verbose_name = _("link to a living part")
        verbose_name_plural = _("links to living parts")
        constraints = [
            models.UniqueConstraint(fields=["recommendation_key", "part", "topic"], name="followup_unique_living_link")
        ]

    def __str__(self) -> str:
        return f"{part_label(self.part)}: {self.topic}" if self.topic else part_label(self.part)


class BodyMember(models.Model):
    """A user who reports for a responsible body, and sees only what is assigned to it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("user"), on_delete=models.CASCADE, related_name="bodies"
    )
    body = models.ForeignKey(
        "core.Organisation", verbose_name=_("responsible body"), on_delete=models.CASCADE, related_name="members"
    )

    class Meta:
        verbose_name = _("body's user")
        verbose_name_plural = _("bodies' users")
        constraints = [models.UniqueConstraint(fields=["user", "body"], name="followup_unique_body_member")]

    def __str__(self) -> str:
        return f"{self.user} · {self.body}"


class Reminder(models.Model):
    """Whom a letter has told of one due day. The letter itself is in the ledger, :class:`core.models.Letter`."""

    class Stage(models.TextChoices):
        AHEAD = "ahead", _("the day is near")
        OVERDUE = "overdue", _("the day has passed")

    recommendation_key = models.UUIDField(_("recommendation"), db_index=True)
    due_on = models.DateField(_("due on"))
    stage = models.CharField(_("stage"), max_length=10, choices=Stage.choices)
    email = models.EmailField(_("sent to"))
    told_at = models.DateTimeField(_("told at"), default=timezone.now)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation_key", "due_on", "stage", "email"], name="followup_unique_reminder"
            )
        ]

    def __str__(self) -> str:
        return f"{self.email} · {self.due_on:%d.%m.%Y}"
