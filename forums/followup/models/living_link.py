"""A recommendation that the site itself carries out."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from forums.followup.forms import LivingLinkForm


class LivingLink(models.Model):
    """Points from a recommendation to a living part of the site, whose pulse is then shown as evidence."""

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

    base_form_class = LivingLinkForm
    panels = [FieldPanel("recommendation_key"), FieldPanel("part"), FieldPanel("topic")]

    class Meta:
        verbose_name = _("link to a living part")
        verbose_name_plural = _("links to living parts")
        constraints = [
            models.UniqueConstraint(fields=["recommendation_key", "part", "topic"], name="forums_unique_living_link")
        ]

    def __str__(self) -> str:
        from ..evidence import part_label

        return f"{part_label(self.part)}: {self.topic}" if self.topic else part_label(self.part)
