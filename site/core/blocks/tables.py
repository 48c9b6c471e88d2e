"""A table with a caption and headers, whose cells can be translated."""

import copy
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail_localize.segments import StringSegmentValue


class CaptionedTableBlock(TableBlock):
    """Wagtail's table, with the caption required: it is what a screen reader announces."""

    class Meta:
        icon = "table"
        label = _("Table")
        template = "core/blocks/table.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned and not (cleaned.get("table_caption") or "").strip() and not self.is_deferred_validation:
            raise ValidationError(_("Give the table a caption: what does it show?"))
        return cleaned

    def get_searchable_content(self, value: Any) -> list[str]:
        caption = (value or {}).get("table_caption") or ""
        return [*([caption] if caption else []), *(str(cell) for cell in super().get_searchable_content(value))]

    # wagtail-localize asks for these two; without them a table would stay in the source language.

    def get_translatable_segments(self, value: Any) -> list[StringSegmentValue]:
        """The caption and every cell that holds words (numbers are the same in every language)."""
        segments = [StringSegmentValue("caption", (value or {}).get("table_caption") or "")]
        for row_number, row in enumerate((value or {}).get("data", [])):
            for column_number, cell in enumerate(row):
                if any(letter.isalpha() for letter in str(cell or "")):
                    segments.append(StringSegmentValue(f"{row_number}-{column_number}", str(cell)))
        return [segment for segment in segments if not segment.is_empty()]

    def restore_translated_segments(self, value: Any, segments: list[StringSegmentValue]) -> Any:
        translated = copy.deepcopy(value)
        for segment in segments:
            if segment.path == "caption":
                translated["table_caption"] = segment.render_text()
            else:
                row, column = segment.path.split("-")
                translated["data"][int(row)][int(column)] = segment.render_text()
        return translated
