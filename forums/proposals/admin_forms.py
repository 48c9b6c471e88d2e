"""Forms of moderators and organisers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from core.models import Addressee
from forums.resolutions.models import Recommendation

from .models import Decision, DraftItem, Proposal, ProposalPeriod


class DecisionForm(forms.ModelForm):
    """A drafted answer; nothing is sent by saving it."""

    class Meta:
        model = Decision
        fields = ["verdict", "category", "sentence", "office"]
        widgets = {"sentence": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "category": _("Only for a refusal."),
            "sentence": _("Sent to the author, and read by all in the public log; only the reason of a return is not."),
            "office": _("Only for a refusal. For example: organising committee of the forum."),
        }


class LinkForm(forms.Form):
    """Names another proposal to the same forum by its number."""

    number = forms.IntegerField(label=_("About the same as No."), min_value=1)

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposal = proposal

    def clean_number(self) -> Proposal:
        others = Proposal.objects.filter(period=self.proposal.period_id).exclude(pk=self.proposal.pk)
        found = others.filter(number=self.cleaned_data["number"]).first()
        if found is None:
            raise forms.ValidationError(_("There is no proposal of this number."))
        return found


class DraftItemForm(forms.ModelForm):
    """An item of the draft resolution with the proposals it comes of."""

    class Meta:
        model = DraftItem
        fields = ["track", "addressee", "text", "proposals"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3}), "proposals": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, period: ProposalPeriod, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = list(dict.fromkeys([*period.tracks, *filter(None, [self.instance.track])]))
        choices = [("", _("Without a section")), *((title, title) for title in titles)]
        self.fields["track"] = forms.ChoiceField(label=_("Section"), choices=choices, required=False)
        self.fields["addressee"].queryset = Addressee.objects.filter(locale=Locale.get_default())
        self.fields["proposals"].queryset = Proposal.objects.of(period).public().order_by("number")
        self.fields["proposals"].required = False


class OutcomeForm(forms.Form):
    """What became of a proposal: clauses of the resolution, or nothing."""

    recommendations = forms.MultipleChoiceField(label=_("Adopted as"), required=False)
    in_part = forms.BooleanField(label=_("in part"), required=False)
    note = forms.CharField(
        label=_("Words for the history"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, items: list[Recommendation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recommendations"].choices = [
            (str(item.translation_key), f"{item.number}. {item.short_text}") for item in items
        ]
