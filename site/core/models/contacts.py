"""People without accounts: a confirmed address, what was asked for in its name, and consents."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: What was asked for and never confirmed is erased after so long.
UNCONFIRMED_LIFETIME = dt.timedelta(days=7)


class Contact(models.Model):
    """An e-mail address whose owner has pressed the button in a letter. There is no row before that."""

    email = models.EmailField(_("e-mail"), unique=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="ru")
    confirmed_at = models.DateTimeField(_("confirmed at"), default=timezone.now)
    #: Made anew by every link that is opened: older sessions of the same address end.
    session_key = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = _("confirmed address")
        verbose_name_plural = _("confirmed addresses")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.email


class RequestedAction(models.Model):
    """Something asked for in the name of an address, done when its owner confirms it.

    ``action`` is the name of a registered :class:`core.contacts.actions.Action`, ``payload`` is for that action alone.
    """

    email = models.EmailField(_("e-mail"))
    action = models.CharField(_("action"), max_length=100)
    payload = models.JSONField(default=dict)
    language = models.CharField(_("language"), max_length=10, default="ru")
    #: The kinds of consent that were given with the request; see :mod:`core.contacts.consents`.
    consents = models.JSONField(default=list)
    requested_at = models.DateTimeField(_("asked for at"), default=timezone.now, db_index=True)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)

    class Meta:
        verbose_name = _("requested action")
        verbose_name_plural = _("requested actions")
        ordering = ["pk"]
        indexes = [models.Index(fields=["email", "done_at"], name="core_action_email_done")]

    def __str__(self) -> str:
        return f"{self.action}: {self.email}"


class ContactLink(models.Model):
    """A link in a letter, good for one use. The database holds its digest, not the link."""

    email = models.EmailField(_("e-mail"))
    digest = models.CharField(max_length=64, unique=True)
    #: Addresses that reach the same mailbox have the same key; see :func:`core.contacts.addresses.limit_key`.
    limit_key = models.CharField(max_length=64, db_index=True)
    language = models.CharField(_("language"), max_length=10, default="ru")
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now, db_index=True)
    expires_at = models.DateTimeField(_("valid until"))
    used_at = models.DateTimeField(_("used at"), null=True, blank=True)

    class Meta:
        verbose_name = _("link in a letter")
        verbose_name_plural = _("links in letters")

    def __str__(self) -> str:
        return self.email


class Consent(models.Model):
    """A consent as it was given: to what, in which words, when and how."""

    class Kind(models.TextChoices):
        PROCESSING = "processing", _("processing of personal data")
        MAILING = "mailing", _("letters of a mailing")
        NAME = "name", _("publication of the name")
        NEEDS = "needs", _("what somebody needs to take part")

    contact = models.ForeignKey(Contact, verbose_name=_("contact"), on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(_("to what"), max_length=20, choices=Kind.choices)
    version = models.CharField(_("version of the text"), max_length=40)
    text = models.TextField(_("text"))
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    given_by = models.CharField(_("how it was given"), max_length=255)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "kind", "version"],
                condition=models.Q(withdrawn_at=None),
                name="core_consent_given_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.version}"
