"""A social project: who does what for the town, with what money, and what came of it."""

import datetime as dt
from decimal import Decimal
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.badges import Badge
from core.blocks import BodyBlock
from core.caching import remember
from core.fields import TermsField
from core.models import BasePage
from core.money import MoneyField, roubles
from core.search import SearchKind, terms
from core.visibility import public_keys
from forums.resolutions.models import Recommendation
from projects.contests.models import ContestPage
from projects.geo.point import read_point, validate_point, write_point
from projects.practices.models import PracticeBorrowing

from ..awards import supporting_contests
from ..choices import BADGES, INITIATOR_FIELDS, RUNNING, InitiatorKind, Stage
from ..forms import PROJECT_PANELS, ProjectForm
from ..querysets import ProjectManager
from ..summaries import BudgetTable, budget_table
from .parts import ProjectFunding, ProjectNeed, ProjectStage
from .people import ProjectUpdate

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class ProjectPage(BasePage):
    """One project. Its stage, money and needs of any day follow from its rows; nothing is stored twice."""

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
    may_be_evidence = True
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

    # --- stage --------------------------------------------------------------------------------------------

    @cached_property
    def history(self) -> list[ProjectStage]:
        """The stages, the earliest first; among rows of one day the lower in the editor's form is the later."""
        return sorted(self.stages.all(), key=lambda row: (row.since, row.sort_order or 0, row.pk or 0))

    def stage_on(self, day: dt.date) -> Stage:
        """The stage on ``day``: the latest one begun by then, an idea before any."""
        begun = [row.stage for row in self.history if row.since <= day]
        return Stage(begun[-1]) if begun else Stage.IDEA

    @property
    def stage(self) -> Stage:
        """Today's stage; lists annotate it."""
        annotated = getattr(self, "stage_on_day", None)
        return Stage(annotated) if annotated else self.stage_on(timezone.localdate())

    @property
    def badge(self) -> Badge:
        """The stage in a sign and a word."""
        return BADGES[self.stage]

    @property
    def stage_since(self) -> dt.date | None:
        """The day on which today's stage began."""
        today = timezone.localdate()
        return max((row.since for row in self.history if row.since <= today), default=None)

    @property
    def begun_on(self) -> dt.date | None:
        """The first day of the history."""
        return self.history[0].since if self.history else None

    @property
    def is_running(self) -> bool:
        return self.stage in RUNNING

    @property
    def timeline(self) -> list[tuple[ProjectStage, bool]]:
        """Rows of the history, each with whether it is still to come."""
        today = timezone.localdate()
        return [(row, row.since > today) for row in self.history]

    # --- people and place ---------------------------------------------------------------------------------

    @property
    def initiator_kind(self) -> InitiatorKind | None:
        return next((kind for kind, field in INITIATOR_FIELDS.items() if getattr(self, field)), None)

    @property
    def initiator(self) -> str:
        """The initiator's name; of a council that not everybody may read only that it is one."""
        kind = self.initiator_kind
        if kind == InitiatorKind.COUNCIL and not self.shows_council:
            return str(kind.label)
        return self.initiator_in_full

    @property
    def initiator_in_full(self) -> str:
        """The initiator's name, for editors."""
        kind = self.initiator_kind
        return str(getattr(self, INITIATOR_FIELDS[kind])) if kind else ""

    @property
    def shows_council(self) -> bool:
        """Whether anybody may read the page of its council; querysets for lists have it in ``council_is_public``."""
        if "council_is_public" not in self.__dict__:
            self.__dict__["council_is_public"] = bool(public_keys([self.council]))
        return self.__dict__["council_is_public"]

    @property
    def kicker(self) -> str:
        """«Проект ТОС …», in the words of the kind of initiator."""
        name = self.initiator
        return gettext("Project: %(initiator)s") % {"initiator": name} if name else gettext("Project")

    @property
    def facts(self) -> list[tuple[str, Any]]:
        """Term and value, as ``components/facts.html`` shows them; empty ones are left out there."""
        contact = self.contact if not self.open_needs else ""
        return [
            (gettext("Started by"), self._initiator_link()),
            (gettext("For whom"), self.audience),
            (gettext("Where"), self.place_label or gettext("the whole town")),
            (gettext("Cost"), self.cost_words),
            (gettext("Contact"), contact),
        ]

    def _initiator_link(self) -> str:
        """The initiator; a council with its page."""
        if self.council and self.shows_council:
            return format_html('<a href="{}">{}</a>', self.council.url, self.council.title)
        return self.initiator

    @property
    def place_label(self) -> str:
        """Territory and address in one line."""
        return ", ".join(filter(None, [str(self.territory) if self.territory else "", self.address]))

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude."""
        return read_point(self.point)

    # --- needs and money ----------------------------------------------------------------------------------

    @property
    def open_needs(self) -> list[ProjectNeed]:
        """What is needed today; nothing once the project is done or stopped."""
        today = timezone.localdate()
        return [row for row in self.need_rows if row.is_open_on(today)] if self.is_running else []

    @cached_property
    def need_rows(self) -> list[ProjectNeed]:
        """Whatever is or was needed."""
        return list(self.needs.all())

    @property
    def need_labels(self) -> list[str]:
        """What is needed in single words, each once."""
        return list(dict.fromkeys(row.get_kind_display() for row in self.open_needs))

    @cached_property
    def funding_rows(self) -> list[ProjectFunding]:
        """Money by source and year, as the editor ordered it."""
        return list(self.fundings.select_related("contest"))

    @property
    def found(self) -> Decimal:
        """Money found so far, of all sources; tables annotate it."""
        if hasattr(self, "money_found"):
            return self.money_found or Decimal()
        return sum((row.amount for row in self.funding_rows), Decimal())

    @property
    def missing(self) -> Decimal | None:
        """What lacks to the whole cost; None when the cost is not known."""
        return None if self.cost is None else max(Decimal(), self.cost - self.found)

    @property
    def budget(self) -> BudgetTable | None:
        """Money by year and source, None when no money is known."""
        return budget_table(self.funding_rows)

    @property
    def cost_words(self) -> str:
        return roubles(self.cost)

    # --- the rest of the site -----------------------------------------------------------------------------

    @cached_property
    def contests(self) -> list[ContestPage]:
        """Live contests that gave it money: by its own word or by a list of winners."""
        return supporting_contests(self.pk, self.locale_id, [row.contest for row in self.funding_rows if row.contest])

    @cached_property
    def carried_out(self) -> list[Recommendation]:
        """The recommendations it carries out, of any forum, in the page's language where there is one."""
        keys = [row.recommendation for row in self.recommendations.all()]
        if not keys:
            return []
        found = Recommendation.objects.by_key(keys, self.locale)
        absent = [key for key in keys if key not in found]
        if absent and self.locale_id != (default := Locale.get_default()).pk:
            found |= Recommendation.objects.by_key(absent, default)
        return [found[key] for key in keys if key in found]

    @cached_property
    def borrowed(self) -> list[PracticeBorrowing]:
        """What it took from the collection of practices: borrowings with their practices, in the page's language."""
        if self.translation_key not in remember("borrowing projects", PracticeBorrowing.objects.project_keys):
            return []
        return list(PracticeBorrowing.objects.by_project(self))

    @cached_property
    def latest_updates(self) -> list[ProjectUpdate]:
        """The project's news up to today, the newest first."""
        told = self.updates.select_related("picture").filter(date__lte=timezone.localdate())
        return sorted(told, key=lambda row: row.date, reverse=True)

    # --- the page -----------------------------------------------------------------------------------------

    @property
    def lead(self) -> str:
        return self.summary

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {
            "section_url": self.get_parent().get_url(request),
            "team": self.team.select_related("person__portrait"),
            "partners": self.partners.select_related("organisation"),
            "documents": self.documents.select_related("document"),
        }

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
            for row in self.funding_rows
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
