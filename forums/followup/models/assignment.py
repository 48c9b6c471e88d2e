"""Who is to carry a recommendation out, and by when to report."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import RevisionMixin

from forums.followup.forms import RecordForm
from forums.followup.vocabulary import Frequency

from .record import FollowUpRecord


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

    base_form_class = RecordForm
    panels = [
        FieldPanel("recommendation_key"),
        FieldRowPanel([FieldPanel("body"), FieldPanel("date", heading=_("assigned on"))]),
        FieldRowPanel([FieldPanel("due_on"), FieldPanel("frequency")]),
        FieldRowPanel([FieldPanel("contact_name"), FieldPanel("contact_email")]),
    ]

    class Meta(FollowUpRecord.Meta):
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")

    def __str__(self) -> str:
        return f"{self.date:%d.%m.%Y} · {self.body}"

    def faults(self, subject) -> dict:
        errors = super().faults(subject)
        if self.due_on and self.date and self.due_on < self.date:
            errors["due_on"] = _("The report cannot be due before the assignment is made.")
        return errors
