"""The form that follows something, and that of a newsletter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.contacts import consent_field
from core.contacts.forms import email_field
from core.public_forms import ProtectedForm

from .choices import Frequency
from .models import Newsletter


class FollowForm(ProtectedForm, forms.Form):
    """How often, and to which address. ``known``: the visitor's address is confirmed, ``agreed``: so is the consent."""

    form_name = "subscriptions.follow"
    email = email_field(help_text=_("A letter with a link comes to it; nothing is sent before you open it."))
    frequency = forms.ChoiceField(
        label=_("How often"),
        choices=Frequency.choices,
        initial=Frequency.WEEKLY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often letters come.")},
    )
    consent = consent_field("processing")
    mailing = consent_field("mailing")

    def __init__(self, *args: Any, known: bool, agreed: bool, often: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unneeded = {"email": known, "consent": known, "mailing": agreed, "frequency": not often}
        for name in (name for name, is_unneeded in unneeded.items() if is_unneeded):
            del self.fields[name]


class NewsletterForm(forms.ModelForm):
    """Which news go into the letter; ``candidates`` are items as :class:`Newsletter` keeps them."""

    chosen = forms.MultipleChoiceField(
        label=_("What goes into the letter"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick at least one line: an empty letter is not sent."),
            "invalid_choice": _("One of the lines is not on the site any more. Tick them anew."),
        },
    )

    class Meta:
        model = Newsletter
        fields = ["subject", "intro"]
        widgets = {"intro": forms.Textarea(attrs={"rows": 3})}

    field_order = ["chosen", "subject", "intro"]

    def __init__(self, *args: Any, candidates: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = {str(item["page"]): item for item in candidates}
        choices = [(key, f"{item['label']}: {item['title']}") for key, item in self.candidates.items()]
        self.fields["chosen"].choices = choices
        self.fields["chosen"].initial = [str(item["page"]) for item in self.instance.items] or list(self.candidates)

    def save(self, commit: bool = True) -> Newsletter:
        self.instance.items = [self.candidates[key] for key in self.cleaned_data["chosen"]]
        return super().save(commit)
