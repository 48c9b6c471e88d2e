"""The ledger of letters, refusals of mailings, and addresses that mail does not reach."""

import datetime as dt

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: After so many letters that came back an address gets no more.
BOUNCES_ALLOWED = 2
#: How long an address gets nothing after that.
SUSPENSION = dt.timedelta(days=90)
#: How long the words of a letter that failed, or to which the mail server gave no answer, are kept.
FAILED_WORDS_LIFETIME = dt.timedelta(days=14)


class Letter(models.Model):
    """One letter to one recipient about one event: the constraint lets no process write it twice.

    What it says is kept until it is sent, and then let go: letters hold links that only the recipient may have. Of a
    letter that failed it is kept for :data:`FAILED_WORDS_LIFETIME`, so that it can be sent again; no longer of one that
    was handed over without an answer.
    """

    class Kind(models.TextChoices):
        #: The recipient asked for it this minute: goes to suspended addresses, too.
        REQUESTED = "requested", _("asked for by the recipient")
        #: About something of the recipient's own: ignores refusals of mailings.
        SERVICE = "service", _("service letter")
        #: One of many: only to those who have not refused it.
        MAILING = "mailing", _("mailing")

    class State(models.TextChoices):
        QUEUED = "queued", _("to be sent")
        #: A process has taken it; when the process dies, another one takes it later.
        TAKEN = "taken", _("being sent")
        #: Handed to the mail server: when the process dies now, nobody knows whether it was sent; nobody sends again.
        HANDED_OVER = "handed_over", _("handed to the mail server, no answer")
        SENT = "sent", _("sent")
        FAILED = "failed", _("refused by the mail server")
        WITHHELD = "withheld", _("not sent: refused or suspended")

    recipient = models.EmailField(_("recipient"))
    event = models.CharField(_("event"), max_length=150)
    version = models.CharField(_("version"), max_length=64, default="1")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.SERVICE)
    mailing = models.CharField(_("mailing"), max_length=100, blank=True)
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    attachments = models.JSONField(default=list, blank=True)
    reply_to = models.EmailField(blank=True, default="")
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.CharField(_("last error"), max_length=255, blank=True)
    message_id = models.CharField(max_length=255, blank=True, db_index=True)
    created_at = models.DateTimeField(_("written at"), default=timezone.now, db_index=True)
    next_try_at = models.DateTimeField(_("next try at"), default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "event", "version"], name="core_letter_written_once")
        ]
        indexes = [models.Index(fields=["state", "next_try_at"], name="core_letter_state_next_try")]

    def __str__(self) -> str:
        return f"{self.event} → {self.recipient}"

    @property
    def can_be_sent_again(self) -> bool:
        """Whether it failed and its words are still there."""
        return self.state == self.State.FAILED and bool(self.text)


class MailingRefusal(models.Model):
    """An address that wants no more of a mailing."""

    recipient = models.EmailField(_("recipient"))
    mailing = models.CharField(_("mailing"), max_length=100)
    refused_at = models.DateTimeField(_("refused at"), default=timezone.now)

    class Meta:
        verbose_name = _("refusal of a mailing")
        verbose_name_plural = _("refusals of mailings")
        constraints = [models.UniqueConstraint(fields=["recipient", "mailing"], name="core_mailing_refused_once")]

    def __str__(self) -> str:
        return f"{self.mailing}: {self.recipient}"


class BouncingAddress(models.Model):
    """How many letters to an address came back for good, and until when it gets none."""

    recipient = models.EmailField(_("recipient"), unique=True)
    bounces = models.PositiveIntegerField(_("letters that came back"), default=0)
    last_reason = models.CharField(_("what the mail server said"), max_length=255, blank=True)
    suspended_until = models.DateTimeField(_("gets no letters until"), null=True, blank=True)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)

    class Meta:
        verbose_name = _("address that letters come back from")
        verbose_name_plural = _("addresses that letters come back from")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return self.recipient
