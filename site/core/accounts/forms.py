"""The form of a code."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django_otp import match_token
from django_otp.models import Device
from django_otp.plugins.otp_totp.models import TOTPDevice

WRONG = _("This code does not fit. Type the one that the app shows now; after several wrong ones wait a little.")


class CodeForm(forms.Form):
    """A code of the app, or a recovery code; ``device`` is what it belongs to once the form is valid."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}),
        error_messages={"required": _("Type the code.")},
    )

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.device: Device | None = None

    def clean_code(self) -> str:
        code = "".join(self.cleaned_data["code"].split()).lower()
        self.device = self.matching(code)
        if self.device is None:
            raise forms.ValidationError(WRONG)
        return code

    def matching(self, code: str) -> Device | None:
        return match_token(self.user, code)


class SetupForm(CodeForm):
    """The first code of a new app."""

    def __init__(self, new: TOTPDevice, *args: Any, **kwargs: Any) -> None:
        super().__init__(new.user, *args, **kwargs)
        self.new = new

    def matching(self, code: str) -> Device | None:
        return self.new if self.new.verify_token(code) else None
