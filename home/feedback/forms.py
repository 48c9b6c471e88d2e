"""The feedback form."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from core.public_forms import ProtectedForm
from core.text import without_control_characters


class FeedbackForm(ProtectedForm, forms.Form):
    """A message to the municipality."""

    form_name = "feedback"

    name = forms.CharField(
        label=_("How to address you"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Type your name, so that we know how to address you.")},
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        help_text=_("Only if you want an answer. For example: anna@example.org."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Check the e-mail: it looks like name@example.org.")},
    )
    topic = forms.ChoiceField(
        label=_("What is it about"), error_messages={"required": _("Choose what your message is about.")}
    )
    text = forms.CharField(
        label=_("Message"),
        min_length=10,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": _("Write what you want to say."),
            "min_length": _("Write a little more: at least one sentence."),
            "max_length": _("The message is too long: leave 5,000 characters at most."),
        },
    )
    consent = forms.BooleanField(
        label=_("I agree to the processing of my personal data"),
        error_messages={"required": _("Without your consent the law does not let us accept the message (152-FZ).")},
    )

    def __init__(self, *args, topics: Iterable[str] = (), **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topic"].choices = [("", _("Choose …")), *((topic, topic) for topic in topics)]

    def clean_name(self) -> str:
        return without_control_characters(self.cleaned_data["name"]).strip()

    def clean_text(self) -> str:
        return without_control_characters(self.cleaned_data["text"]).strip()

    def answers(self) -> dict[str, str | bool]:
        """What is kept of a valid form."""
        return {name: self.cleaned_data[name] for name in ("name", "email", "topic", "text", "consent")}
