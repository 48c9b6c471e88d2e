"""A social project: who does what for the town, with what money, and what came of it."""

import datetime as dt
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.blocks import BodyBlock
from core.fields import TermsField
from core.models import BasePage
from core.money import MoneyField
from core.search import SearchKind, terms
from projects.geo.point import read_point, validate_point, write_point

from ..choices import INITIATOR_FIELDS, Stage
from ..forms import ProjectForm
from ..panels import PROJECT_PANELS
from ..querysets import ProjectManager
from .view import ProjectReading

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class ProjectPage(ProjectReading, BasePage):
    """One project. Its stage is told by its history alone; what a reader sees of it is in :class:`ProjectReading`."""

    summary = models.TextField(
        _("in short"),
        max_length=500,
        help_text=_("What will be better, and for whom. For example: A playground for toddlers in Lesnaya street."),
    )
    picture = models.ForeignKey(
        "core.SiteImage", verbose_name=_("picture"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    organisation = models.ForeignKey(
        "core.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="projects",
    )
    council = models.ForeignKey(
        "councils.CouncilPage",
        verbose_name=_("council"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="projects",
    )
    group = models.CharField(
        _("initiative group"), max_length=255, blank=True, help_text=_("For example: residents of Lesnaya street, 5.")
    )
    person = models.ForeignKey(
        "core.Person",
        verbose_name=_("resident"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="projects",
        help_text=_("Only with recorded consent to publication."),
    )
    goals = RichTextField(
        _("goals"), blank=True, features=TEXT_FEATURES, help_text=_("What the project is to achieve.")
    )
    audience = models.CharField(
        _("for whom"), max_length=255, blank=True, help_text=_("For example: families with small children, 120 people.")
    )
    topics = TermsField("core.Topic", verbose_name=_("topics"), blank=True, related_name="projects")
    territory = models.ForeignKey(
        "core.Territory",
        verbose_name=_("territory"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="projects",
        help_text=_("Empty for the whole town."),
    )
    address = models.CharField(
        _("place"), max_length=255, blank=True, help_text=_("For example: the yard of Lesnaya street, 5.")
    )
    point = models.CharField(
        _("place on the map"),
        max_length=40,
        blank=True,
        validators=[validate_point],
        help_text=_("Latitude and longitude as a map program copies them, for example 56.071800, 54.153200."),
    )
    cost = MoneyField(_("total cost, ₽"), null=True, blank=True, help_text=_("For example: 450 000."))
    how_to_help = RichTextField(
        _("how to help"), blank=True, features=TEXT_FEATURES, help_text=_("What to do, where to come, whom to call.")
    )
    contact = models.CharField(
        _("contact"),
        max_length=255,
        blank=True,
        help_text=_("For example: TOS council, +7 (000) 000-00-00. A person's own phone only with consent."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("about the project"), blank=True)
    external_id = models.CharField(
        _("number in your register"),
        max_length=60,
        blank=True,
        db_index=True,
        help_text=_("By it a repeated import recognises the project. For example: SP-2026-014."),
    )

    objects: ClassVar[ProjectManager] = ProjectManager()

    base_form_class = ProjectForm
    parent_page_types = ["social.ProjectIndexPage"]
    subpage_types: list[str] = []
    search_kind = SearchKind("project", _("Project"), _("Projects"))
    schema_type = "Project"
    content_panels = [*BasePage.content_panels, *PROJECT_PANELS]
    search_fields = [*BasePage.search_fields, index.SearchField("summary"), index.SearchField("group")]
    override_translatable_fields = [
        TranslatableField("topics"),
        SynchronizedField("point", overridable=False),
        SynchronizedField("external_id", overridable=False),
    ]

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    def clean(self) -> None:
        super().clean()
        if self.point and (place := read_point(self.point)):
            self.point = write_point(*place)
        named = [field for field in INITIATOR_FIELDS.values() if getattr(self, field)]
        if not named:
            raise ValidationError({"organisation": _("Say who began it: fill in one of the four fields.")})
        if len(named) > 1:
            message = _("One project has one initiator: leave one of the four fields, clear the others.")
            raise ValidationError(dict.fromkeys(named[1:], message))
        if self.person and not self.person.may_show_contacts:
            raise ValidationError(
                {
                    "person": _(
                        "No consent to publication is recorded for this person. Record it first, or name a group."
                    )
                }
            )

    @property
    def lead(self) -> str:
        return self.summary

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"section_url": self.get_parent().get_url(request)}

    def get_structured_data(self, request: HttpRequest) -> dict[str, Any]:
        data = super().get_structured_data(request)
        data.pop("inLanguage", None)
        data.pop("dateModified", None)
        if self.begun_on:
            data["foundingDate"] = self.begun_on.isoformat()
        if self.place_label:
            data["location"] = {"@type": "Place", "name": self.place_label, **self._geo()}
        kind = "Person" if self.person_id else "Organization"
        data["founder"] = {"@type": kind, "name": self.initiator}
        data["funding"] = [
            {
                "@type": "MonetaryGrant",
                "name": f"{row.get_source_display()}, {row.year}",
                "amount": {"@type": "MonetaryAmount", "value": str(row.amount), "currency": "RUB"},
            }
            for row in self.fundings.all()
        ]
        return data if data["funding"] else {key: value for key, value in data.items() if key != "funding"}

    def _geo(self) -> dict[str, Any]:
        if self.position is None:
            return {}
        latitude, longitude = self.position
        return {"geo": {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}}

    def get_search_attributes(self) -> dict[str, Any]:
        day: dt.date | None = self.stage_since
        attributes = super().get_search_attributes()
        if day:
            attributes |= {"date": day, "year": day.year}
        territories = terms([self.territory]) if self.territory else ()
        return attributes | {"topics": terms(self.topics.all()), "territories": territories}

    def get_search_text(self) -> str:
        said = [self.initiator, str(Stage(self.stage).label), self.audience, self.address]
        said += [row.text for row in self.open_needs]
        said += [part for row in self.updates.all() for part in (row.title, row.text)]
        return "\n".join(filter(None, [super().get_search_text(), *said]))
