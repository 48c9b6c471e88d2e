"""What leaves the organiser's screens as a file: the list as a table; lists by section, badges and the act as PDF."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.printing import render_pdf
from core.tables import Column, Table, Type

from .choices import QuestionKind, Status
from .models import Question, Registration, RegistrationPeriod

#: Empty rows below each section's list, for those who come without having registered.
BLANK_ROWS = 8
BADGES_ON_A_SHEET = 8
#: A long name breaks after its hyphen, not within a word.
HYPHEN = "-\N{ZERO WIDTH SPACE}"
COLUMNS = (
    Column("number", gettext_lazy("Number"), Type.INTEGER),
    Column("name", gettext_lazy("Name and surname"), width=34),
    Column("email", gettext_lazy("E-mail"), Type.EMAIL, value=lambda one: one.contact.email if one.contact else ""),
    Column("section", gettext_lazy("Section"), width=30, value=lambda one: one.section.title),
    Column("party_size", gettext_lazy("Persons"), Type.INTEGER),
    Column("status", gettext_lazy("Status"), choices=Status),
    Column("needs", gettext_lazy("Needs"), Type.TEXT),
    Column("confirmed_at", gettext_lazy("Confirmed at"), Type.DATETIME),
    Column("arrived_at", gettext_lazy("Arrived at"), Type.DATETIME),
    Column("is_walk_in", gettext_lazy("Came without registering"), Type.BOOLEAN),
)


def table_of(period: RegistrationPeriod) -> Table:
    """The columns of a forum's list: those that all have, and one for each of its questions."""
    asked = (_answers_column(question) for question in period.questions.all())
    return Table((*COLUMNS, *asked), key="number")


def _answers_column(question: Question) -> Column:
    return Column(f"question_{question.pk}", question.text, width=30, value=lambda one: answer_words(one, question))


def answer_words(registration: Registration, question: Question) -> str:
    """What somebody answered; a yes or no in words."""
    answer = registration.answers.get(str(question.pk), "")
    if question.kind == QuestionKind.YES_NO:
        return {"yes": _("Yes"), "no": _("No")}.get(answer, "")
    return answer


def lists_pdf(period: RegistrationPeriod, registrations: Iterable[Registration]) -> bytes:
    """A4 lists to tick at the entrance: a page a section, names in order, blank rows for others."""
    named = sorted(registrations, key=lambda one: (one.section.sort_order, one.section_id, one.name.casefold()))
    groups = [(section, list(group)) for section, group in groupby(named, key=lambda one: one.section)]
    title = _("Who comes. %(forum)s") % {"forum": period.forum.title}
    context = {"period": period, "groups": groups, "blank": range(BLANK_ROWS), "title": title}
    return render_pdf("registration/print/lists", context, title)


def badges_pdf(period: RegistrationPeriod, registrations: Iterable[Registration]) -> bytes:
    """Badges to cut out, eight on a sheet: one for whoever registered, one without a name for each companion."""
    badges = [
        {
            "name": one.name.replace("-", HYPHEN) if not guest else _("Guest"),
            "host": one.name if guest else "",
            "registration": one,
        }
        for one in registrations
        for guest in range(one.party_size)
    ]
    title = _("Badges. %(forum)s") % {"forum": period.forum.title}
    context = {"period": period, "sheets": _cut(badges, BADGES_ON_A_SHEET), "title": title}
    return render_pdf("registration/print/badges", context, title)


def _cut(items: Sequence[Any], size: int) -> list[Sequence[Any]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def act_pdf(period: RegistrationPeriod) -> bytes:
    """The act of erasure: what was erased, when and how."""
    title = _("Act of erasure of personal data. %(forum)s") % {"forum": period.forum.title}
    context = {"period": period, "title": title, "erased_at": timezone.localtime(period.erased_at)}
    return render_pdf("registration/print/act", context, title)
