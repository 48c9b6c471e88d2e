"""A contest or grant announcement."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.blocks import BodyBlock
from core.caching import fresh_until
from core.calendars import calendar_response
from core.choice_sets import ChoiceSetField
from core.fields import TermsField
from core.models import BasePage
from core.money import MoneyField
from core.search import SearchKind, terms

from ..calendars import contest_entries
from ..choices import Audience, Level, TimeZone, default_time_zone
from ..forms import ContestForm
from ..panels import CONTEST_PANELS
from ..querysets import ContestManager
from .view import ContestReading

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class ContestPage(ContestReading, RoutablePageMixin, BasePage):
    """One contest; its state is computed from its dates whenever somebody asks."""

    summary = models.TextField(
        _("in short"),
        max_length=500,
        help_text=_(
            "What is paid for, in a sentence or two. For example: Grants for improving yards, up to 500 000 roubles."
        ),
    )
    organiser = models.ForeignKey(
        "core.Organisation",
        verbose_name=_("organiser"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("For example: Department of Social Policy."),
    )
    level = models.CharField(_("level"), max_length=20, choices=Level.choices, default=Level.MUNICIPAL)
    audiences = ChoiceSetField(_("for whom"), options=Audience, help_text=_("Tick everybody who may apply."))
    topics = TermsField("core.Topic", verbose_name=_("topics"), blank=True, related_name="contests")
    prize_fund = MoneyField(
        _("prize fund, ₽"), null=True, blank=True, help_text=_("The whole sum. For example: 5 000 000.")
    )
    grant_min = MoneyField(_("smallest grant, ₽"), null=True, blank=True, help_text=_("For example: 50 000."))
    grant_max = MoneyField(_("largest grant, ₽"), null=True, blank=True, help_text=_("For example: 500 000."))
    time_zone = models.CharField(
        _("clock"),
        max_length=40,
        choices=TimeZone.choices,
        default=default_time_zone,
        help_text=_("By whose clock the times are given. Federal contests mostly close by Moscow's."),
    )
    opens_at = models.DateTimeField(
        _("opens"), null=True, blank=True, help_text=_("Left empty, applications are taken at once.")
    )
    closes_at = models.DateTimeField(
        _("closes"), db_index=True, help_text=_("Exactly as announced, for example 30.11.2026 23:59.")
    )
    results_expected_on = models.DateField(
        _("results expected on"), null=True, blank=True, help_text=_("For example: 20.12.2026.")
    )
    results_on = models.DateField(
        _("results published on"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("With this date the winners are shown on the site. For example: 22.12.2026."),
    )
    how_to_apply = RichTextField(
        _("how to apply"), blank=True, features=TEXT_FEATURES, help_text=_("What to prepare, where to send it.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("details"), blank=True)
    official_link = models.URLField(
        _("official page"), blank=True, help_text=_("Where the rules are and applications are taken.")
    )
    contact = models.CharField(
        _("contact"),
        max_length=255,
        blank=True,
        help_text=_(
            "An office rather than a person. For example: Grants office, +7 (000) 000-00-00, grants@example.org."
        ),
    )
    results_text = RichTextField(_("about the results"), blank=True, features=TEXT_FEATURES)

    objects: ClassVar[ContestManager] = ContestManager()

    base_form_class = ContestForm
    parent_page_types = ["contests.ContestIndexPage"]
    subpage_types: list[str] = []
    search_kind = SearchKind("contest", _("Contest"), _("Contests"))
    schema_type = "MonetaryGrant"
    content_panels = [*BasePage.content_panels, *CONTEST_PANELS]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.FilterField("closes_at"),
        index.FilterField("results_on"),
    ]
    override_translatable_fields = [TranslatableField("topics"), SynchronizedField("audiences", overridable=False)]

    class Meta:
        verbose_name = _("contest")
        verbose_name_plural = _("contests")

    # --- checking -----------------------------------------------------------------------------------------

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            errors["closes_at"] = _("It closes before it opens. Check both dates.")
        elif self.closes_at and self.results_expected_on and self.results_expected_on < self.closes_on:
            errors["results_expected_on"] = _("Results cannot be expected before the contest closes.")
        if self.results_on and self.results_on > timezone.localdate():
            errors["results_on"] = _("This day has not come yet. Use “results expected on” for plans.")
        elif self.results_on and self.opens_at and self.results_on < timezone.localdate(self.opens_at):
            errors["results_on"] = _("Results cannot be published before the contest opens.")
        if None not in (self.grant_min, self.grant_max) and self.grant_min > self.grant_max:
            errors["grant_max"] = _("The largest grant is smaller than the smallest one.")
        elif None not in (self.grant_max, self.prize_fund) and self.grant_max > self.prize_fund:
            errors["grant_max"] = _("One grant is larger than the whole prize fund. Check the zeros.")
        if errors:
            raise ValidationError(errors)

    @property
    def lead(self) -> str:
        return self.summary

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"section_url": self.get_parent().get_url(request)}

    def get_structured_data(self, request: HttpRequest) -> dict[str, Any]:
        data = super().get_structured_data(request)
        data.pop("inLanguage", None)
        data.pop("dateModified", None)
        if self.organiser:
            data["funder"] = {"@type": "Organization", "name": self.organiser.title}
        if self.prize_fund is not None:
            data["amount"] = {"@type": "MonetaryAmount", "value": str(self.prize_fund), "currency": "RUB"}
        action = {"@type": "ApplyAction", "endTime": self.closes_at.astimezone(self.clock).isoformat()}
        if self.opens_at:
            action["startTime"] = self.opens_at.astimezone(self.clock).isoformat()
        if self.official_link:
            action["target"] = self.official_link
        return data | {"potentialAction": action}

    def get_search_attributes(self) -> dict[str, Any]:
        """Dated by the deadline: «what closes in December» is the question people ask."""
        day = self.closes_on
        return {"date": day, "year": day.year, "topics": terms(self.topics.all())}

    def get_search_text(self) -> str:
        extra = [self.organiser.title if self.organiser else "", *self.audience_labels]
        winners = [part for row in self.winner_rows for part in (row.name, row.project_title) if part]
        return "\n".join(part for part in (super().get_search_text(), *extra, *winners) if part)

    # --- serving ------------------------------------------------------------------------------------------

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return fresh_until(request, super().serve(request, *args, **kwargs), self.next_change)

    @path("ics/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        """The deadline and the consultations as a calendar file."""
        return calendar_response(contest_entries(self), name=self.title, filename=self.slug, url=self.full_url)
