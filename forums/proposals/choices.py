"""Where a proposal stands, why one is declined, and what a moderator may decide."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.badges import Badge


class PeriodState(models.TextChoices):
    """Whether proposals are taken today; computed from two dates."""

    AHEAD = "ahead", _("Not yet")
    OPEN = "open", _("Proposals are taken")
    CLOSED = "closed", _("Proposals are no longer taken")


class Status(models.TextChoices):
    """The way of a proposal. The first four are seen by its author and the moderators alone."""

    UNCONFIRMED = "unconfirmed", _("not confirmed")
    RECEIVED = "received", pgettext_lazy("proposal", "Received")
    RETURNED = "returned", _("Returned to the author")
    DECLINED = "declined", _("Not accepted")
    PUBLISHED = "published", pgettext_lazy("proposal", "Published")
    DISCUSSED = "discussed", _("In the section's discussion")
    DRAFTED = "drafted", _("In the draft resolution")
    ADOPTED = "adopted", pgettext_lazy("proposal", "Adopted")
    ADOPTED_IN_PART = "adopted_in_part", _("Adopted in part")
    NOT_ADOPTED = "not_adopted", _("Not adopted")

    @property
    def badge(self) -> Badge:
        """The status as a sign and a word."""
        tone, icon = BADGES.get(self, ("", "circle"))
        return Badge(self.label, tone, icon)


BADGES = {
    Status.PUBLISHED: ("accent", "megaphone"),
    Status.DISCUSSED: ("accent", "users"),
    Status.DRAFTED: ("accent", "document"),
    Status.ADOPTED: ("good", "done"),
    Status.ADOPTED_IN_PART: ("good", "half"),
    Status.NOT_ADOPTED: ("warn", "cross"),
    Status.RETURNED: ("warn", "repeat"),
    Status.DECLINED: ("bad", "cross"),
}
PUBLIC = (
    Status.PUBLISHED,
    Status.DISCUSSED,
    Status.DRAFTED,
    Status.ADOPTED,
    Status.ADOPTED_IN_PART,
    Status.NOT_ADOPTED,
)
#: What the forum has said its word about.
SETTLED = (Status.ADOPTED, Status.ADOPTED_IN_PART, Status.NOT_ADOPTED)


class Refusal(models.TextChoices):
    """Why a proposal is not accepted: nothing is declined without one of these."""

    NOT_OURS = "not_ours", _("Not within the powers of the town or of the forum")
    APPEAL = "appeal", _("A complaint or an appeal: it has a way of its own")
    PERSONAL = "personal", _("Personal data of other people")
    OFFENSIVE = "offensive", _("Insults, threats, advertising")
    UNLAWFUL = "unlawful", _("Against the law")
    UNCLEAR = "unclear", _("It is not clear what is proposed, after another try, too")


class Verdict(models.TextChoices):
    """What a moderator decides."""

    PUBLISH = "publish", _("Publish")
    RETURN = "return", _("Return for another try")
    DECLINE = "decline", _("Do not accept")
