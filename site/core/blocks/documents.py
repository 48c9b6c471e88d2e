"""Files of the library, as a list with type and size."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock


class DocumentItemValue(blocks.StructValue):
    @property
    def display_title(self) -> str:
        document = self.get("document")
        return self.get("title") or (document.title if document else "")


class DocumentItemBlock(blocks.StructBlock):
    """One file; its own title stands when none is typed."""

    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=255,
        help_text=_("Empty: the title in the library. For example: Rules of the contest."),
    )

    class Meta:
        icon = "doc-full"
        label = _("File")
        value_class = DocumentItemValue

    def get_searchable_content(self, value: Any) -> list[str]:
        return [value.display_title]


class DocumentsBlock(blocks.StructBlock):
    """A list of files."""

    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=150, help_text=_("For example: Documents of the contest.")
    )
    documents = blocks.ListBlock(DocumentItemBlock(), label=_("Files"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Files")
        template = "core/blocks/documents.html"
