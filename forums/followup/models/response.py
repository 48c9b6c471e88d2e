"""The addressee's answer."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import DraftStateMixin, RevisionMixin, WorkflowMixin

from forums.followup.forms import RecordForm
from forums.followup.vocabulary import Position

from .record import PublishedRecord


class Response(WorkflowMixin, DraftStateMixin, RevisionMixin, PublishedRecord):
    """Who answered, when and what. Whether anything was done is told by reports, not here."""

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
    base_form_class = RecordForm
    panels = [
        FieldPanel("recommendation_key"),
        FieldRowPanel([FieldPanel("date"), FieldPanel("position")]),
        FieldRowPanel([FieldPanel("body"), FieldPanel("office")]),
        FieldPanel("text"),
        FieldPanel("document"),
        FieldPanel("corrects", read_only=True),
    ]

    class Meta(PublishedRecord.Meta):
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    def __str__(self) -> str:
        return f"{self.date:%d.%m.%Y} · {self.get_position_display()}"

    def faults(self, subject) -> dict:
        errors = super().faults(subject)
        if self.position == Position.DECLINED and not self.text.strip():
            errors["text"] = _("Say why the addressee declines.")
        return errors
