"""The upload."""

from django import forms
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from documents import ACCEPTED, UnreadableDocument
from documents.limits import MAX_BYTES, TOO_LARGE
from documents.process import read_document
from forums.editions.models import ForumPage
from forums.importing import AnnotatedDocument, annotate

from .permissions import forums_without_resolution

#: Stands for "the forum that the document names": found on the site, or made as a draft.
AS_NAMED = ""


def forum_choices(user) -> list[tuple[str, str]]:
    """Where the resolution may go."""
    named = [(AS_NAMED, _("The forum named in the document; if it is not on the site, its draft is made"))]
    return [*named, *((str(forum.pk), forum.title) for forum in forums_without_resolution(user))]


class UploadForm(forms.Form):
    """A document, and the forum it belongs to. A valid form has read the document: ``form.document``."""

    file = forms.FileField(
        label=_("Document"),
        allow_empty_file=True,  # an empty file gets the importer's own words
        help_text=_("Word (.docx), .odt, .rtf, .pdf with text, .html, .txt or .md, up to 20 MB."),
        widget=forms.FileInput(attrs={"accept": ",".join(ACCEPTED)}),
        error_messages={"required": _("Choose the file with the text of the resolution.")},
    )
    forum = forms.TypedChoiceField(
        label=_("Forum"),
        required=False,
        help_text=_("A forum that has a resolution already is not in the list: nothing is ever overwritten."),
        error_messages={"invalid_choice": _("This forum cannot take a resolution. Choose another one.")},
    )

    document: AnnotatedDocument

    def __init__(self, *args, user, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["forum"].choices = forum_choices(user)

    def clean_file(self):
        upload = self.cleaned_data["file"]
        try:
            if upload.size > MAX_BYTES:
                raise UnreadableDocument(TOO_LARGE)
            self.document = annotate(read_document(upload.read(), upload.name, cache=cache))
        except UnreadableDocument as error:
            raise forms.ValidationError(str(error)) from error
        upload.seek(0)
        return upload

    def clean_forum(self) -> ForumPage | None:
        chosen = self.cleaned_data["forum"]
        return ForumPage.objects.get(pk=chosen) if chosen else None
