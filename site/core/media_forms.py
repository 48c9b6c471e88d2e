"""The forms of every upload of a picture or document: one or many, in the library or in a chooser."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .document_files import is_what_it_says
from .image_files import UNREADABLE, is_whole, pixel_count, without_metadata

DAMAGED = gettext_lazy("The picture is damaged or cut short. Save it anew or choose another file.")


class WholeImageField(WagtailImageField):
    """Looks at the size that the file's header tells before anything is decoded; what cannot be decoded is refused."""

    def to_python(self, data: Any) -> Any:
        if data in self.empty_values:
            return super().to_python(data)
        content = data.read()
        data.seek(0)
        if (count := pixel_count(content)) and count > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
            said = {"pixels": count // 1_000_000, "most": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000}
            raise ValidationError(
                _("The picture has %(pixels)d megapixels; %(most)d at most. Make it smaller and try again.") % said
            )
        try:
            file = super().to_python(data)
        except UNREADABLE as error:
            raise ValidationError(DAMAGED) from error
        if not is_whole(content):
            raise ValidationError(DAMAGED)
        return file


class ImageForm(BaseImageForm):
    """A picture is whole, of a bearable size, and is kept without the place where it was taken."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if usual := self.fields.get("file"):
            self.fields["file"] = WholeImageField(label=usual.label, required=usual.required, widget=usual.widget)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not file or "file" not in self.changed_data:
            return file
        content = file.read()
        file.seek(0)
        clean = without_metadata(content)
        return file if clean == content else ContentFile(clean, name=file.name)


class DocumentForm(BaseDocumentForm):
    """A document is what its name says."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            extension = file.name.rpartition(".")[2].lower()
            if not is_what_it_says(file, extension):
                message = _("The file does not hold what its name says (.%(extension)s). Save it anew in that format.")
                raise ValidationError(message % {"extension": extension})
            file.seek(0)
        return file
