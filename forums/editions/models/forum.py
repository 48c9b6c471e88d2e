"""One yearly forum."""

import datetime as dt
from typing import Any, Self

import roman
from django.contrib.humanize.templatetags.humanize import ordinal
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.models import PageManager

from core.blocks import BodyBlock, FigureBlock
from core.caching import fresh_until
from core.calendars import CalendarEvent, calendar_response, event_uid
from core.extensions import extensions_of
from core.file_routes import FileRoutes
from core.models import BasePage
from core.pictures import prefetch
from core.search import NamedThing, Question, SearchAnswer, SearchKind
from core.text import stream_headings
from core.visibility import readable
from russian.dates import date_range, long_date

from ..blocks import DayBlock, OrganiserBlock, PictureBlock, RecordingBlock, TrackBlock
from ..naming import read_edition
from ..programme import Day, Session, read_programme
from ..querysets import ForumQuerySet
from ..registering import OWN, OwnRegistration, WayIn
from ..states import ForumState, forum_state

#: Quotation marks an editor may have typed around the theme.
QUOTES = '«»„“”" '
#: Words of a query that ask when and where a forum is, and how to come.
_WHEN = (
    "когда", "где", "дата", "куда", "записаться", "запись", "регистрация", "зарегистрироваться", "попасть",
    "прийти", "when", "where", "date", "regist", "registr",
)  # fmt: skip


class ForumPage(FileRoutes, BasePage):
    """One yearly forum ("edition"), with calendar files of itself and of its sessions."""

    number = models.PositiveSmallIntegerField(
        _("number"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(3999)],
        help_text=_("In Arabic digits: 2. Readers see II."),
    )
    theme = models.CharField(
        _("theme"), max_length=255, blank=True, help_text=_("Without quotes. For example: A city we build together.")
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty if it lasts one day."))
    registration_opens_on = models.DateField(_("registration opens on"), null=True, blank=True)
    registration_closes_on = models.DateField(
        _("registration closes on"), null=True, blank=True, help_text=_("The last day on which one may register.")
    )
    registration_url = models.URLField(
        _("registration link"), blank=True, help_text=_("The button is shown while registration is open.")
    )
    venue = models.CharField(
        _("venue"), max_length=255, blank=True, help_text=_("For example: Palace of Culture “Horizon”.")
    )
    address = models.CharField(_("address"), max_length=255, blank=True)
    accessibility = models.TextField(
        _("accessibility"),
        blank=True,
        help_text=_("Ramp, lift, sign language, induction loop, parking: what a guest with a disability must know."),
    )
    intro = models.TextField(
        _("in brief"), blank=True, help_text=_("Two or three sentences under the title and in lists.")
    )
    organisers = StreamField([("organiser", OrganiserBlock())], verbose_name=_("organisers and partners"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    tracks = StreamField([("track", TrackBlock())], verbose_name=_("sections of the forum"), blank=True)
    programme = StreamField([("day", DayBlock())], verbose_name=_("programme"), blank=True)
    figures = StreamField([("figure", FigureBlock())], verbose_name=_("results in figures"), blank=True)
    gallery = StreamField([("picture", PictureBlock())], verbose_name=_("gallery"), blank=True)
    documents = StreamField(
        [("document", DocumentChooserBlock(label=_("Document")))], verbose_name=_("documents"), blank=True
    )
    recordings = StreamField([("recording", RecordingBlock())], verbose_name=_("recordings"), blank=True)

    objects = PageManager.from_queryset(ForumQuerySet)()

    parent_page_types = ["editions.ForumIndexPage"]
    search_kind = SearchKind("forum", _("Forum"), _("Forums"))
    schema_type = "Event"
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("number"), FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldPanel("theme"),
                FieldPanel("intro"),
            ],
            heading=_("What and when"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("venue"), FieldPanel("address")]), FieldPanel("accessibility")],
            heading=_("Where"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("registration_url"),
                FieldRowPanel([FieldPanel("registration_opens_on"), FieldPanel("registration_closes_on")]),
            ],
            heading=_("Registration"),
        ),
        FieldPanel("organisers"),
        FieldPanel("body"),
        FieldPanel("tracks"),
        FieldPanel("programme"),
        MultiFieldPanel(
            [FieldPanel("figures"), FieldPanel("gallery"), FieldPanel("documents"), FieldPanel("recordings")],
            heading=_("After the forum"),
        ),
    ]

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("forums")

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = _("The last day cannot be earlier than the first.")
        opens, closes = self.registration_opens_on, self.registration_closes_on
        if opens and closes and closes < opens:
            errors["registration_closes_on"] = _("Registration cannot close before it opens.")
        if errors:
            raise ValidationError(errors)

    # --- time ---------------------------------------------------------------------------------------------

    @property
    def last_day(self) -> dt.date:
        return self.ends_on or self.starts_on

    @last_day.setter
    def last_day(self, day: dt.date) -> None:
        """Takes the annotation of the same name; the value is always computed."""

    @property
    def year(self) -> int:
        return self.starts_on.year

    @property
    def state(self) -> ForumState:
        """Where the forum stands today."""
        if own := self.own_registration:
            return forum_state(timezone.localdate(), self.starts_on, self.ends_on, own.is_open)
        return self.state_on(timezone.localdate())

    def state_on(self, day: dt.date) -> ForumState:
        return forum_state(
            day,
            self.starts_on,
            self.ends_on,
            bool(self.registration_url),
            self.registration_opens_on,
            self.registration_closes_on,
        )

    @property
    def is_finished(self) -> bool:
        return self.state == ForumState.FINISHED

    @cached_property
    def own_registration(self) -> OwnRegistration | None:
        """What a room above takes registrations by; nobody is asked once the forum has begun."""
        if timezone.localdate() >= self.starts_on:
            return None
        return next(filter(None, (find(self) for find in extensions_of(OWN))), None)

    @property
    def way_in(self) -> WayIn | None:
        """Where to register now; None while that is not possible."""
        if self.state != ForumState.REGISTRATION:
            return None
        if own := self.own_registration:
            return WayIn(f"{self.url}{own.path}", timezone.localdate(own.closes_at), is_external=False)
        return WayIn(self.registration_url, self.registration_closes_on, is_external=True)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Kept until registration opens or closes."""
        own = self.own_registration
        return fresh_until(super().serve(request, *args, **kwargs), own.next_change if own else None)

    # --- reading ------------------------------------------------------------------------------------------

    @property
    def lead(self) -> str:
        return self.intro or self.search_description

    @property
    def roman_number(self) -> str:
        """``II``, as Russian typography numbers forums; empty without a number."""
        return roman.toRoman(self.number) if self.number else ""

    @property
    def short_title(self) -> str:
        """«II форум», “2nd forum”: a name for lists that show an item of it; without a number, the title."""
        if not self.number:
            return self.title
        number = self.roman_number if get_language() == "ru" else ordinal(self.number)
        return _("%(number)s forum") % {"number": number}

    @property
    def quoted_theme(self) -> str:
        """The theme in quotation marks, which typography makes the language's own."""
        return f'"{self.theme.strip(QUOTES)}"' if self.theme else ""

    @property
    def place_line(self) -> str:
        return ", ".join(filter(None, [self.venue, self.address]))

    @cached_property
    def gallery_pictures(self) -> list[dict[str, Any]]:
        """The gallery's pictures with their renditions loaded at once."""
        pictures = [child.value for child in self.gallery if child.value["image"]]
        prefetch([picture["image"] for picture in pictures], "card")
        return pictures

    @property
    def organisers_by_role(self) -> list[tuple[str, list]]:
        """Bodies by what they do for the forum, organisers first: role, bodies."""
        labels = dict(OrganiserBlock.ROLES)
        bodies = [child.value for child in self.organisers]
        found = [(label, [body for body in bodies if body["role"] == role]) for role, label in labels.items()]
        return [(str(label), named) for label, named in found if named]

    @cached_property
    def programme_days(self) -> list[Day]:
        return read_programme(self.programme)

    @property
    def sessions(self) -> list[Session]:
        """The sessions of every day, in order."""
        return [session for day in self.programme_days for session in day.sessions]

    @cached_property
    def table_of_contents(self) -> list[tuple[int, str, str]]:
        """Headings of the text, what the rooms above add, and the parts of the page that have something to show."""
        parts = [
            (self.figures, _("Results in figures"), "figures"),
            (self.tracks, _("Sections"), "tracks"),
            (self.programme, _("Programme"), "programme"),
            (self.gallery, _("Gallery"), "gallery"),
            (self.recordings, _("Recordings"), "recordings"),
            (self.documents, _("Documents"), "documents"),
            (self.organisers, _("Organisers and partners"), "organisers"),
        ]
        added = [line for find in extensions_of("contents of a forum") for line in find(self)]
        own = [(2, str(label), anchor) for value, label, anchor in parts if value]
        return [*stream_headings(self.body), *added, *own]

    @cached_property
    def previous_edition(self) -> Self | None:
        earlier = [one for one in self._editions if one.starts_on < self.starts_on]
        return max(earlier, key=lambda one: one.starts_on, default=None)

    @cached_property
    def next_edition(self) -> Self | None:
        later = [one for one in self._editions if one.starts_on > self.starts_on]
        return min(later, key=lambda one: one.starts_on, default=None)

    @cached_property
    def _editions(self) -> list[Self]:
        """The other forums beside this one, without what their own pages tell."""
        return list(readable(ForumPage.objects.sibling_of(self, inclusive=False)).defer_streamfields())

    # --- calendars ----------------------------------------------------------------------------------------

    @path("forum.ics", name="forum_calendar")
    def forum_calendar(self, request: HttpRequest) -> HttpResponse:
        return calendar_response([self.calendar_event], name=self.title, filename=self.slug, url=self.full_url)

    @path("programme.ics", name="programme_calendar")
    def programme_calendar(self, request: HttpRequest) -> HttpResponse:
        """Every session; the forum itself while there is no programme yet."""
        events = [self._session_event(session) for session in self.sessions] or [self.calendar_event]
        return calendar_response(events, name=self.title, filename=f"{self.slug}-programme", url=self.full_url)

    @path("session-<str:key>.ics", name="session_calendar")
    def session_calendar(self, request: HttpRequest, key: str) -> HttpResponse:
        session = next((session for session in self.sessions if session.key == key), None)
        if session is None:
            raise Http404
        event = self._session_event(session)
        return calendar_response([event], name=session.title, filename=f"session-{key[:8]}", url=self.full_url)

    @property
    def calendar_event(self) -> CalendarEvent:
        """The whole forum, lasting its days."""
        return CalendarEvent(
            uid=event_uid(self),
            summary=self.title,
            start=self.starts_on,
            end=self.last_day,
            description="\n".join(filter(None, [self.lead, self.full_url])),
            location=self.place_line,
            url=self.full_url,
            updated=self.last_published_at,
        )

    def _session_event(self, session: Session) -> CalendarEvent:
        """One session, with a link back to its place in the programme."""
        url = f"{self.full_url}#session-{session.key}"
        speakers = [f"{speaker.name}, {speaker.about}".strip(", ") for speaker in session.speakers]
        lines = [session.track, session.moderator, *speakers, session.description, url]
        return CalendarEvent(
            uid=event_uid(self, session.key),
            summary=session.title,
            start=session.starts,
            end=session.ends,
            description="\n".join(filter(None, lines)),
            location=", ".join(filter(None, [session.place, self.venue, self.address])),
            url=url,
            categories=(session.track,) if session.track else (),
            updated=self.last_published_at,
        )

    # --- finding ------------------------------------------------------------------------------------------

    def get_search_text(self) -> str:
        """Also what stands in fields that are no streams."""
        parts = [self.theme, super().get_search_text(), self.venue, self.address, self.accessibility]
        return "\n".join(filter(None, parts))

    def get_search_attributes(self) -> dict[str, Any]:
        return {"date": self.starts_on, "year": self.year, "boost": 1.2, "ends": self.last_day}

    @classmethod
    def named_in_query(cls, question: Question) -> list[NamedThing]:
        asked = read_edition(question)
        if not (asked.says_forum and asked.is_told) or asked.rest or asked.items:
            return []
        editions = cls.in_language(question.language)
        return [NamedThing(forum.pk) for forum in asked.choose(editions, timezone.localdate())]

    @classmethod
    def search_answers(cls, question: Question) -> list[SearchAnswer]:
        """When and where the next forum is, and how to come, for whoever asks when, where or how of a forum."""
        asked = read_edition(question)
        if not asked.says_forum or asked.items or not (asked.place == "next" or question.has(*_WHEN)):
            return []
        upcoming = readable(cls.objects.filter(locale__language_code=question.language)).upcoming().first()
        return [upcoming.as_answer] if upcoming and asked.number in (None, upcoming.number) else []

    @property
    def as_answer(self) -> SearchAnswer:
        """The facts that a coming forum's visitors ask for first."""
        facts = [date_range(self.starts_on, self.ends_on), self.place_line]
        way_in = self.way_in
        if way_in and way_in.until:
            facts.append(gettext("Registration until %(day)s") % {"day": long_date(way_in.until)})
        links = [(_("Register"), way_in.url)] if way_in else []
        return SearchAnswer(self.title, self.url, tuple(filter(None, facts)), tuple(links))

    @classmethod
    def in_language(cls, language: str) -> list[Self]:
        """Every edition that anybody may read, newest first."""
        return list(readable(cls.objects.filter(locale__language_code=language)).newest_first())

    def get_structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """An Event with its place, organisers and sessions."""
        data = super().get_structured_data(request) | {
            "startDate": self.starts_on.isoformat(),
            "endDate": self.last_day.isoformat(),
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        }
        if self.place_line:
            data["location"] = {"@type": "Place", "name": self.venue or self.address, "address": self.address}
        organisers = [{"@type": "Organization", "name": child.value.title} for child in self.organisers]
        if organisers:
            data["organizer"] = organisers
        if way_in := self.way_in:
            url = way_in.url if way_in.is_external else request.build_absolute_uri(way_in.url)
            data["offers"] = {"@type": "Offer", "url": url, "price": "0", "priceCurrency": "RUB"}
        if self.programme:
            data["subEvent"] = [session.structured_data for session in self.sessions]
        return data
