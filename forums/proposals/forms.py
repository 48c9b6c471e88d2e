"""Public forms: a proposal, the second try, support."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from core.contacts import consent_field
from core.contacts.forms import email_field
from core.models import Addressee, Territory, Topic
from core.public_forms import ProtectedForm
from core.text import one_line, without_control_characters

from .files import read_file
from .models import Proposal

COORDINATES = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
TERMS = {"addressee": Addressee, "topic": Topic, "territory": Territory}


class ProposalForm(ProtectedForm, forms.ModelForm):
    """What a resident proposes. Terms are offered in the language of the page and kept in the site's first one."""

    form_name = "proposals.proposal"
    coordinates = forms.CharField(
        label=_("Point on the map"),
        required=False,
        max_length=60,
        help_text=_("Latitude and longitude, as any map gives them. For example: 55.1598, 61.4026."),
    )
    upload = forms.FileField(
        label=_("Picture or PDF"), required=False, help_text=_("Up to 5 MB. Shown with the proposal.")
    )

    class Meta:
        model = Proposal
        fields = ["what", "why", "addressee", "topic", "territory", "place"]
        labels = {
            "what": _("What to do"),
            "why": _("Why"),
            "addressee": _("To whom"),
            "topic": _("Topic"),
            "territory": _("Part of the town"),
            "place": _("Street or place"),
        }
        help_texts = {
            "what": _(
                "In one sentence. For example: make a crossing with lights at the school on Pridumannaya street."
            ),
            "why": _("What is wrong now, and who will be better off."),
        }
        error_messages = {
            "what": {"required": _("Write in one sentence what is to be done.")},
            "why": {"required": _("Write why it is needed.")},
        }
        widgets = {
            "what": forms.Textarea(attrs={"rows": 3, "maxlength": 300}),
            "why": forms.Textarea(attrs={"rows": 7, "maxlength": 3000}),
        }

    def __init__(self, *args: Any, locale: Locale, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, model in TERMS.items():
            field = self.fields[name]
            field.queryset = model.objects.filter(locale=locale)
            field.empty_label = str(_("Choose …"))
            if self.instance.pk and (term := getattr(self.instance, name)):
                field.initial = self.initial[name] = _translated(term, locale.pk)
        if self.instance.latitude is not None:
            self.fields["coordinates"].initial = f"{self.instance.latitude}, {self.instance.longitude}"

    def clean_what(self) -> str:
        return one_line(self.cleaned_data["what"])

    def clean_why(self) -> str:
        return without_control_characters(self.cleaned_data["why"]).strip()

    def clean_coordinates(self) -> tuple[Decimal, Decimal] | None:
        typed = self.cleaned_data["coordinates"]
        if not typed.strip():
            return None
        found = COORDINATES.fullmatch(typed)
        place = (Decimal(found[1]), Decimal(found[2])) if found else None
        if place is None or abs(place[0]) > 90 or abs(place[1]) > 180:
            raise ValidationError(_("Type latitude and longitude, for example: 55.1598, 61.4026."))
        return round(place[0], 5), round(place[1], 5)

    def clean_upload(self) -> Any:
        upload = self.cleaned_data.get("upload")
        return read_file(upload) if upload else None

    def save(self, commit: bool = True) -> Proposal:
        """Store the proposal with its file; the terms in the site's first language."""
        proposal = super().save(commit=False)
        first = Locale.get_default().pk
        for name in TERMS:
            term = getattr(proposal, name)
            setattr(proposal, name, _translated(term, first) if term else None)
        proposal.latitude, proposal.longitude = self.cleaned_data["coordinates"] or (None, None)
        proposal.save()
        if kept := self.cleaned_data["upload"]:
            kept.proposal = proposal
            proposal_file = getattr(proposal, "file", None)
            kept.pk = proposal_file.pk if proposal_file else None
            kept.save()
        return proposal


class NewProposalForm(ProposalForm):
    """A proposal with its author. ``looked`` says that the author has seen what is similar."""

    email = email_field(help_text=_("A letter with a link comes to it; nobody else sees the address."))
    author_name = forms.CharField(
        label=_("Your name"), required=False, max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    show_name = consent_field("name", required=False)
    consent = consent_field("processing")
    looked = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_author_name(self) -> str:
        return one_line(self.cleaned_data["author_name"])

    def save(self, commit: bool = True) -> Proposal:
        self.instance.author_name = self.cleaned_data["author_name"]
        self.instance.publish_name = bool(self.cleaned_data["show_name"] and self.cleaned_data["author_name"])
        return super().save(commit)


class SupportForm(ProtectedForm, forms.Form):
    """Supports a proposal."""

    form_name = "proposals.support"
    email = email_field()
    consent = consent_field("processing")


class KnownSupportForm(ProtectedForm, forms.Form):
    """The same for a visitor whose address is confirmed."""

    form_name = "proposals.support"


def _translated(term: Any, locale_id: int) -> Any:
    """The term in another language; itself where it has no translation."""
    if term.locale_id == locale_id:
        return term
    found = type(term).objects.filter(translation_key=term.translation_key, locale=locale_id).first()
    return found or term
