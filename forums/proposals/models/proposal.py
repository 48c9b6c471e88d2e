"""A proposal, what happened to it, who supports it, and what moderators have decided."""

import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.models import Addressee, Contact, Territory, Topic

from ..choices import PUBLIC, SETTLED, Refusal, Status, Verdict
from ..querysets import ProposalQuerySet
from .period import ProposalPeriod


class Proposal(models.Model):
    """What a resident proposes to a coming forum. It has a number once its author has confirmed it."""

    period = models.ForeignKey(
        ProposalPeriod, verbose_name=_("forum"), on_delete=models.PROTECT, related_name="proposals"
    )
    number = models.PositiveIntegerField(_("number"), null=True, editable=False)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="ru")
    what = models.CharField(_("what to do"), max_length=300)
    why = models.TextField(_("why"), max_length=3000)
    addressee = models.ForeignKey(
        Addressee, verbose_name=_("to whom"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    territory = models.ForeignKey(
        Territory, verbose_name=_("territory"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    place = models.CharField(_("street or place"), max_length=200, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    author = models.ForeignKey(
        Contact,
        verbose_name=_("author"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="proposals",
    )
    author_name = models.CharField(_("author's name"), max_length=120, blank=True)
    publish_name = models.BooleanField(_("the name may be published"), default=False)
    status = models.CharField(
        _("status"), max_length=20, choices=Status.choices, default=Status.UNCONFIRMED, db_index=True
    )
    track = models.CharField(_("section of the forum"), max_length=255, blank=True)
    tries = models.PositiveSmallIntegerField(_("tries"), default=1)
    created_at = models.DateTimeField(default=timezone.now)
    received_at = models.DateTimeField(_("received at"), null=True, blank=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    linked = models.ManyToManyField("self", verbose_name=_("linked proposals"), blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["period", "number"], name="proposals_number_once")]
        permissions = [("moderate_proposal", "Can moderate proposals")]

    def __str__(self) -> str:
        return f"{self.label}. {self.what}"

    @property
    def label(self) -> str:
        """«№ 12»; without a number nothing."""
        return gettext("No. %(number)s") % {"number": self.number} if self.number else ""

    @property
    def short_text(self) -> str:
        return Truncator(self.what).chars(110)

    @property
    def is_public(self) -> bool:
        return self.status in PUBLIC

    @property
    def badge(self):
        return Status(self.status).badge

    @property
    def shown_author(self) -> str:
        """The author's name, with their consent only."""
        return self.author_name if self.publish_name else ""

    @property
    def may_be_supported(self) -> bool:
        """Until the forum has said its word."""
        return self.is_public and self.status not in SETTLED

    @property
    def may_be_returned(self) -> bool:
        """One more try is all there is."""
        return self.tries == 1

    @cached_property
    def received_on(self) -> dt.date | None:
        return timezone.localdate(self.received_at) if self.received_at else None


class ProposalFile(models.Model):
    """A picture or a PDF that goes with a proposal; in the database, as nobody may read it before the moderator."""

    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="file")
    name = models.CharField(_("file"), max_length=120)
    content_type = models.CharField(max_length=50)
    content = models.BinaryField()

    class Meta:
        verbose_name = _("file of a proposal")
        verbose_name_plural = _("files of proposals")

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        return self.content_type.startswith("image/")


class Support(models.Model):
    """Somebody with a confirmed address supports a proposal; counted on when the address is erased."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="supports")
    contact = models.ForeignKey(Contact, null=True, on_delete=models.SET_NULL, related_name="supports")
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("support")
        verbose_name_plural = _("supports")
        constraints = [models.UniqueConstraint(fields=["proposal", "contact"], name="proposals_supported_once")]

    def __str__(self) -> str:
        return str(self.proposal)


class Event(models.Model):
    """A line of a proposal's history and of the public log; it names nobody."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="events")
    status = models.CharField(_("status"), max_length=20, choices=Status.choices)
    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    note = models.TextField(_("words"), blank=True)
    office = models.CharField(_("office"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("event of a proposal")
        verbose_name_plural = _("events of proposals")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.proposal.label} {self.get_status_display()}"

    @property
    def badge(self):
        return Status(self.status).badge


class Decision(models.Model):
    """A moderator's answer: drafted first, published with others in a batch."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="decisions")
    verdict = models.CharField(_("decision"), max_length=10, choices=Verdict.choices, default=Verdict.PUBLISH)
    category = models.CharField(_("reason"), max_length=20, choices=Refusal.choices, blank=True)
    sentence = models.TextField(_("words for the author"), max_length=1000, blank=True)
    office = models.CharField(_("office that answers"), max_length=255, blank=True)
    drafted_at = models.DateTimeField(default=timezone.now)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.UniqueConstraint(
                fields=["proposal"], condition=models.Q(published_at=None), name="proposals_one_draft_decision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.proposal}: {self.get_verdict_display()}"

    def clean(self) -> None:
        super().clean()
        problems = {}
        if self.verdict == Verdict.DECLINE:
            wanted = ("category", "sentence", "office")
            problems = {name: _("A refusal needs a reason, a sentence and an office.") for name in wanted}
        elif self.verdict == Verdict.RETURN:
            problems = {"sentence": _("Say what should be different.")}
            if not self.proposal.may_be_returned:
                raise ValidationError({"verdict": _("It has been returned once: publish it or do not accept it.")})
        missing = {name: words for name, words in problems.items() if not str(getattr(self, name)).strip()}
        if missing:
            raise ValidationError(missing)
