"""The form that takes a file for review."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class UploadForm(forms.Form):
    """One file. A subclass narrows ``max_bytes`` and ``accept`` (as HTML's attribute), and may ask for more."""

    max_bytes = 2 * 1024 * 1024
    accept = ".xlsx,.csv"

    file = forms.FileField(
        label=gettext_lazy("File"), error_messages={"required": gettext_lazy("Choose the file on your computer.")}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = self.accept

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file.size > self.max_bytes:
            message = _("The file is larger than %(limit)d MB. Split it in parts.")
            raise forms.ValidationError(message % {"limit": self.max_bytes // (1024 * 1024)})
        return file
