"""Recommendations to XLSX: a sheet an addressee, a row a recommendation."""

import io
import re
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from forums.followup.dossiers import Dossier
from forums.followup.vocabulary import Frequency, Outcome, Position

from .columns import COLUMNS, HEADER_ROW, INDEX, Name

GREY = PatternFill("solid", fgColor="EEF1F4")
ACCENT = PatternFill("solid", fgColor="DCE8F1")
DATE_FORMAT = "DD.MM.YYYY"
CHOICES = {Name.FREQUENCY: Frequency, Name.POSITION: Position, Name.OUTCOME: Outcome}


def write_table(dossiers: Iterable[Dossier]) -> bytes:
    """The workbook as bytes; columns for a new report are left empty."""
    groups: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        groups.setdefault(dossier.subject.addressee or "—", []).append(dossier)
    book = Workbook()
    book.remove(book.active)
    names: set[str] = set()
    for addressee, items in groups.items() or [("—", [])]:
        _fill(book.create_sheet(sheet_name(addressee, names)), items)
    return save(book)


def save(book: Workbook) -> bytes:
    """A workbook as bytes."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def sheet_name(title: str, taken: set[str]) -> str:
    """A name Excel allows: at most 31 characters, none of ``[]:*?/\\``, not used before."""
    base = re.sub(r"[\[\]:*?/\\]", " ", title).strip("' ") or "—"
    name, number = base[:31], 2
    while name.casefold() in taken:
        suffix = f" {number}"
        name, number = base[: 31 - len(suffix)] + suffix, number + 1
    taken.add(name.casefold())
    return name


def put(cell: Cell, value: Any) -> None:
    """Write a value so that no text becomes a formula and no control character spoils the file."""
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
    else:
        cell.value = value


def head(sheet: Worksheet, labels: Iterable[str], widths: Iterable[int]) -> None:
    """A bold first row that stays in sight."""
    for place, (label, width) in enumerate(zip(labels, widths, strict=True), start=1):
        cell = sheet.cell(HEADER_ROW, place)
        put(cell, str(label))
        cell.font, cell.fill = Font(bold=True), ACCENT
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, 1)


def _fill(sheet: Worksheet, items: list[Dossier]) -> None:
    head(sheet, [str(column.label) for column in COLUMNS], [column.width for column in COLUMNS])
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, INDEX[Name.KIND] + 1)
    for line, dossier in enumerate(items, start=HEADER_ROW + 1):
        values = cells_of(dossier)
        for place, column in enumerate(COLUMNS, start=1):
            cell = sheet.cell(line, place)
            put(cell, values.get(column.name))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if not column.editable:
                cell.fill = GREY
            if column.name in (Name.DUE, Name.ANSWER_DATE, Name.REPORT_DATE):
                cell.number_format = DATE_FORMAT
    for name, choices in CHOICES.items():
        labels = ",".join(str(label) for label in choices.labels)
        rule = DataValidation(type="list", formula1=f'"{labels}"', allow_blank=True)
        letter = get_column_letter(INDEX[name] + 1)
        rule.add(f"{letter}{HEADER_ROW + 1}:{letter}{HEADER_ROW + max(len(items), 1)}")
        if len(labels) < 250:  # Excel refuses longer lists
            sheet.add_data_validation(rule)


def cells_of(dossier: Dossier) -> dict[Name, Any]:
    """What the table holds of a recommendation now."""
    subject, duty, answer = dossier.subject, dossier.assignment, dossier.response
    values: dict[Name, Any] = {
        Name.ID: str(subject.key),
        Name.NUMBER: subject.number,
        Name.TEXT: subject.text,
        Name.KIND: str(subject.recommendation.get_kind_display()),
        Name.STATUS: str(dossier.status.label),
    }
    if duty:
        values |= {
            Name.BODY: duty.body.title,
            Name.CONTACT: duty.contact_name,
            Name.EMAIL: duty.contact_email,
            Name.DUE: duty.due_on,
            Name.FREQUENCY: str(duty.get_frequency_display()),
        }
    if answer:
        values |= {
            Name.ANSWER_DATE: answer.date,
            Name.POSITION: str(answer.get_position_display()),
            Name.ANSWER: answer.text,
        }
    return values
