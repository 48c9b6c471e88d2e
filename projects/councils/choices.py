"""Forms of councils."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CouncilKind(models.TextChoices):
    """What a council is by law: of the residents themselves, of public figures, of a house, or an official."""

    TOS = "tos", _("TOS")
    PUBLIC = "public", _("public council")
    HOUSE = "house", _("house or street committee")
    MANAGER = "manager", _("microdistrict manager")
