"""The upload, or a text pasted in place of it."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.uploads.forms import UploadForm
from documents import ACCEPTED, UnreadableDocument
from documents.limits import MAX_BYTES, TOO_LARGE

from . import AnnotatedDocument, annotate_file
from .permissions import forums_without_resolution

#: Stands for "the forum that the document names": found on the site, or made as a draft.
AS_NAMED = ""


def forum_choices(user: Any) -> list[tuple[str, str]]:
    """Where the resolution may go."""
    named = [(AS_NAMED, _("The forum named in the document; if it is not on the site, its draft is made"))]
    return [*named, *((str(forum.pk), forum.title) for forum in forums_without_resolution(user))]


class DocumentForm(UploadForm):
    """A document or its text, and the forum it belongs to. A valid form has its lines: ``form.document``."""

    accept = ",".join(ACCEPTED)

    file = forms.FileField(
        label=_("Document"),
        required=False,
        allow_empty_file=True,  # an empty file gets the importer's own words
        help_text=_("Word (.docx), .odt, .rtf, .pdf with text, .html, .txt or .md, up to 20 MB."),
    )
    text = forms.CharField(
        label=_("Or its text"),
        required=False,
        strip=False,
        help_text=_("Paste the text of the resolution here if you have no file of it."),
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
    )
    forum = forms.ChoiceField(
        label=_("Forum"),
        required=False,
        help_text=_("A forum that has a resolution already is not in the list: nothing is ever overwritten."),
        error_messages={"invalid_choice": _("This forum cannot take a resolution. Choose another one.")},
    )

    document: AnnotatedDocument

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["forum"].choices = forum_choices(user)

    def clean_file(self) -> UploadedFile | None:
        upload = self.cleaned_data["file"]
        if upload is not None and upload.size > MAX_BYTES:
            raise forms.ValidationError(str(UnreadableDocument(TOO_LARGE)))
        return upload

    def clean(self) -> dict[str, Any]:
        """Take one of both as the file, and read it."""
        data = super().clean()
        upload, text = data.get("file"), data.get("text", "")
        if self.errors:
            return data
        if (upload is None) == (not text.strip()):
            both = gettext("Give the file or its text, not both.")
            self.add_error("file", both if upload else gettext("Choose the file, or paste the text of the resolution."))
            return data
        if upload is None:
            upload = ContentFile(text.encode(), name=f"{_named_after(text)}.txt")
        try:
            self.document = annotate_file(upload.read(), upload.name)
        except UnreadableDocument as error:
            self.add_error("file" if data.get("file") else "text", str(error))
        upload.seek(0)
        return data | {"file": upload}


def _named_after(text: str) -> str:
    """Return a name for a pasted text: its first words, without what a file's name may not have."""
    first = next(line for line in text.splitlines() if line.strip())
    return Truncator(" ".join(first.replace("/", " ").split())).chars(60, truncate="")
