"""The fixed words of contests: for whom, of what level, by whose clock."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MOSCOW = "Europe/Moscow"


class Audience(models.TextChoices):
    """Who may apply."""

    NGO = "ngo", _("NGOs")
    TOS = "tos", _("TOS councils")
    GROUPS = "groups", _("initiative groups")
    YOUTH = "youth", _("young people")
    BUSINESS = "business", _("business")
    PEOPLE = "people", _("individuals")


class Level(models.TextChoices):
    """Whose money it is."""

    MUNICIPAL = "municipal", pgettext_lazy("contest", "municipal")
    REGIONAL = "regional", pgettext_lazy("contest", "regional")
    FEDERAL = "federal", pgettext_lazy("contest", "federal")
    PRIVATE = "private", pgettext_lazy("contest", "private fund")


class TimeZone(models.TextChoices):
    """The clocks of Russia, named by a city and by the distance from Moscow."""

    KALININGRAD = "Europe/Kaliningrad", _("Kaliningrad (MSK−1)")
    MOSCOW = MOSCOW, _("Moscow, Saint Petersburg (MSK)")
    SAMARA = "Europe/Samara", _("Samara, Izhevsk (MSK+1)")
    YEKATERINBURG = "Asia/Yekaterinburg", _("Yekaterinburg, Perm, Chelyabinsk (MSK+2)")
    OMSK = "Asia/Omsk", _("Omsk (MSK+3)")
    KRASNOYARSK = "Asia/Krasnoyarsk", _("Krasnoyarsk, Novosibirsk (MSK+4)")
    IRKUTSK = "Asia/Irkutsk", _("Irkutsk, Ulan-Ude (MSK+5)")
    YAKUTSK = "Asia/Yakutsk", _("Yakutsk, Chita (MSK+6)")
    VLADIVOSTOK = "Asia/Vladivostok", _("Vladivostok, Khabarovsk (MSK+7)")
    MAGADAN = "Asia/Magadan", _("Magadan, Yuzhno-Sakhalinsk (MSK+8)")
    KAMCHATKA = "Asia/Kamchatka", _("Petropavlovsk-Kamchatsky (MSK+9)")


def default_time_zone() -> str:
    """The site's own clock where it is one of the list, else Moscow's."""
    return settings.TIME_ZONE if settings.TIME_ZONE in TimeZone.values else MOSCOW
