"""When a forum takes registrations, into which sections, and what it asks."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from forums.editions.models import ForumPeriod

from ..choices import PeriodState, QuestionKind

#: Between an answer's Russian words and its English ones.
EQUALS = "="


class RegistrationPeriod(ForumPeriod, ClusterableModel):
    """From when to when a forum takes registrations."""

    opens_at = models.DateTimeField(_("registration opens at"))
    closes_at = models.DateTimeField(
        _("registration closes at"), help_text=_("After this moment nobody registers, and no free place is passed on.")
    )
    intro = models.TextField(_("words above the form"), blank=True, help_text=_("One or two sentences."))
    party_limit = models.PositiveSmallIntegerField(
        _("people in one registration at most"), default=3, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    asks_needs = models.BooleanField(
        _("ask what guests with disabilities need"), default=True, help_text=_("A ramp, sign language, a large print.")
    )
    reminder_days = models.PositiveSmallIntegerField(
        _("remind so many days before"),
        default=2,
        validators=[MaxValueValidator(30)],
        help_text=_("0: no reminder is sent."),
    )
    offer_hours = models.PositiveSmallIntegerField(
        _("keep an offered place for so many hours"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(240)],
        help_text=_("Whoever waits first gets a letter; without an answer the place goes to the next."),
    )
    keep_days = models.PositiveSmallIntegerField(
        _("erase names and addresses so many days after the forum"),
        default=30,
        validators=[MaxValueValidator(365)],
        help_text=_("The figures stay."),
    )
    erased_at = models.DateTimeField(_("names were erased at"), null=True, blank=True, editable=False)
    erased_count = models.PositiveIntegerField(_("registrations erased"), default=0, editable=False)

    class Meta:
        verbose_name = _("registration for a forum")
        verbose_name_plural = _("registrations for forums")
        ordering = ["-opens_at"]

    def clean(self) -> None:
        super().clean()
        if self.forum_id:
            same = RegistrationPeriod.objects.filter(forum__translation_key=self.forum.translation_key)
            if same.exclude(pk=self.pk).exists():
                raise ValidationError({"forum": _("This forum has its registration already: change that one.")})
        if self.opens_at and self.closes_at:
            if self.closes_at <= self.opens_at:
                raise ValidationError({"closes_at": _("Registration cannot close before it opens.")})
            if self.forum_id and timezone.localdate(self.closes_at) > self.forum.starts_on:
                raise ValidationError({"closes_at": _("Registration ends on the forum's first day at the latest.")})

    @property
    def state(self) -> PeriodState:
        """Whether registrations are taken now."""
        return self.state_at(timezone.now())

    def state_at(self, moment: dt.datetime) -> PeriodState:
        if moment < self.opens_at:
            return PeriodState.AHEAD
        return PeriodState.OPEN if moment < self.closes_at else PeriodState.CLOSED

    @property
    def is_open(self) -> bool:
        return self.state == PeriodState.OPEN

    @property
    def erase_on(self) -> dt.date:
        """The day from which names and addresses may not be kept."""
        return self.forum.last_day + dt.timedelta(days=self.keep_days)

    @property
    def is_due_to_be_erased(self) -> bool:
        return self.erased_at is None and timezone.localdate() >= self.erase_on


class Section(Orderable):
    """A part of the forum that people register for: a section of its programme, or one with a name of its own."""

    period = ParentalKey(RegistrationPeriod, on_delete=models.CASCADE, related_name="sections")
    title = models.CharField(_("title"), max_length=255)
    title_english = models.CharField(
        _("title in English"), max_length=255, blank=True, help_text=_("Empty: the Russian one is shown.")
    )
    capacity = models.PositiveIntegerField(_("places"), default=0, validators=[MaxValueValidator(100_000)])

    panels = [FieldRowPanel([FieldPanel("title"), FieldPanel("title_english")]), FieldPanel("capacity")]

    class Meta(Orderable.Meta):
        verbose_name = _("section with places")
        verbose_name_plural = _("sections with places")

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> str:
        """The title in the active language."""
        return (get_language() == "en" and self.title_english) or self.title


class Question(Orderable):
    """What the organiser asks of everybody who registers."""

    period = ParentalKey(RegistrationPeriod, on_delete=models.CASCADE, related_name="questions")
    text = models.CharField(_("question"), max_length=255)
    text_english = models.CharField(
        _("question in English"), max_length=255, blank=True, help_text=_("Empty: the Russian one is shown.")
    )
    kind = models.CharField(_("answer"), max_length=10, choices=QuestionKind.choices, default=QuestionKind.TEXT)
    options = models.TextField(
        _("answers to choose from"),
        blank=True,
        help_text=_("One a line; after “=” the English words: Да, приду = Yes, I shall come."),
    )
    is_required = models.BooleanField(_("must be answered"), default=False)

    panels = [
        FieldRowPanel([FieldPanel("text"), FieldPanel("text_english")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("is_required")]),
        FieldPanel("options"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if self.kind == QuestionKind.CHOICE and len(self.choices) < 2:
            raise ValidationError({"options": _("Write two answers at least, one a line.")})

    @property
    def words(self) -> str:
        """The question in the active language."""
        return (get_language() == "en" and self.text_english) or self.text

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What is kept, and what is shown in the active language, for each answer."""
        pairs = [[part.strip() for part in line.split(EQUALS, 1)] for line in self.options.splitlines() if line.strip()]
        english = get_language() == "en"
        return [(pair[0], pair[-1] if english and pair[-1] else pair[0]) for pair in pairs if pair[0]]
