"""Rich Text Format: striprtf reads it; what striprtf drops is marked beforehand."""

import re

from striprtf.striprtf import rtf_to_text

from documents.errors import UnreadableDocument
from documents.limits import BROKEN
from documents.lines import Content, Line, Zone, clean
from documents.readers.tables import Table

# signs of our own that survive the reader: the break of a line, the end of a cell, a new paragraph's
# properties, centring
LINE, CELL, PLAIN, CENTRED = "\x0b", "\x1f", "\x1d", "\x1e"
MARKED = (
    (re.compile(r"\\line(?![a-z])\s?"), LINE),
    (re.compile(r"\\(?:nest)?cell(?![a-z])\s?"), CELL),
    (re.compile(r"\\pard(?![a-z])\s?"), PLAIN),
    (re.compile(r"\\qc(?![a-z])\s?"), CENTRED),
)
GROUPS = re.compile(r"\\\\|\\[{}]|[{}]")
DROPPED = re.compile(r"\{\\(?:\*\\)?(?:deleted|v|annotation|atnid|atnauthor)(?![a-z])")
NOTE = re.compile(r"\{(?:\\[a-z]+-?\d*\s?)*\\footnote(?![a-z])")
HEADER = re.compile(r"\{\\(header|footer)[lrf]?(?![a-z])")
DEEPEST = 500


def read_rtf(data: bytes) -> Content:
    """Return the paragraphs of an RTF document; notes and running heads come with their zones."""
    # letters above ASCII are written by some programs as they are
    source = re.sub(rb"[\x80-\xff]", lambda match: b"\\'%02x" % match.group()[0], data).decode("ascii")
    _check_groups(source)
    source, _ = _without(source, DROPPED)
    source, notes = _without(source, NOTE)
    source, running = _without(source, HEADER)
    preface = _codepage(source[: source.find("\\pard")] if "\\pard" in source else source[:20_000])
    lines = _lines(_text(source))
    number = lines[-1].number if lines else 0
    for groups, zone in ((notes, Zone.NOTE), (running, None)):
        for group in groups:
            zoned = zone or (Zone.HEADER if group.startswith("{\\header") else Zone.FOOTER)
            body = re.sub(r"\\(?:\*\\)?(?:footnote|header[lrf]?|footer[lrf]?)(?![a-z])", "", group)
            text = clean(_text(preface + body + "}").translate(dict.fromkeys(map(ord, "\x0b\x1d\x1e\x1f"), " ")))
            if text and not text.isdigit():
                number += 1
                lines.append(Line(text, number, zone=zoned))
    return Content(lines)


def _codepage(preface: str) -> str:
    """Return the beginning of the document up to its fonts, which a cut-out group needs to be read."""
    codepage = re.search(r"\\ansicpg\d+", preface)
    return "{\\rtf1\\ansi" + (codepage.group() if codepage else "\\ansicpg1251") + " "


def _text(source: str) -> str:
    for pattern, sign in MARKED:
        source = pattern.sub(rf"{{\\uc1\\u{ord(sign)}?}}", source)
    source = source.replace("{\\pntext", "{").replace("{\\*\\pntext", "{")
    try:
        text = rtf_to_text(source, encoding="cp1251", errors="replace")
    except (ValueError, IndexError, KeyError, TypeError, OverflowError) as error:
        raise UnreadableDocument(BROKEN) from error
    # RTF writes a letter beyond the first 65 536 as two halves; a half alone is no letter
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    centred, gap, table = False, False, Table()
    for number, paragraph in enumerate(text.split("\n"), 1):
        if CENTRED in paragraph or PLAIN in paragraph:
            centred = paragraph.rfind(CENTRED) > paragraph.rfind(PLAIN)
        in_table = CELL in paragraph
        cells = [_cell(cell, number, centred=centred, in_table=in_table, gap=gap) for cell in paragraph.split(CELL)]
        if in_table:
            lines += table.row(cells)
        else:
            lines += [line for cell in cells for line in cell]
            table = Table() if any(cells) else table
        gap = not any(cells)
    return lines


def _cell(text: str, number: int, *, centred: bool, in_table: bool, gap: bool) -> list[Line]:
    """Return the lines of a cell, or of a paragraph outside of tables."""
    pieces = [clean(piece) for piece in text.split(LINE)]
    return [
        Line(
            piece, number, centred=centred, in_table=in_table,
            gap=gap and not index, wrapped=bool(index),
        )
        for index, piece in enumerate(pieces)
        if piece
    ]  # fmt: skip


def _check_groups(source: str) -> None:
    """Refuse a document whose groups are not closed: it was cut off."""
    depth = 0
    for match in GROUPS.finditer(source):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if depth > DEEPEST:
            raise UnreadableDocument(BROKEN)
        if depth == 0 and match.group() == "}":
            return
    raise UnreadableDocument(BROKEN)


def _without(source: str, opening: re.Pattern[str]) -> tuple[str, list[str]]:
    """Cut the groups that *opening* matches out of *source*; return the rest and the groups."""
    kept, cut, position = [], [], 0
    while match := opening.search(source, position):
        end = _group_end(source, match.start())
        kept.append(source[position : match.start()])
        cut.append(source[match.start() : end])
        position = end
    kept.append(source[position:])
    return "".join(kept), cut


def _group_end(source: str, start: int) -> int:
    depth = 0
    for match in GROUPS.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if depth == 0:
            return match.end()
    return len(source)
