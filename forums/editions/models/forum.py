"""One yearly forum."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import roman
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.models import PageManager

from core.blocks import BodyBlock
from core.file_routes import FileRoutes
from core.models import BasePage
from core.pictures import prefetch
from core.text import stream_headings
from core.visibility import readable
from forums.resolutions.querysets import ForumQuerySet
from forums.resolutions.routes import CalendarRoutes
from forums.resolutions.searching import forum_text
from forums.resolutions.structured_data import forum_data

from ..blocks import DayBlock, FigureBlock, OrganiserBlock, PictureBlock, RecordingBlock, TrackBlock
from ..panels import FORUM_PANELS
from ..programme import Day, read_programme
from ..states import ForumState, forum_state

if TYPE_CHECKING:
    from forums.resolutions.models.resolution import ResolutionPage


#: Quotation marks an editor may have typed around the theme.
QUOTES = '«»„“”" '


class ForumPage(CalendarRoutes, FileRoutes, BasePage):
    """One yearly forum ("edition")."""

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
    search_kind = "forum"
    schema_type = "Event"
    content_panels = [*BasePage.content_panels, *FORUM_PANELS]

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

    @property
    def registration_is_open(self) -> bool:
        return self.state == ForumState.REGISTRATION

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
        """``II форум``-like name for lists that show an item of it; without a number, the title."""
        if not self.number:
            return self.title
        return _("%(number)s forum") % {"number": self.roman_number}

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

    @cached_property
    def table_of_contents(self) -> list[tuple[int, str, str]]:
        """Headings of the text, and the parts of the page that have something to show."""
        parts = [
            (self.resolution, _("Resolution"), "resolution"),
            (self.figures, _("Results in figures"), "figures"),
            (self.tracks, _("Sections"), "tracks"),
            (self.programme, _("Programme"), "programme"),
            (self.gallery, _("Gallery"), "gallery"),
            (self.recordings, _("Recordings"), "recordings"),
            (self.documents, _("Documents"), "documents"),
            (self.organisers, _("Organisers and partners"), "organisers"),
        ]
        own = [(2, str(label), anchor) for value, label, anchor in parts if value]
        return [*stream_headings(self.body), *own]

    @cached_property
    def resolution(self) -> "ResolutionPage | None":
        """The forum's published resolution."""
        from forums.resolutions.models.resolution import ResolutionPage

        return readable(ResolutionPage.objects.child_of(self)).with_counts().first()

    @staticmethod
    def with_resolutions(forums) -> "list[ForumPage]":
        """The forums as a list, each with its ``resolution`` already looked up: one query for all."""
        from forums.resolutions.models.resolution import ResolutionPage

        found = list(forums)
        resolutions = readable(ResolutionPage.objects.filter(depth=found[0].depth + 1 if found else 0)).with_counts()
        by_path = {page.path[: -page.steplen]: page for page in resolutions} if found else {}
        for forum in found:
            forum.resolution = by_path.get(forum.path)
        return found

    @cached_property
    def previous_edition(self) -> "ForumPage | None":
        return self._editions().filter(starts_on__lt=self.starts_on).order_by("-starts_on").first()

    @cached_property
    def next_edition(self) -> "ForumPage | None":
        return self._editions().filter(starts_on__gt=self.starts_on).order_by("starts_on").first()

    def _editions(self) -> ForumQuerySet:
        return readable(ForumPage.objects.sibling_of(self, inclusive=False))

    # --- finding ------------------------------------------------------------------------------------------

    def get_search_text(self) -> str:
        return forum_text(self, super().get_search_text())

    def get_search_attributes(self) -> dict[str, Any]:
        return {"date": self.starts_on, "year": self.year, "boost": 1.2}

    def get_structured_data(self, request: HttpRequest) -> dict[str, Any]:
        return forum_data(self, super().get_structured_data(request))
