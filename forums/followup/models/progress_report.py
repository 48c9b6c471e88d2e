"""Dated notes on what was done, with evidence."""

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import DraftStateMixin, Orderable, RevisionMixin, WorkflowMixin

from forums.followup.forms import RecordForm
from forums.followup.vocabulary import OUTCOMES_OF_KIND, Outcome

from .record import PublicQuerySet, PublishedRecord

#: Only those who may publish see these fields; the responsible body's form is short.
EDITORS_ONLY = "forums.publish_progressreport"


class ReportQuerySet(PublicQuerySet):
    def public(self) -> "ReportQuerySet":
        """Published, and no internal note: everything that may leave the admin goes through here."""
        return self.published().filter(internal=False)


class ProgressReport(WorkflowMixin, DraftStateMixin, RevisionMixin, ClusterableModel, PublishedRecord):
    """What was done by a day. A body writes it, an editor approves it."""

    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices)
    text = models.TextField(
        _("what was done"),
        help_text=_("Two or three sentences with figures. For example: Two seminars were held, 46 people came."),
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

    frozen_fields = (*PublishedRecord.frozen_fields, "outcome", "text", "period", "body_id", "internal", "corrects_id")
    base_form_class = RecordForm
    panels = [
        FieldPanel("recommendation_key"),
        FieldRowPanel([FieldPanel("date"), FieldPanel("outcome")]),
        FieldPanel("text"),
        InlinePanel("evidence", heading=_("Evidence"), label=_("Evidence")),
        FieldRowPanel([FieldPanel("body", permission=EDITORS_ONLY), FieldPanel("period", permission=EDITORS_ONLY)]),
        FieldPanel("internal", permission=EDITORS_ONLY),
        FieldPanel("corrects", read_only=True),
    ]

    class Meta(PublishedRecord.Meta):
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")

    def __str__(self) -> str:
        return f"{self.date:%d.%m.%Y} · {self.get_outcome_display()}"

    def faults(self, subject) -> dict:
        errors = super().faults(subject)
        fitting = OUTCOMES_OF_KIND[subject.kind]
        if self.outcome and self.outcome not in fitting:
            names = ", ".join(f"“{Outcome(name).label}”" for name in fitting)
            errors["outcome"] = _("For this kind of recommendation choose one of: %(names)s.") % {"names": names}
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

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("url")]),
        FieldRowPanel([FieldPanel("document"), FieldPanel("page"), FieldPanel("picture")]),
    ]

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
