"""One assignment or one report for many recommendations: what would be recorded, the recording, and the way back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Locale

from core.models import Organisation

from .choices import Frequency, Outcome
from .dossiers import Dossier
from .models import Assignment, FollowUpRecord, ProgressReport

#: How long a batch can be taken back, in seconds.
UNDO_WITHIN = 24 * 60 * 60
SALT = "followup.bulk"


class BulkForm(forms.Form):
    """Fields that are the same for all chosen recommendations."""

    model: type[FollowUpRecord]
    date = forms.DateField(label=_("Date"), initial=timezone.localdate)


class AssignmentForm(BulkForm):
    """Who answers for them, and when the first report is due."""

    model = Assignment
    body = forms.ModelChoiceField(label=_("Responsible body"), queryset=Organisation.objects.none())
    due_on = forms.DateField(label=_("Report by"), required=False)
    frequency = forms.ChoiceField(label=_("How often to report"), choices=Frequency.choices)
    contact_email = forms.EmailField(label=_("Contact's e-mail"), required=False)

    field_order = ["body", "due_on", "frequency", "contact_email", "date"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = Organisation.objects.filter(locale=Locale.get_default())
        self.fields["body"].queryset = bodies.order_by("title")


class ReportForm(BulkForm):
    """What came of them."""

    model = ProgressReport
    #: A date is moved one by one: each has its reason.
    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=[choice for choice in Outcome.choices if choice[0] != Outcome.MOVED]
    )
    text = forms.CharField(label=_("What was done"), widget=forms.Textarea(attrs={"rows": 3}))

    field_order = ["outcome", "text", "date"]


FORMS: dict[str, type[BulkForm]] = {"assign": AssignmentForm, "report": ReportForm}


@dataclass(frozen=True)
class Line:
    """A chosen recommendation, what would be recorded, and why it cannot be."""

    dossier: Dossier
    record: FollowUpRecord
    problem: str = ""


def plan(form: BulkForm, dossiers: Iterable[Dossier]) -> list[Line]:
    """What a valid ``form`` would record for each of ``dossiers``."""
    lines = []
    for dossier in dossiers:
        record = form.model(recommendation_key=dossier.key, **form.cleaned_data)
        if isinstance(record, ProgressReport) and dossier.assignment:
            record.body = dossier.assignment.body
        try:
            record.full_clean()
        except ValidationError as error:
            lines.append(Line(dossier, record, " ".join(error.messages)))
        else:
            lines.append(Line(dossier, record))
    return lines


@transaction.atomic
def record_all(lines: Iterable[Line], user: AbstractBaseUser) -> list[FollowUpRecord]:
    """Save every record that has no problem."""
    made = []
    for line in lines:
        if not line.problem:
            line.record.created_by = user
            line.record.save()
            log(line.record, "wagtail.create", user=user)
            made.append(line.record)
    return made


def ticket(records: Iterable[FollowUpRecord], action: str) -> str:
    """A signed note of what was made, by which it can be taken back."""
    return signing.dumps([action, [record.pk for record in records]], salt=SALT)


def made_by(note: str, user: AbstractBaseUser) -> list[FollowUpRecord]:
    """The user's own records of a note that are still there; ``signing.BadSignature`` where it is too old."""
    action, keys = signing.loads(note, salt=SALT, max_age=UNDO_WITHIN)
    return list(FORMS[action].model._default_manager.filter(pk__in=keys, created_by=user))


@transaction.atomic
def take_back(records: Iterable[FollowUpRecord], user: AbstractBaseUser) -> int:
    """Delete the records of a batch; gives their number."""
    count = 0
    for record in records:
        log(record, "wagtail.delete", user=user, deleted=True)
        record.delete()
        count += 1
    return count


def read_keys(values: Iterable[str]) -> set[UUID]:
    """The keys that a form sent; what is none is left out."""
    found = set()
    for value in values:
        try:
            found.add(UUID(value))
        except ValueError:
            continue
    return found
