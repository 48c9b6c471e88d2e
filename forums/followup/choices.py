"""The words of follow-up: statuses, outcomes of a report, positions of an answer, how often to report."""

from typing import Self

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    """State of a recommendation on a day, in the order in which counts are shown."""

    DONE = "done", pgettext_lazy("status", "Done")
    KEPT = "kept", pgettext_lazy("status", "Kept up")
    ACTIVE = "active", pgettext_lazy("status", "Work goes on")
    IN_PROGRESS = "in_progress", pgettext_lazy("status", "In progress")
    ACCEPTED = "accepted", pgettext_lazy("status", "Promised")
    NOTED = "noted", pgettext_lazy("status", "Noted")
    NO_ANSWER = "no_answer", pgettext_lazy("status", "No answer")
    QUIET = "quiet", pgettext_lazy("status", "Stalled")
    LAPSED = "lapsed", pgettext_lazy("status", "Lapsed")
    DECLINED = "declined", pgettext_lazy("status", "Declined")
    NOT_NEEDED = "not_needed", pgettext_lazy("status", "Needs no action")

    @property
    def public(self) -> Self:
        """The status under whose word pages show this one: readers tell fewer states apart than the data."""
        shown_as = {"kept": "in_progress", "active": "in_progress", "lapsed": "quiet"}
        return type(self)(shown_as.get(self.value, self.value))


#: What a status means, for those who meet the word for the first time.
MEANINGS = {
    Status.DONE: _("What was asked for has been done."),
    Status.KEPT: _("It is done every year, in this one or the last as well."),
    Status.ACTIVE: _("This is steady work, and there are recent reports of it."),
    Status.IN_PROGRESS: _("Work has begun but is not finished."),
    Status.ACCEPTED: _("The addressee has agreed to do it; there are no reports yet."),
    Status.NOTED: _("The addressee replied but made no promise."),
    Status.NO_ANSWER: _("The addressee has not replied."),
    Status.QUIET: _("There has been no report for a whole reporting period."),
    Status.LAPSED: _("It should be done every year, and a whole year has passed without it."),
    Status.DECLINED: _("The addressee refused and gave its reasons."),
    Status.NOT_NEEDED: _("This is a declaration: no action is asked for."),
}


class Position(TextChoices):
    """What the addressee answered."""

    ACCEPTED = "accepted", pgettext_lazy("position", "Accepted")
    ACCEPTED_IN_PART = "accepted_in_part", pgettext_lazy("position", "Accepted in part")
    NOTED = "noted", pgettext_lazy("position", "Noted")
    DECLINED = "declined", pgettext_lazy("position", "Declined")


class Outcome(TextChoices):
    """What a report says in one word; which of them fit depends on the recommendation's kind."""

    IN_PROGRESS = "in_progress", pgettext_lazy("outcome", "Work is under way")
    DONE = "done", pgettext_lazy("outcome", "Done")
    NOT_STARTED = "not_started", pgettext_lazy("outcome", "Not begun yet")
    KEPT = "kept", pgettext_lazy("outcome", "Done this year")
    LAPSED = "lapsed", pgettext_lazy("outcome", "Not done this year")
    ACTIVE = "active", pgettext_lazy("outcome", "Work goes on")
    QUIET = "quiet", pgettext_lazy("outcome", "Nothing was done in the period")
    #: Says nothing of deeds: the report is due on another day.
    MOVED = "moved", pgettext_lazy("outcome", "The date was moved")


#: Outcomes that tell of something done.
POSITIVE = frozenset({Outcome.IN_PROGRESS, Outcome.DONE, Outcome.KEPT, Outcome.ACTIVE})

#: Outcomes that fit a kind, the most frequent first.
OUTCOMES_OF_KIND = {
    "one_off": (Outcome.IN_PROGRESS, Outcome.DONE, Outcome.NOT_STARTED, Outcome.MOVED),
    "recurring": (Outcome.KEPT, Outcome.LAPSED, Outcome.MOVED),
    "ongoing": (Outcome.ACTIVE, Outcome.QUIET, Outcome.MOVED),
    "declaratory": (Outcome.ACTIVE,),
}


class Frequency(TextChoices):
    """How often the responsible body reports."""

    ONCE = "once", pgettext_lazy("frequency", "once")
    QUARTERLY = "quarterly", pgettext_lazy("frequency", "every quarter")
    HALF_YEARLY = "half_yearly", pgettext_lazy("frequency", "every half-year")
    YEARLY = "yearly", pgettext_lazy("frequency", "every year")
