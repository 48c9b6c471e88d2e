"""The resident's form, the editor's refusal, the body's answer."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.contacts import consent_field
from core.contacts.forms import email_field
from core.public_forms import ProtectedForm
from core.sent_pictures import MAX_BYTES, drawn_anew
from core.text import without_control_characters

from .choices import Seen
from .models import Witness


def words_field(**options: Any) -> forms.CharField:
    return forms.CharField(widget=forms.Textarea(attrs={"rows": 5, "maxlength": options["max_length"]}), **options)


class WitnessForm(ProtectedForm, forms.Form):
    """``known``: the visitor's address is confirmed."""

    form_name = "witnesses.witness"
    seen = forms.ChoiceField(
        label=_("What do you see?"),
        choices=Seen.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether it is done.")},
    )
    text = words_field(
        label=_("In your words"),
        max_length=1500,
        help_text=_("Where you were, when, and what is there. Without names and telephone numbers of other people."),
        error_messages={"required": _("Write in a sentence or two what you see.")},
    )
    upload = forms.FileField(
        label=_("Photograph"),
        required=False,
        help_text=_("Up to 5 MB, without faces and number plates. Place and time of the shot are taken out of it."),
    )
    email = email_field(help_text=_("A letter with a link comes to it; nobody else sees the address."))
    consent = consent_field("processing")

    def __init__(self, *args: Any, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["email"], self.fields["consent"]

    def clean_text(self) -> str:
        return without_control_characters(self.cleaned_data["text"]).strip()

    def clean_upload(self) -> bytes:
        upload = self.cleaned_data.get("upload")
        if not upload:
            return b""
        if upload.size is None or upload.size > MAX_BYTES:
            raise ValidationError(_("The file is larger than 5 MB. Choose a smaller one."))
        return drawn_anew(upload.read(), _("Choose a picture: JPEG, PNG or WebP."))


class RefusalForm(forms.Form):
    """Why a resident's word is not shown; the author reads it."""

    reason = words_field(
        label=_("Why it is not shown"),
        max_length=500,
        help_text=_("The author gets it by letter. For example: the photograph shows another street."),
        error_messages={"required": _("Say why: the author is written to.")},
    )


class AnswerForm(forms.ModelForm):
    """What the responsible body says; everybody reads it."""

    class Meta:
        model = Witness
        fields = ["answer", "answered_by"]
        widgets = {"answer": forms.Textarea(attrs={"rows": 4})}
        help_texts = {"answered_by": _("The body or the office. For example: Department of Public Works.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = True
