"""Somebody's place at a forum, and who was let in."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core.models import Contact

from ..choices import ACTIVE, Status
from ..querysets import RegistrationQuerySet
from .period import RegistrationPeriod, Section


class Registration(models.Model):
    """Somebody's place at a forum, for a party of one or more. It has a number once its owner has confirmed it."""

    period = models.ForeignKey(
        RegistrationPeriod, verbose_name=_("forum"), on_delete=models.PROTECT, related_name="registrations"
    )
    section = models.ForeignKey(
        Section, verbose_name=_("section"), on_delete=models.PROTECT, related_name="registrations"
    )
    number = models.PositiveIntegerField(_("number"), null=True, editable=False)
    #: Part of the links in letters and of the entry in calendars.
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="ru")
    name = models.CharField(_("name and surname"), max_length=120, blank=True)
    contact = models.ForeignKey(
        Contact,
        verbose_name=_("address"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="registrations",
    )
    party_size = models.PositiveSmallIntegerField(_("people"), default=1)
    needs = models.TextField(_("needs"), max_length=500, blank=True)
    #: The words of each answer by the question's id.
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.UNCONFIRMED, db_index=True
    )
    is_walk_in = models.BooleanField(_("came without registering"), default=False)
    created_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    #: Whoever moves to another section waits there from then on.
    waiting_since = models.DateTimeField(null=True, blank=True)
    offered_until = models.DateTimeField(_("offered until"), null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    #: RFC 5545: raised by each change that the owner's calendar is told of.
    sequence = models.PositiveIntegerField(default=0)
    arrived_at = models.DateTimeField(_("arrived at"), null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["period", "number"], name="registration_number_once"),
            models.UniqueConstraint(
                fields=["period", "contact"],
                condition=models.Q(status__in=ACTIVE),
                name="registration_once_for_an_address",
            ),
        ]
        permissions = [("manage_registration", "Can manage registrations")]

    def __str__(self) -> str:
        return f"{self.label}. {self.name}"

    @property
    def label(self) -> str:
        """«№ 12»; without a number nothing."""
        return gettext("No. %(number)s") % {"number": self.number} if self.number else ""

    @property
    def badge(self) -> Any:
        return Status(self.status).badge

    @property
    def is_active(self) -> bool:
        return self.status in ACTIVE

    @property
    def is_offered(self) -> bool:
        """Whether the owner may take the offered place now."""
        return self.status == Status.OFFERED and self.offered_until is not None and timezone.now() < self.offered_until

    @property
    def people(self) -> str:
        """«2 человека»."""
        return ngettext("%(n)s person", "%(n)s people", self.party_size) % {"n": self.party_size}

    @property
    def guests(self) -> int:
        """Who comes beside the one who has registered."""
        return self.party_size - 1


class CheckIn(models.Model):
    """Somebody was let in, or that was taken back. ``key`` is made by the browser: sent twice, it counts once."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="check_ins")
    key = models.UUIDField(unique=True)
    is_here = models.BooleanField(default=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("check-in")
        verbose_name_plural = _("check-ins")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.registration_id}: {self.at}"
