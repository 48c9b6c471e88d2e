"""The fixed words of projects: stages, needs, sources of money, kinds of initiators."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.badges import Badge


class Stage(models.TextChoices):
    """How far a project has come; a project goes through them in any order."""

    IDEA = "idea", pgettext_lazy("stage", "idea")
    SEEKING = "seeking", pgettext_lazy("stage", "seeking support")
    UNDER_WAY = "under_way", pgettext_lazy("stage", "under way")
    DONE = "done", pgettext_lazy("stage", "done")
    STOPPED = "stopped", pgettext_lazy("stage", "stopped")


BADGES = {
    Stage.IDEA: Badge(Stage.IDEA.label, "accent", "idea"),
    Stage.SEEKING: Badge(Stage.SEEKING.label, "warn", "megaphone"),
    Stage.UNDER_WAY: Badge(Stage.UNDER_WAY.label, "good", "progress"),
    Stage.DONE: Badge(Stage.DONE.label, "good", "done"),
    Stage.STOPPED: Badge(Stage.STOPPED.label, "", "pause"),
}
#: Stages in which help is of use.
RUNNING = (Stage.IDEA, Stage.SEEKING, Stage.UNDER_WAY)


class NeedKind(models.TextChoices):
    """What a project may ask people for."""

    MONEY = "money", pgettext_lazy("need", "money")
    VOLUNTEERS = "volunteers", pgettext_lazy("need", "volunteers")
    PREMISES = "premises", pgettext_lazy("need", "premises")
    THINGS = "things", pgettext_lazy("need", "things")


class Source(models.TextChoices):
    """Where a project's money comes from."""

    MUNICIPAL = "municipal", pgettext_lazy("source", "local budget")
    REGIONAL = "regional", pgettext_lazy("source", "regional budget")
    FEDERAL = "federal", pgettext_lazy("source", "federal budget")
    GRANT = "grant", pgettext_lazy("source", "grants")
    BUSINESS = "business", pgettext_lazy("source", "business and sponsors")
    RESIDENTS = "residents", pgettext_lazy("source", "residents' donations")
    OWN = "own", pgettext_lazy("source", "the initiator's own money")


class InitiatorKind(models.TextChoices):
    """Who began it; told by which of the page's four fields is filled in."""

    ORGANISATION = "organisation", _("organisation")
    COUNCIL = "council", _("council")
    GROUP = "group", _("initiative group")
    PERSON = "person", _("resident")


#: The field of ``ProjectPage`` that names an initiator of each kind.
INITIATOR_FIELDS = {
    InitiatorKind.ORGANISATION: "organisation",
    InitiatorKind.COUNCIL: "council",
    InitiatorKind.GROUP: "group",
    InitiatorKind.PERSON: "person",
}
