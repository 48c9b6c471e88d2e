"""The demo's signed papers: each resolution as the Word file that it came from, the same bytes on every load."""

import datetime as dt
import io
import zipfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from russian.dates import long_date

from .kinds import Adopted

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest time that a zip archive can hold."""


def original_of(adopted: Adopted, title: str, theme: str, day: dt.date) -> bytes:
    """The resolution of a forum as a .docx: heading, theme, date, preamble, numbered items, signature."""
    word = docx.Document()
    font = word.styles["Normal"].font
    font.name, font.size = "Times New Roman", Pt(14)
    for text in ("РЕЗОЛЮЦИЯ", title, f"«{theme}»", f"г. Новодумск, {long_date(day, 'ru')}"):
        paragraph = word.add_paragraph(text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.runs[0].bold = text in ("РЕЗОЛЮЦИЯ", title)
    for text in adopted.preamble:
        word.add_paragraph(text)
    for place, part in enumerate(adopted.parts, start=1):
        if part.lead_in:
            word.add_paragraph(part.lead_in)
        if part.written:
            word.add_paragraph(part.written).runs[0].bold = True
        for number, item in enumerate(part.items, start=1):
            word.add_paragraph(f"{place}.{number}. {item.text}")
    for text in adopted.closing:
        word.add_paragraph(text)
    word.core_properties.created = word.core_properties.modified = dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001  (the format has no time zone)
    out = io.BytesIO()
    word.save(out)
    return _timeless(out.getvalue())


def _timeless(data: bytes) -> bytes:
    """The same archive without the time of its making."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(zipfile.ZipInfo(entry.filename, EPOCH), source.read(entry), zipfile.ZIP_DEFLATED)
    return out.getvalue()
