"""A contest or grant announcement."""

import datetime as dt
from decimal import Decimal
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.badges import Badge
from core.blocks import BodyBlock
from core.caching import fresh_until
from core.calendars import CalendarEvent, calendar_response, event_uid
from core.choice_sets import ChoiceSetField
from core.concerns import Concern
from core.extensions import extensions_of
from core.fields import TermsField
from core.models import BasePage
from core.money import MoneyField, roubles
from core.search import SearchKind, terms
from core.visibility import public_keys
from russian.dates import long_date

from ..choices import Audience, Level, TimeZone, default_time_zone
from ..clocks import clock_name, day_and_time, here_words, moment_words
from ..forms import CONTEST_PANELS, ContestForm
from ..querysets import ContestManager
from ..states import BADGES, ContestState, contest_state, next_change
from .parts import ContestConsultation, ContestWinner

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class ContestPage(RoutablePageMixin, BasePage):
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
    may_be_evidence = True
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

    # --- time ---------------------------------------------------------------------------------------------

    @property
    def clock(self) -> ZoneInfo:
        """The time zone that the contest's times are told in."""
        return ZoneInfo(self.time_zone)

    @property
    def state(self) -> ContestState:
        """The state at this moment."""
        return self.state_at(timezone.now())

    def own_concerns(self) -> list[Concern]:
        if self.first_published_at is None and self.state == ContestState.CLOSED:
            return [Concern("closes_at", _("The day is in the past."))]
        return []

    def state_at(self, moment: dt.datetime) -> ContestState:
        return contest_state(moment, self.opens_at, self.closes_at, has_results=self.results_on is not None)

    @property
    def badge(self) -> Badge:
        """The state in a sign and a word."""
        return BADGES[self.state]

    @property
    def takes_applications(self) -> bool:
        return self.state in (ContestState.OPEN, ContestState.CLOSING_SOON)

    @property
    def is_over(self) -> bool:
        return self.state in (ContestState.CLOSED, ContestState.RESULTS)

    @property
    def next_change(self) -> dt.datetime | None:
        """When the state will change by itself; None when it will not."""
        return None if self.results_on else next_change(timezone.now(), self.opens_at, self.closes_at)

    @property
    def closes_on(self) -> dt.date:
        """The last day of applications by the contest's clock."""
        return timezone.localdate(self.closes_at - dt.timedelta(microseconds=1), self.clock)

    @property
    def deadline(self) -> str:
        """«30 ноября 2026 года, 23:59 МСК»."""
        return moment_words(self.closes_at, self.clock, is_end=True)

    @property
    def deadline_here(self) -> str:
        """The deadline by the site's clock; empty when the contest's clock shows the same."""
        return here_words(self.closes_at, self.clock, is_end=True)

    @property
    def deadline_time(self) -> str:
        """«до 23:59 МСК»: the second line of a row in a list, whose first is the day."""
        time = day_and_time(self.closes_at, self.clock, is_end=True)[1]
        return gettext("until %(time)s") % {"time": f"{time}\u00a0{self.clock_label}"}

    @property
    def opening(self) -> str:
        return moment_words(self.opens_at, self.clock) if self.opens_at else ""

    # --- words -------------------------------------------------------------------------------------------

    @property
    def grant_words(self) -> str:
        """«от 50 000 до 500 000 ₽», «до 500 000 ₽»; empty when the announcement names no sums."""
        small, large = roubles(self.grant_min), roubles(self.grant_max)
        since, until = pgettext("sum", "from"), pgettext("sum", "up to")
        if small and large:
            return small if self.grant_min == self.grant_max else f"{since} {small[:-2]} {until} {large}"
        if small:
            return f"{since} {small}"
        return f"{until} {large}" if large else ""

    @property
    def kicker(self) -> str:
        """«Федеральный конкурс»."""
        return {
            Level.MUNICIPAL: gettext("Municipal contest"),
            Level.REGIONAL: gettext("Regional contest"),
            Level.FEDERAL: gettext("Federal contest"),
            Level.PRIVATE: gettext("Contest of a private fund"),
        }[Level(self.level)]

    @property
    def clock_label(self) -> str:
        """«МСК+2»."""
        return clock_name(timezone.localtime(self.closes_at, self.clock))

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Term and value, as ``components/facts.html`` shows them; empty ones are left out there."""
        expected = self.results_expected_on if not self.results_on else None
        return [
            (gettext("For whom"), ", ".join(self.audience_labels)),
            (gettext("Grant"), self.grant_words),
            (gettext("Prize fund"), roubles(self.prize_fund)),
            (gettext("Organiser"), str(self.organiser or "")),
            (gettext("Level"), self.get_level_display()),
            (gettext("Applications from"), self.opening),
            (gettext("Results expected"), long_date(expected) if expected else ""),
            (gettext("Questions"), self.contact),
        ]

    @property
    def audience_labels(self) -> list[str]:
        return [str(Audience(value).label) for value in self.audiences if value in Audience.values]

    @cached_property
    def winner_rows(self) -> list[ContestWinner]:
        """The winners with their projects' pages, none before the results are published.

        Who began a project is told by the rooms that know projects, as ``extend("initiators of projects")``: from a
        list of pages to names by primary key.
        """
        if not self.results_on:
            return []
        rows = list(self.winners.select_related("project").order_by("sort_order"))
        nameless = [row.project for row in rows if row.project and not row.name]
        names: dict[int, str] = {}
        for find_initiators in extensions_of("initiators of projects") if nameless else ():
            names |= find_initiators(nameless)
        public = public_keys(row.project for row in rows)
        for row in rows:
            row.initiator, row.shows_project = names.get(row.project_id, ""), row.project_id in public
        return rows

    @property
    def awarded(self) -> Decimal | None:
        """The sum of all prizes, None when no sum is known."""
        sums = [row.amount for row in self.winner_rows if row.amount is not None]
        return sum(sums, Decimal()) if sums else None

    # --- the page --------------------------------------------------------------------------------------------

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
        return {"date": day, "year": day.year, "topics": terms(self.topics.all()), "ends": day}

    def get_search_text(self) -> str:
        extra = [self.organiser.title if self.organiser else "", *self.audience_labels]
        winners = [part for row in self.winner_rows for part in (row.name, row.project_title) if part]
        return "\n".join(part for part in (super().get_search_text(), *extra, *winners) if part)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return fresh_until(super().serve(request, *args, **kwargs), self.next_change)

    # --- calendar -----------------------------------------------------------------------------------------

    @property
    def deadline_entry(self) -> CalendarEvent:
        """The moment when applications stop being taken, told in words by the contest's own clock."""
        lines = [self.summary, gettext("Applications until %(deadline)s.") % {"deadline": self.deadline}]
        if self.official_link:
            lines.append(gettext("Apply at: %(link)s") % {"link": self.official_link})
        return CalendarEvent(
            uid=event_uid(self, "deadline"),
            summary=gettext("Deadline: %(title)s") % {"title": self.title},
            start=self.closes_at,
            description="\n\n".join([*lines, self.full_url or ""]),
            url=self.full_url or "",
            categories=tuple(self.audience_labels),
            updated=self.last_published_at,
        )

    def _consultation_entry(self, row: ContestConsultation) -> CalendarEvent:
        return CalendarEvent(
            uid=event_uid(self, str(row.translation_key)),
            summary=gettext("Consultation: %(title)s") % {"title": self.title},
            start=row.starts_at,
            description=row.link,
            location=row.place,
            url=self.full_url or "",
            updated=self.last_published_at,
        )

    @path("ics/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        """The deadline, then the consultations, as a calendar file."""
        entries = [self.deadline_entry, *(self._consultation_entry(row) for row in self.consultations.all())]
        return calendar_response(entries, name=self.title, filename=self.slug, url=self.full_url)
