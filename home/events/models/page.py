"""One event, single or a series: a discussion club, a hearing, a clean-up."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from wagtail import blocks
from wagtail.contrib.routable_page.models import path
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.blocks import BodyBlock
from core.caching import fresh_until
from core.calendars import CalendarEvent, calendar_response, event_uid
from core.concerns import Concern
from core.fields import TermsField
from core.file_routes import FileRoutes
from core.models import BasePage
from core.search import SearchKind, terms
from core.text import plain_text
from russian.dates import date_range

from .. import recurrence
from ..forms import EventForm
from ..occurrences import Occurrence, State, next_occurrence, state_of
from ..panels import EVENT_PANELS
from ..querysets import EventPageQuerySet
from ..recurrence import Repeat

#: A year further off than this is a slip of the keyboard.
YEARS_OFF = 30


class ProgrammeItemBlock(blocks.StructBlock):
    """One line of a programme: when, what, who."""

    time = blocks.TimeBlock(label=_("Time"), required=False, format="%H:%M")
    title = blocks.CharBlock(label=_("What"), max_length=200, help_text=_("For example: Yards that people like."))
    speaker = blocks.CharBlock(label=_("Who"), required=False, max_length=200)
    text = blocks.TextBlock(label=_("Details"), required=False, rows=2)

    class Meta:
        icon = "time"
        label = _("Line of the programme")


class ProgrammeBlock(blocks.StreamBlock):
    """The programme of one event."""

    item = ProgrammeItemBlock()

    class Meta:
        required = False


class EventPage(FileRoutes, BasePage):
    """An event. ``last_ends_at``, the end of the last meeting, is derived from the dates on saving."""

    class Kind(models.TextChoices):
        CLUB = "club", _("Discussion club")
        SESSION = "session", _("Project session")
        SEMINAR = "seminar", _("Seminar")
        HEARING = "hearing", _("Public hearing")
        JOB_FAIR = "job-fair", _("Job fair")
        CLEANUP = "cleanup", _("Clean-up")
        FESTIVAL = "festival", _("Festival")
        MEETING = "meeting", _("Residents' meeting")
        OTHER = "other", pgettext_lazy("event", "Other")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.CLUB, db_index=True)
    summary = models.TextField(
        _("in short"),
        help_text=_("One or two sentences for the list. For example: We discuss the plan of the embankment."),
    )
    starts_at = models.DateTimeField(_("begins"), db_index=True)
    ends_at = models.DateTimeField(
        _("ends"), null=True, blank=True, help_text=_("Left empty: two hours after it begins.")
    )
    repeat = models.CharField(
        pgettext_lazy("event", "repeats"),
        max_length=20,
        choices=Repeat.choices,
        default=Repeat.NEVER,
        blank=True,
        help_text=_("The first meeting's date decides: if it is a second Thursday, so will the others be."),
    )
    repeat_until = models.DateField(
        _("repeats until"),
        null=True,
        blank=True,
        help_text=_("The last possible day. Left empty: until further notice."),
    )
    last_ends_at = models.DateTimeField(editable=False, db_index=True)
    place = models.CharField(
        _("place"), max_length=255, blank=True, help_text=_("For example: Palace of Culture, small hall.")
    )
    address = models.CharField(_("address"), max_length=255, blank=True)
    step_free = models.BooleanField(_("step-free entrance"), default=False)
    accessible_toilet = models.BooleanField(_("accessible toilet"), default=False)
    hearing_loop = models.BooleanField(_("hearing loop"), default=False)
    sign_language = models.BooleanField(_("sign language interpreter"), default=False)
    access_note = models.CharField(
        _("how to get in"),
        max_length=255,
        blank=True,
        help_text=_("For example: ramp from the yard; call the caretaker, and the door will be opened."),
    )
    programme = StreamField(ProgrammeBlock(), verbose_name=_("programme"), blank=True)
    speakers = TermsField("core.Person", verbose_name=_("speakers"), blank=True, related_name="+")
    organiser = models.ForeignKey(
        "core.Organisation",
        verbose_name=_("organiser"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    registration_url = models.URLField(_("registration link"), blank=True)
    forum = models.ForeignKey(
        "editions.ForumPage",
        verbose_name=_("forum"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
        help_text=_("Only when the event belongs to a forum."),
    )
    topics = TermsField("core.Topic", verbose_name=_("topics"), blank=True, related_name="event_pages")
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    outcome = RichTextField(
        _("what came of it"), blank=True, features=["bold", "italic", "link", "document-link", "ol", "ul"]
    )
    attendance = models.PositiveIntegerField(
        _("how many people came"), null=True, blank=True, validators=[MinValueValidator(1)]
    )

    objects = PageManager.from_queryset(EventPageQuerySet)()
    base_form_class = EventForm

    parent_page_types = ["events.EventIndexPage"]
    subpage_types: list[str] = []
    search_kind = SearchKind("event", _("Event"), _("Events"), pgettext_lazy("what people call events", "meeting"))
    schema_type = "Event"
    may_be_evidence = True
    override_translatable_fields = [
        TranslatableField("topics"),
        TranslatableField("speakers"),
        SynchronizedField("kind"),
        SynchronizedField("repeat"),
        SynchronizedField("registration_url"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("summary"), index.SearchField("body")]
    content_panels = [*BasePage.content_panels, *EVENT_PANELS]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @property
    def lead(self) -> str:
        return self.summary

    @property
    def duration(self) -> dt.timedelta:
        """How long a meeting lasts."""
        return (self.ends_at - self.starts_at) if self.ends_at else recurrence.USUAL_DURATION

    @cached_property
    def next_occurrence(self) -> Occurrence | None:
        """The meeting under way or the next one; None when all is over."""
        return next_occurrence(self)

    @property
    def occurrence(self) -> Occurrence:
        """The meeting to tell of: the next one, or the last when all is over."""
        return self.next_occurrence or Occurrence(self, self.last_ends_at - self.duration, self.last_ends_at)

    @property
    def state(self) -> State:
        """Ahead, under way or over, at this moment."""
        return state_of(self, timezone.now())

    def own_concerns(self) -> list[Concern]:
        if self.first_published_at is None and self.state == State.OVER:
            return [Concern("starts_at", _("The day is in the past."))]
        return []

    @property
    def repeats_in_words(self) -> str:
        """«every second Thursday of the month»; empty for a single meeting."""
        return recurrence.in_words(self.repeat, self.starts_at)

    @property
    def changes_in_words(self) -> str:
        """The skipped and moved dates that lie ahead: «14 мая 2026 года встречи не будет (праздник)»."""
        today = timezone.localdate()
        ahead = [row for row in self.changes.all() if row.last_day >= today] if self.repeat else []
        return "; ".join(row.in_words for row in sorted(ahead, key=lambda row: row.day))

    @property
    def section_url(self) -> str:
        """Address of the calendar the event stands in."""
        return self.breadcrumbs[-1].url

    @property
    def facts(self) -> list[tuple[Any, str]]:
        """Pairs for the definition list under the heading."""
        meeting = self.occurrence
        return [
            (_("When"), f"{date_range(meeting.day, meeting.last_day)}, {meeting.time}"),
            (pgettext("event", "Repeats"), self.repeats_in_words),
            (_("Changes"), self.changes_in_words),
            (_("Where"), self.where),
            (_("Organiser"), self.organiser.title if self.organiser else ""),
        ]

    @property
    def accessibility(self) -> list[str]:
        """What the place offers, in words."""
        flags = ("step_free", "accessible_toilet", "hearing_loop", "sign_language")
        offered = [str(self._meta.get_field(name).verbose_name) for name in flags if getattr(self, name)]
        return [*offered, self.access_note] if self.access_note else offered

    @property
    def where(self) -> str:
        """Place and address in one line."""
        return ", ".join(part for part in (self.place, self.address) if part)

    def clean(self) -> None:
        super().clean()
        problems = {}
        if self.starts_at and abs(self.starts_at.year - timezone.localdate().year) > YEARS_OFF:
            problems["starts_at"] = _("Check the year: it is too far from today.")
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            problems["ends_at"] = _("The event ends before it begins: check the date and the time.")
        if self.repeat and self.starts_at and self.duration > dt.timedelta(days=1):
            problems["ends_at"] = _("One meeting of a series lasts a day at most: type when the first one ends.")
        if self.repeat_until and not self.repeat:
            problems["repeat"] = _("Choose how the event repeats, or clear the last day.")
        if self.repeat_until and self.starts_at and self.repeat_until < timezone.localdate(self.starts_at):
            problems["repeat_until"] = _("The series ends before its first meeting.")
        if problems:
            raise ValidationError(problems)

    def save(self, *args: Any, **kwargs: Any) -> None:
        changes = {change.day: change.moved_to for change in self.changes.all()} if self.repeat else {}
        last = recurrence.last_start(self.repeat, self.starts_at, self.repeat_until, changes)
        self.last_ends_at = last + self.duration
        super().save(*args, **kwargs)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As Wagtail does; a copy is kept until the meeting begins or ends."""
        meeting, now = self.next_occurrence, timezone.now()
        moments = (meeting.starts_at, meeting.ends_at) if meeting else ()
        change = min((moment for moment in moments if moment > now), default=None)
        return fresh_until(super().serve(request, *args, **kwargs), change)

    def as_calendar_events(self) -> list[CalendarEvent]:
        """The event for calendar files; a series without its skipped dates, then its moved meetings."""
        changes = list(self.changes.all()) if self.repeat else []
        skipped = (recurrence.moment_of(self.starts_at, row.day) for row in changes if not row.moved_to)
        whole = replace(self._calendar_event(), exdates=tuple(skipped))
        moved = [
            replace(
                whole,
                start=row.moved_to,
                end=row.moved_to + self.duration,
                rrule="",
                exdates=(),
                recurrence_id=recurrence.moment_of(self.starts_at, row.day),
            )
            for row in changes
            if row.moved_to
        ]
        return [whole, *moved]

    def _calendar_event(self) -> CalendarEvent:
        return CalendarEvent(
            uid=event_uid(self),
            summary=self.title,
            start=self.starts_at,
            end=self.starts_at + self.duration,
            description=f"{plain_text(self.summary)}\n\n{self.full_url}",
            location=self.where,
            url=self.full_url,
            rrule=recurrence.calendar_rule(self.repeat, self.starts_at, self.repeat_until),
            categories=(str(self.get_kind_display()),),
            updated=self.last_published_at,
        )

    @path("event.ics")
    def calendar_file(self, request: HttpRequest) -> HttpResponse:
        """The event as a calendar file."""
        return calendar_response(self.as_calendar_events(), self.title, self.slug, self.full_url)

    def get_structured_data(self, request: HttpRequest) -> dict[str, Any]:
        meeting = self.occurrence
        data = super().get_structured_data(request)
        data["startDate"] = timezone.localtime(meeting.starts_at).isoformat()
        data["endDate"] = timezone.localtime(meeting.ends_at).isoformat()
        data["eventStatus"] = "https://schema.org/EventScheduled"
        if self.where:
            data["location"] = {"@type": "Place", "name": self.place or self.address, "address": self.where}
        if self.organiser:
            data["organizer"] = {"@type": "Organization", "name": self.organiser.title}
        return data

    def get_search_attributes(self) -> dict[str, Any]:
        day = timezone.localdate(self.starts_at)
        last = timezone.localdate(self.last_ends_at)
        return {"date": day, "year": day.year, "topics": terms(self.topics.all()), "ends": last}

    def get_search_text(self) -> str:
        parts = (super().get_search_text(), self.where, plain_text(self.outcome))
        return "\n".join(part for part in parts if part)
