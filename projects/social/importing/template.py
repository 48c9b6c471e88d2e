"""The table to fill in: a workbook with headings, one example row, lists to choose from, and a sheet of help."""

import io

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ..choices import InitiatorKind, Stage
from .columns import COLUMNS
from .reading import MAX_ROWS

CHOICES = {"initiator_kind": InitiatorKind, "stage": Stage}
SHADE = PatternFill("solid", fgColor="E9EFF4")


def template_workbook() -> bytes:
    """The template as an XLSX file."""
    book = Workbook()
    sheet = book.active
    sheet.title = _("Projects")
    sheet.freeze_panes = "C2"
    for number, column in enumerate(COLUMNS, 1):
        letter = get_column_letter(number)
        heading = f"{column.heading} *" if column.required else str(column.heading)
        cell = sheet.cell(1, number, heading)
        cell.font, cell.fill = Font(bold=True), SHADE
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[letter].width = max(14, min(40, len(heading) + 4))
        example = column.example
        sheet.cell(2, number, example if isinstance(example, int) else str(example))
        if column.key in CHOICES:
            allowed = ",".join(str(label) for label in CHOICES[column.key].labels)
            rule = DataValidation(type="list", formula1=f'"{allowed}"', allow_blank=True)
            sheet.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{MAX_ROWS + 1}")
    _help_sheet(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _help_sheet(book: Workbook) -> None:
    sheet = book.create_sheet(_("Help"))
    sheet.append([_("Column"), _("Must be filled in"), _("What to write")])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column in COLUMNS:
        sheet.append([str(column.heading), _("yes") if column.required else "", str(column.note)])
    sheet.append([])
    sheet.append([_("Row 2 of the first sheet is an example: write your first project over it.")])
    for letter, width in (("A", 28), ("B", 20), ("C", 90)):
        sheet.column_dimensions[letter].width = width
