"""Forms of organisers."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from core.text import one_line, without_control_characters

from .choices import Status
from .models import Registration, RegistrationPeriod, Section


class PeriodForm(WagtailAdminModelForm):
    """When a forum takes registrations; a section that somebody has registered for is not removed."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        sections = self.formsets["sections"]
        removed = (
            [form.instance.pk for form in sections.deleted_forms if form.instance.pk] if sections.is_valid() else []
        )
        if Registration.objects.filter(section__in=removed).exists():
            raise ValidationError(
                _("Somebody has registered for a section that you remove. Set its places to 0 instead.")
            )
        return cleaned


class LetterForm(forms.Form):
    """A letter to those who registered. ``key`` lets it be sent once, however often the button is pressed."""

    audience = forms.ChoiceField(label=_("To whom"))
    subject = forms.CharField(label=_("Subject"), max_length=200)
    text = forms.CharField(label=_("Text"), max_length=5000, widget=forms.Textarea(attrs={"rows": 8}))
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, period: RegistrationPeriod, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.period = period
        sections = [
            (f"section-{one.pk}", _("Section: %(title)s") % {"title": one.title}) for one in period.sections.all()
        ]
        self.fields["audience"].choices = [
            ("placed", _("All who have a place")),
            ("waiting", _("Those on the waiting list")),
            *sections,
        ]

    def clean_subject(self) -> str:
        return one_line(self.cleaned_data["subject"])

    def clean_text(self) -> str:
        return without_control_characters(self.cleaned_data["text"]).strip()

    @property
    def recipients(self) -> QuerySet:
        """The registrations whose owners get the letter."""
        found = Registration.objects.of(self.period).filter(contact__isnull=False).select_related("contact")
        audience = self.cleaned_data["audience"]
        if audience == "waiting":
            return found.filter(status=Status.WAITING)
        found = found.filter(status=Status.PLACED)
        return found if audience == "placed" else found.filter(section=audience.removeprefix("section-"))


class WalkInForm(forms.Form):
    """Somebody who came without registering."""

    name = forms.CharField(label=_("Name and surname"), max_length=120)
    section = forms.ModelChoiceField(Section.objects.none(), label=_("Section"), empty_label=None)
    party_size = forms.IntegerField(label=_("How many"), min_value=1, max_value=99, initial=1)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, period: RegistrationPeriod, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = Section.objects.filter(period=period)

    def clean_name(self) -> str:
        name = one_line(self.cleaned_data["name"])
        if not name:
            raise ValidationError(_("Write the name."))
        return name
