"""The words of follow-up: statuses, outcomes of a report, positions of an answer, how often to report."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    """State of a recommendation on a day, in the order in which counts are shown."""

    DONE = "done", pgettext_lazy("status", "Done")
    KEPT = "kept", pgettext_lazy("status", "Kept")
    ACTIVE = "active", pgettext_lazy("status", "Active")
    IN_PROGRESS = "in_progress", pgettext_lazy("status", "In progress")
    ACCEPTED = "accepted", pgettext_lazy("status", "Accepted")
    NOTED = "noted", pgettext_lazy("status", "Noted")
    NO_ANSWER = "no_answer", pgettext_lazy("status", "No answer")
    QUIET = "quiet", pgettext_lazy("status", "Quiet")
    LAPSED = "lapsed", pgettext_lazy("status", "Lapsed")
    DECLINED = "declined", pgettext_lazy("status", "Declined")
    NOT_NEEDED = "not_needed", pgettext_lazy("status", "Needs no action")


#: What a status means, for those who meet the word for the first time.
MEANINGS = {
    Status.DONE: _("What was asked for has been done."),
    Status.KEPT: _("Done in the current year or in the one before it."),
    Status.ACTIVE: _("Work goes on, and there are recent reports of it."),
    Status.IN_PROGRESS: _("Work has begun and is not finished."),
    Status.ACCEPTED: _("The addressee agreed; there are no reports yet."),
    Status.NOTED: _("The addressee answered and promised nothing."),
    Status.NO_ANSWER: _("The addressee has not answered."),
    Status.QUIET: _("No report for a whole period."),
    Status.LAPSED: _("A whole year passed without it."),
    Status.DECLINED: _("The addressee refused and gave reasons."),
    Status.NOT_NEEDED: _("A declaration: it asks for no action."),
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


#: Outcomes that tell of something done.
POSITIVE = frozenset({Outcome.IN_PROGRESS, Outcome.DONE, Outcome.KEPT, Outcome.ACTIVE})

#: Outcomes that fit a kind, the most frequent first.
OUTCOMES_OF_KIND = {
    "one_off": (Outcome.IN_PROGRESS, Outcome.DONE, Outcome.NOT_STARTED),
    "recurring": (Outcome.KEPT, Outcome.LAPSED),
    "ongoing": (Outcome.ACTIVE, Outcome.QUIET),
    "declaratory": (Outcome.ACTIVE,),
}


class Frequency(TextChoices):
    """How often the responsible body reports."""

    ONCE = "once", pgettext_lazy("frequency", "once")
    QUARTERLY = "quarterly", pgettext_lazy("frequency", "every quarter")
    HALF_YEARLY = "half_yearly", pgettext_lazy("frequency", "every half-year")
    YEARLY = "yearly", pgettext_lazy("frequency", "every year")
