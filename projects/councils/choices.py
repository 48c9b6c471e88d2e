"""What councils are, what their people do, and whether they exist."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CouncilKind(models.TextChoices):
    """What a council is by law: of the residents themselves, of public figures, of a house, or an official."""

    TOS = "tos", _("TOS")
    PUBLIC = "public", _("public council")
    HOUSE = "house", _("house or street committee")
    MANAGER = "manager", _("microdistrict manager")


class CouncilStatus(models.TextChoices):
    """Whether a council exists on a day; computed from its dates, never stored."""

    ACTIVE = "active", _("active")
    DISSOLVED = "dissolved", _("dissolved")


class OfficeRole(models.TextChoices):
    """The office that a person holds in a council."""

    CHAIR = "chair", _("chair")
    MANAGER = "manager", _("manager")
    DEPUTY = "deputy", _("deputy chair")
    SECRETARY = "secretary", _("secretary")
    TREASURER = "treasurer", _("treasurer")
    AUDITOR = "auditor", _("auditor")
    MEMBER = "member", _("member of the council")


#: Offices whose holders head a council.
LEADING_ROLES = (OfficeRole.CHAIR, OfficeRole.MANAGER)
