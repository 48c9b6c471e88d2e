"""Public forms: a registration, and its change."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core.contacts import consent_field
from core.contacts.consents import CONSENTS
from core.contacts.forms import email_field
from core.models import Consent
from core.public_forms import ProtectedForm
from core.text import one_line, without_control_characters

from .choices import QuestionKind
from .figures import figures_of
from .models import Question, Registration, RegistrationPeriod, Section

LONGEST_ANSWER = 300


class SectionField(forms.ModelChoiceField):
    """Sections of a forum, each with its free places, which are asked for once."""

    def __init__(self, period: RegistrationPeriod, **options: Any) -> None:
        super().__init__(Section.objects.filter(period=period), **options)
        self.period = period

    @cached_property
    def free(self) -> dict[int, int]:
        """Free places by section."""
        return {one.section.pk: one.free for one in figures_of(self.period).sections}

    def label_from_instance(self, obj: Any) -> str:
        free = self.free.get(obj.pk, 0)
        places = ngettext("%(n)s place", "%(n)s places", free) % {"n": free}
        none = gettext("no places, waiting list")
        return f"{obj.name} — {places if free else none}"


def section_field(period: RegistrationPeriod, **options: Any) -> SectionField:
    return SectionField(
        period,
        label=_("Section"),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a section."), "invalid_choice": _("Choose a section of the list.")},
        **options,
    )


def party_field(period: RegistrationPeriod) -> forms.IntegerField:
    least = _("At least one person.")
    most = _("Not more than %(limit)s in one registration.") % {"limit": period.party_limit}
    return forms.IntegerField(
        label=_("How many of you come"),
        min_value=1,
        max_value=period.party_limit,
        initial=1,
        help_text=most,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": least, "min_value": least, "max_value": most, "invalid": _("Type a number.")},
    )


class RegistrationForm(ProtectedForm, forms.Form):
    """A registration with what its organiser asks. ``period`` decides which fields there are."""

    form_name = "registration.register"
    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("As it is to stand on the badge."),
        error_messages={"required": _("Write your name: it stands in the list at the entrance.")},
    )
    email = email_field(help_text=_("A letter with a link comes to it. Until you press the button nothing is counted."))
    needs = forms.CharField(
        label=_("What you need to take part"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 500}),
        help_text=_("For example: a ramp, sign language, a place in the first row. Do not name illnesses."),
    )
    needs_consent = consent_field("needs", required=False)
    consent = consent_field("processing")

    def __init__(self, *args: Any, period: RegistrationPeriod, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.period = period
        self.fields["section"] = section_field(period)
        self.fields["party_size"] = party_field(period)
        if not period.asks_needs:
            del self.fields["needs"], self.fields["needs_consent"]
        self.questions = {f"question_{one.pk}": one for one in period.questions.all()}
        for name, question in self.questions.items():
            self.fields[name] = _question_field(question)
        first = ["name", "email", "section", "party_size", "needs", "needs_consent", *self.questions]
        self.order_fields(first)

    @property
    def question_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.questions]

    def clean_name(self) -> str:
        name = one_line(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(_("Write your name: it stands in the list at the entrance."))
        return name

    def clean_needs(self) -> str:
        return without_control_characters(self.cleaned_data["needs"]).strip()

    def clean(self) -> Any:
        cleaned = super().clean()
        if cleaned.get("needs") and not cleaned.get("needs_consent"):
            self.add_error("needs_consent", CONSENTS[Consent.Kind.NEEDS].refusal)
        return cleaned

    def save(self, language: str) -> Registration:
        """Store the registration, unconfirmed."""
        data = self.cleaned_data
        given = {name: data[name] for name in self.questions if data.get(name)}
        return Registration.objects.create(
            period=self.period,
            section=data["section"],
            language=language,
            name=data["name"],
            party_size=data["party_size"],
            needs=data.get("needs", ""),
            answers={
                str(self.questions[name].pk): without_control_characters(answer) for name, answer in given.items()
            },
        )


def _question_field(question: Question) -> forms.Field:
    missing = {"required": _("Answer this question.")}
    if question.kind == QuestionKind.TEXT:
        return forms.CharField(
            label=question.words, required=question.is_required, max_length=LONGEST_ANSWER, error_messages=missing
        )
    yes_no = [("yes", _("Yes")), ("no", _("No"))]
    return forms.ChoiceField(
        label=question.words,
        required=question.is_required,
        choices=yes_no if question.kind == QuestionKind.YES_NO else question.choices,
        widget=forms.RadioSelect,
        error_messages=missing | {"invalid_choice": _("Choose an answer of the list.")},
    )


class ChangeForm(forms.Form):
    """Another section, another number of people."""

    def __init__(self, *args: Any, registration: Registration, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        period = registration.period
        self.fields["section"] = section_field(period, initial=registration.section_id)
        self.fields["party_size"] = party_field(period)
        self.fields["party_size"].initial = registration.party_size
