"""How often letters come, and by which names they are refused."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Frequency(models.TextChoices):
    """How often somebody wants to hear of a thing; nothing new means no letter."""

    AT_ONCE = "at_once", _("at once")
    DAILY = "daily", _("once a day, in the morning")
    WEEKLY = "weekly", _("once a week, on Mondays")


#: The followable kind of the newsletter; it has one thing, whose key is empty.
NEWSLETTER = "newsletter"
#: Mailings as :mod:`core.mail.refusals` knows them: all that one follows, and the newsletter.
DIGESTS, NEWSLETTERS = "subscriptions", "newsletter"
_ONE = "subscription:"


class Topical(models.TextChoices):
    """Kinds that the page of subscriptions offers by itself, without a page that leads there."""

    TOPIC = "topic", _("Topics")
    TERRITORY = "territory", _("Parts of the town")


def mailing_of_one(subscription_id: int) -> str:
    """The name by which one subscription is ended from a letter about several."""
    return f"{_ONE}{subscription_id}"


def id_of_one(mailing: str) -> int | None:
    """The subscription that a mailing of that name is; None for the others."""
    number = mailing.removeprefix(_ONE)
    return int(number) if mailing.startswith(_ONE) and number.isdecimal() else None
