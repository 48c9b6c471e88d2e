"""What a resident sees, and where the words of a resident stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.badges import Badge


class Seen(models.TextChoices):
    """What the resident says of the recommendation."""

    DONE = "done", _("It is done")
    NOT_DONE = "not_done", _("It is not done")

    @property
    def badge(self) -> Badge:
        """A sign and a word."""
        return Badge(self.label, "good", "done") if self == Seen.DONE else Badge(self.label, "warn", "cross")


class Status(models.TextChoices):
    """Only the last but one is public."""

    UNCONFIRMED = "unconfirmed", _("not confirmed")
    RECEIVED = "received", _("Waits for the editor")
    PUBLISHED = "published", _("Shown on the site")
    DECLINED = "declined", _("Not shown")
