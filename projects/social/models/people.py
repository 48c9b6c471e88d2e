"""Rows of a project: who works on it and with whom, what it tells of itself, what it carries out."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin

from forums.resolutions.widgets import RecommendationChooser


class ProjectPartner(TranslatableMixin, Orderable):
    """An organisation that helps."""

    page = ParentalKey("social.ProjectPage", on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        "core.Organisation", verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="+"
    )
    role = models.CharField(_("role"), max_length=255, blank=True, help_text=_("For example: lends the excavator."))

    panels = [FieldPanel("organisation"), FieldPanel("role")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self) -> str:
        return str(self.organisation)


class ProjectMember(TranslatableMixin, Orderable):
    """Somebody of the team."""

    page = ParentalKey("social.ProjectPage", on_delete=models.CASCADE, related_name="team")
    person = models.ForeignKey("core.Person", verbose_name=_("person"), on_delete=models.CASCADE, related_name="+")
    role = models.CharField(_("role"), max_length=255, blank=True, help_text=_("For example: leads the project."))

    panels = [FieldPanel("person"), FieldPanel("role")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("member of the team")
        verbose_name_plural = _("team")

    def __str__(self) -> str:
        return str(self.person)


class ProjectUpdate(TranslatableMixin, Orderable):
    """A dated piece of the project's own news."""

    page = ParentalKey("social.ProjectPage", on_delete=models.CASCADE, related_name="updates")
    date = models.DateField(_("date"))
    title = models.CharField(_("title"), max_length=255, help_text=_("For example: The first trees are planted."))
    text = RichTextField(_("text"), blank=True, features=["bold", "italic", "link", "document-link", "ul", "ol"])
    picture = models.ForeignKey(
        "core.SiteImage", verbose_name=_("picture"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    panels = [FieldPanel(name) for name in ("date", "title", "text", "picture")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("piece of the project's news")
        verbose_name_plural = _("news of the project")

    def __str__(self) -> str:
        return self.title


class ProjectFigure(TranslatableMixin, Orderable):
    """A result in figures: «250 — саженцев посажено»."""

    page = ParentalKey("social.ProjectPage", on_delete=models.CASCADE, related_name="figures")
    value = models.CharField(_("figure"), max_length=30, help_text=_("With its unit. For example: 250, or: 1.2 km."))
    label = models.CharField(_("of what"), max_length=160, help_text=_("For example: saplings planted."))

    panels = [FieldRowPanel([FieldPanel("value"), FieldPanel("label")])]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("result in figures")
        verbose_name_plural = _("results in figures")

    def __str__(self) -> str:
        return f"{self.value} {self.label}"


class ProjectDocument(TranslatableMixin, Orderable):
    """A file of the project: an estimate, a report, a drawing."""

    page = ParentalKey("social.ProjectPage", on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "core.SiteDocument", verbose_name=_("file"), on_delete=models.CASCADE, related_name="+"
    )
    title = models.CharField(_("title"), max_length=255, blank=True, help_text=_("Left empty, the file's own title."))

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return self.title or self.document.title


class ProjectRecommendation(Orderable):
    """A recommendation that the project carries out, of any forum, named by its translation key.

    The key is the same in every language and outlives the rows of recommendations, which are remade whenever
    a resolution is published.
    """

    page = ParentalKey("social.ProjectPage", on_delete=models.CASCADE, related_name="recommendations")
    recommendation = models.UUIDField(_("recommendation"), db_index=True)

    panels = [FieldPanel("recommendation", widget=RecommendationChooser)]

    class Meta(Orderable.Meta):
        verbose_name = _("recommendation carried out")
        verbose_name_plural = _("recommendations carried out")

    def __str__(self) -> str:
        return str(self.recommendation)
