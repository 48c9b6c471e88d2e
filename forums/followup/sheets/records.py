"""One row's cells to the records they ask for: an assignment, an answer, a report, each only if something is new."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dateutil.parser import ParserError, isoparse
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import TextChoices
from django.forms import URLField
from django.utils.translation import gettext as _

from core.models import Organisation
from forums.followup.dossiers import Dossier
from forums.followup.vocabulary import Frequency, Outcome, Position

from ..models import Assignment, ProgressReport, Response
from .columns import Name
from .reading import Row

#: Label, before, after, the record, and a report's link.
Found = tuple[str, str, str, Any, str]


class FaultyCell(ValueError):
    """A cell that cannot be taken as it is."""

    def __init__(self, name: Name, message: str) -> None:
        super().__init__(message)
        self.name, self.message = name, message


def read_assignment(row: Row, dossier: Dossier, bodies: Mapping[str, Organisation], today: dt.date) -> Found | None:
    """A new assignment where body, contact, day or frequency differ from those in force."""
    names = (Name.BODY, Name.CONTACT, Name.EMAIL, Name.DUE, Name.FREQUENCY)
    if not any(row.text(name) for name in names):
        return None
    title = row.text(Name.BODY)
    if not title:
        raise FaultyCell(Name.BODY, _("Name the responsible body, or empty the other cells of the assignment."))
    body = bodies.get(title.casefold())
    if body is None:
        raise FaultyCell(
            Name.BODY, _("There is no organisation “%(title)s” on the site. Add it first.") % {"title": title}
        )
    email = row.text(Name.EMAIL)
    if email:
        try:
            validate_email(email)
        except ValidationError:
            raise FaultyCell(Name.EMAIL, _("This is no e-mail address: %(text)s.") % {"text": email}) from None
    frequency = _choice(row, Name.FREQUENCY, Frequency) or Frequency.ONCE
    old = dossier.assignment
    record = Assignment(
        recommendation_key=dossier.key,
        date=max(today, dossier.subject.adopted_on),
        body=body,
        contact_name=row.text(Name.CONTACT),
        contact_email=email,
        due_on=_day(row, Name.DUE),
        frequency=frequency,
    )
    compared = ("body_id", "contact_name", "contact_email", "due_on", "frequency")
    if old and all(getattr(old, name) == getattr(record, name) for name in compared):
        return None
    if not (old and old.due_on == record.due_on):
        _check(record, dossier, {"due_on": Name.DUE, "date": Name.DUE})
    return _("Assignment"), _assignment(old), _assignment(record), record, ""


def read_answer(row: Row, dossier: Dossier, today: dt.date) -> Found | None:
    """A new answer; a correction where one of that day says something else."""
    if not any(row.text(name) for name in (Name.ANSWER_DATE, Name.POSITION, Name.ANSWER)):
        return None
    day = _required_day(row, Name.ANSWER_DATE)
    position = _choice(row, Name.POSITION, Position)
    if not position:
        raise FaultyCell(Name.POSITION, _("Choose the position from the list."))
    text = row.text(Name.ANSWER)
    known = dossier.history.responses
    if any((one.date, one.position, one.text.strip()) == (day, position, text) for one in known):
        return None
    same_day = [one for one in known if one.date == day]
    record = Response(
        recommendation_key=dossier.key,
        date=day,
        position=position,
        text=text,
        body=dossier.assignment.body if dossier.assignment else None,
        corrects=same_day[-1] if same_day else None,
    )
    _check(record, dossier, {"date": Name.ANSWER_DATE, "text": Name.ANSWER, "corrects": Name.ANSWER})
    return _("Answer"), _said(dossier.response), _said(record), record, ""


def read_report(row: Row, dossier: Dossier, known: list[ProgressReport], today: dt.date) -> Found | None:
    """A new report, unless the very same one is there already, approved or not."""
    if not any(row.text(name) for name in (Name.REPORT_DATE, Name.OUTCOME, Name.REPORT, Name.LINK)):
        return None
    day = _required_day(row, Name.REPORT_DATE)
    outcome = _choice(row, Name.OUTCOME, Outcome)
    if not outcome:
        raise FaultyCell(Name.OUTCOME, _("Choose the outcome from the list."))
    text = row.text(Name.REPORT)
    if not text:
        raise FaultyCell(Name.REPORT, _("Say what was done."))
    link = row.text(Name.LINK)
    if link:
        try:
            link = URLField(max_length=500, assume_scheme="https").clean(link)
        except ValidationError:
            raise FaultyCell(Name.LINK, _("This is no link: %(text)s.") % {"text": link[:80]}) from None
    if any((one.date, one.outcome, one.text.strip()) == (day, outcome, text) for one in known):
        return None
    record = ProgressReport(
        recommendation_key=dossier.key,
        date=day,
        outcome=outcome,
        text=text,
        body=dossier.assignment.body if dossier.assignment else None,
    )
    _check(record, dossier, {"date": Name.REPORT_DATE, "outcome": Name.OUTCOME})
    return _("Report"), "", _told(record), record, link


def _check(record: Any, dossier: Dossier, cells: Mapping[str, Name]) -> None:
    for field, message in record.faults(dossier.subject).items():
        raise FaultyCell(cells.get(field, Name.NUMBER), str(message))


def _day(row: Row, name: Name) -> dt.date | None:
    value = row.values.get(name)
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    text = row.text(name)
    if not text:
        return None
    for read in (lambda: dt.datetime.strptime(text, "%d.%m.%Y").date(), lambda: isoparse(text).date()):  # noqa: DTZ007
        try:
            return read()
        except (ValueError, ParserError, OverflowError):
            continue
    raise FaultyCell(name, _("This is no date: %(text)s. Write it like this: 26.04.2018.") % {"text": text[:40]})


def _required_day(row: Row, name: Name) -> dt.date:
    day = _day(row, name)
    if day is None:
        raise FaultyCell(name, _("Give the date."))
    return day


def _choice(row: Row, name: Name, choices: type[TextChoices]) -> str:
    text = row.text(name)
    if not text:
        return ""
    for value, label in choices.choices:
        if text.casefold() in (str(label).casefold(), value):
            return value
    names = ", ".join(str(label) for label in choices.labels)
    raise FaultyCell(name, _("“%(text)s” is none of: %(names)s.") % {"text": text[:60], "names": names})


def _assignment(record: Assignment | None) -> str:
    if record is None:
        return ""
    due = f"{record.due_on:%d.%m.%Y}" if record.due_on else ""
    parts = (record.body.title, record.contact_name, record.contact_email, due, record.get_frequency_display())
    return " · ".join(str(part) for part in parts if part)


def _said(record: Response | None) -> str:
    return f"{record.date:%d.%m.%Y} · {record.get_position_display()} · {record.text}" if record else ""


def _told(record: ProgressReport) -> str:
    return f"{record.date:%d.%m.%Y} · {record.get_outcome_display()} · {record.text}"
