"""PDF with text: pdfminer finds the letters; lines, margins, running heads and page numbers are told here."""

import io
import re
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer, LTFigure, LTTextLine
from pdfminer.pdfdocument import PDFEncryptionError, PDFNoValidXRef, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException

from documents.errors import UnreadableDocument
from documents.errors import mark as _
from documents.limits import BROKEN, MAX_PAGES, MAX_SECONDS, PROTECTED
from documents.lines import Content, Line, Zone, clean
from documents.readers.pdf_columns import Row, in_reading_order

SECONDS = 0.75 * MAX_SECONDS
"""Time for the pages; the rest is for the start of the process and for what is made of them."""
PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:стр(?:аница|\.)?\s*|page\s*)?\d{1,4}(?:\s*(?:из|of|/)\s*\d{1,4})?[-–—\s.]*", re.IGNORECASE
)
MARGIN = 0.12
LAYOUT = LAParams(boxes_flow=None, line_margin=0.01, char_margin=4.0, detect_vertical=False)

SCAN = _("There is no text in this PDF: it is a scan. Recognise its text first, or take the .docx it was made from.")


def read_pdf(data: bytes) -> Content:
    """Return the lines of a PDF in reading order; raise ``UnreadableDocument`` for a scan or a locked file."""
    if b"startxref" not in data and b"%%EOF" not in data[-4096:]:
        raise UnreadableDocument(BROKEN)
    try:
        pages, cut = _pages(data)
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise UnreadableDocument(PROTECTED) from error
    except (PDFNoValidXRef, PDFException, PSException, ValueError, KeyError, IndexError, TypeError, AttributeError,
            AssertionError, RecursionError, OverflowError, EOFError) as error:  # fmt: skip
        raise UnreadableDocument(BROKEN) from error
    if not any(pages):
        raise UnreadableDocument(SCAN)
    return Content(list(_lines(pages, _running(pages))), cut=cut)


def _pages(data: bytes) -> tuple[list[list[Row]], bool]:
    """Return the rows of each page, and whether there are more pages than can be taken in."""
    deadline = time.monotonic() + SECONDS
    pages: list[list[Row]] = []
    for number, page in enumerate(extract_pages(io.BytesIO(data), laparams=LAYOUT, maxpages=MAX_PAGES + 1), 1):
        if number > MAX_PAGES or time.monotonic() > deadline:
            return pages, True
        rows = [_row(line, number, page.height, page.width) for line in _text_lines(page)]
        pages.append(in_reading_order([row for row in rows if row.text], _merged))
    return pages, False


def _text_lines(node: LTContainer, depth: int = 0) -> Iterator[LTTextLine]:
    for child in node:
        if isinstance(child, LTTextLine):
            yield child
        elif isinstance(child, LTContainer) and depth < 20 and not isinstance(child, LTFigure):
            yield from _text_lines(child, depth + 1)


def _row(line: LTTextLine, page: int, height: float, width: float) -> Row:
    letters = [char for char in line if isinstance(char, LTChar) and char.get_text().isalpha()]
    bold = bool(letters) and sum("bold" in char.fontname.lower() for char in letters) > 0.9 * len(letters)
    raw = line.get_text().rstrip()
    if raw.endswith(("\u00ad", "¬")):
        raw = raw[:-1] + "-"
    return Row(clean(raw), page, line.x0, line.x1, line.y0, line.y1, height, width, bold)


def _merged(rows: list[Row]) -> list[Row]:
    """Sort *rows*, and put pieces together that stand on one line: a bullet and its text, the ends of a dateline."""
    result: list[Row] = []
    for row in sorted(rows, key=lambda row: (-round(row.y0), row.x0)):
        above = result[-1] if result else None
        if above and abs(above.y0 - row.y0) < 0.5 * (row.y1 - row.y0) and row.x0 >= above.x1 - 1:
            above.text = f"{above.text} {row.text}"
            above.x1, above.bold = row.x1, above.bold and row.bold
        else:
            result.append(row)
    return result


def _running(pages: list[list[Row]]) -> dict[str, Zone]:
    """Return the texts that stand at the top or bottom of most pages."""
    if len(pages) < 2:
        return {}
    tops = Counter(text for page in pages for text in {_key(row) for row in page if _at_top(row)})
    feet = Counter(text for page in pages for text in {_key(row) for row in page if _at_foot(row)})
    need = max(2, (len(pages) + 1) // 2)
    return {text: Zone.HEADER for text, count in tops.items() if count >= need} | {
        text: Zone.FOOTER for text, count in feet.items() if count >= need
    }


def _at_top(row: Row) -> bool:
    """Tell whether a row may be a running head; the rest of a sentence from the page above is none."""
    return row.y0 > row.height * (1 - MARGIN) and not row.text[0].islower()


def _at_foot(row: Row) -> bool:
    return row.y1 < row.height * MARGIN and not row.text.endswith((",", ";", "-"))


def _key(row: Row) -> str:
    return re.sub(r"\d+", "#", row.text)


def _is_page_number(row: Row) -> bool:
    at_edge = row.y0 > row.height * (1 - MARGIN) or row.y1 < row.height * MARGIN
    return at_edge and bool(PAGE_NUMBER.fullmatch(row.text))


def _lines(pages: list[list[Row]], running: dict[str, Zone]) -> Iterator[Line]:
    said: set[str] = set()
    number = 0
    above: Row | None = None
    set_in = False
    left = _left_margin(pages)
    for page in pages:
        usual = _usual_step(page)
        for row in page:
            if _is_page_number(row):
                continue
            number += 1
            zone = running.get(_key(row))
            if zone and (_at_top(row) or _at_foot(row)):
                if _key(row) not in said:
                    said.add(_key(row))
                    yield Line(row.text, number, page=row.page, zone=zone)
                continue
            line = _line(row, above, number, usual, left, set_in=set_in)
            yield line
            above, set_in = row, line.indent


def _line(row: Row, above: Row | None, number: int, usual: float, left: float, *, set_in: bool) -> Line:
    """Make a line; *set_in* tells that the line above was set in, so one that starts there is, too."""
    deeper = above is None or row.x0 > above.x0 + 12 or (set_in and abs(row.x0 - above.x0) < 2)
    same_page = above is not None and above.page == row.page
    step = above.y0 - row.y0 if above and same_page else 0.0
    gap = above is None or (same_page and usual > 0 and step > 1.45 * usual)
    middle = abs((row.x0 - left) - (row.width - left * 0.85 - row.x1)) < 25 and row.x0 > left + 40
    return Line(
        row.text, number, page=row.page, bold=row.bold, centred=middle, gap=gap, wrapped=not gap,
        indent=row.x0 > left + 12 and deeper, start=row.x0, end=row.x1,
    )  # fmt: skip


def _left_margin(pages: list[list[Row]]) -> float:
    edges = Counter(round(row.x0) for page in pages for row in page)
    return float(min((edge for edge, count in edges.items() if count > 1), default=min(edges, default=0)))


def _usual_step(page: list[Row]) -> float:
    steps = sorted(above.y0 - row.y0 for above, row in pairwise(page) if above.y0 - row.y0 > 1)
    return steps[len(steps) // 3] if steps else 0.0
