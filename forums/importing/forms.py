"""The upload."""

from typing import Any

from django import forms
from django.core.cache import cache
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from core.uploads.forms import UploadForm
from documents import ACCEPTED, UnreadableDocument
from documents.limits import MAX_BYTES, TOO_LARGE
from documents.process import read_document

from . import AnnotatedDocument, annotate
from .permissions import forums_without_resolution

#: Stands for "the forum that the document names": found on the site, or made as a draft.
AS_NAMED = ""


def forum_choices(user: Any) -> list[tuple[str, str]]:
    """Where the resolution may go."""
    named = [(AS_NAMED, _("The forum named in the document; if it is not on the site, its draft is made"))]
    return [*named, *((str(forum.pk), forum.title) for forum in forums_without_resolution(user))]


class DocumentForm(UploadForm):
    """A document, and the forum it belongs to. A valid form has its lines: ``form.document``."""

    accept = ",".join(ACCEPTED)

    file = forms.FileField(
        label=_("Document"),
        allow_empty_file=True,  # an empty file gets the importer's own words
        help_text=_("Word (.docx), .odt, .rtf, .pdf with text, .html, .txt or .md, up to 20 MB."),
        error_messages={"required": _("Choose the file with the text of the resolution.")},
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

    def clean_file(self) -> UploadedFile:
        upload = self.cleaned_data["file"]
        try:
            if upload.size > MAX_BYTES:
                raise UnreadableDocument(TOO_LARGE)
            self.document = annotate(read_document(upload.read(), upload.name, cache=cache))
        except UnreadableDocument as error:
            raise forms.ValidationError(str(error)) from error
        upload.seek(0)
        return upload
