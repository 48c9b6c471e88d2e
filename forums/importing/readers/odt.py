"""OpenDocument texts: odfdo opens them; the walk over paragraphs, lists and tables is ours."""

import io
import zipfile
from dataclasses import replace

from lxml import etree
from odfdo import Document as OdfDocument

from forums.importing.documents import Line, Zone
from forums.importing.errors import UnreadableDocument
from forums.importing.readers.limits import BROKEN, check_parts, open_archive
from forums.importing.readers.numbering import Counter
from forums.importing.readers.odt_styles import OFFICE, STYLE, TABLE, TEXT, OdtStyles
from forums.importing.readers.tables import Table
from forums.importing.text import clean

PARAGRAPHS = {f"{TEXT}p", f"{TEXT}h"}
SKIPPED = {
    f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}note-citation", f"{TEXT}page-number",
    f"{TEXT}page-count", f"{TEXT}ruby-text", f"{OFFICE}forms", f"{TEXT}sequence-decls", f"{TEXT}variable-decls",
    f"{TEXT}number", f"{TEXT}bookmark", f"{OFFICE}annotation-end",
}  # fmt: skip
DEEPEST = 60


def read_odt(data: bytes) -> list[Line]:
    """Return the paragraphs of an .odt with the numbers of its lists; notes and running heads come with zones."""
    check_parts(open_archive(data))
    try:
        document = OdfDocument(io.BytesIO(data))
        container = document.container
        if container is None:
            raise UnreadableDocument(BROKEN)
        content, styles = container.get_part("content.xml"), container.get_part("styles.xml")
        return _Reader(_parse(content), _parse(styles)).read()
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, AttributeError, TypeError) as error:
        raise UnreadableDocument(BROKEN) from error


def _parse(xml: bytes | str | None) -> etree._Element:
    raw = xml.encode() if isinstance(xml, str) else xml or b""
    return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


class _Reader:
    def __init__(self, content: etree._Element, styles: etree._Element) -> None:
        self.content, self.running = content, styles
        self.styles = OdtStyles(content, styles)
        self.lines: list[Line] = []
        self.notes: list[etree._Element] = []
        self.counters: dict[str, Counter] = {}
        self.number = 0
        self.gap = False

    def read(self) -> list[Line]:
        body = self.content.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise UnreadableDocument(BROKEN)
        self._walk(body, 0)
        for note in list(self.notes):
            self._zone(note, Zone.NOTE)
        for name, zone in (("header", Zone.HEADER), ("footer", Zone.FOOTER)):
            for node in self.running.iter(f"{STYLE}{name}"):
                if any(map(str.isalpha, "".join(node.itertext()))):
                    self._zone(node, zone)
        return self.lines

    def _zone(self, node: etree._Element, zone: Zone) -> None:
        start = len(self.lines)
        self._walk(node, 0)
        self.lines[start:] = [replace(line, zone=zone) for line in self.lines[start:]]

    def _walk(self, node: etree._Element, depth: int, *, in_table: bool = False) -> None:
        if depth > DEEPEST:
            raise UnreadableDocument(BROKEN)
        for child in node:
            if not isinstance(child.tag, str) or child.tag in SKIPPED:
                continue
            if child.tag in PARAGRAPHS:
                self._paragraph(child, in_table=in_table)
            elif child.tag == f"{TEXT}list":
                self._list(child, 0, "", depth, in_table=in_table)
            elif child.tag == f"{TABLE}table":
                self._table(child, depth)
            else:
                self._walk(child, depth + 1, in_table=in_table)

    def _table(self, table: etree._Element, depth: int) -> None:
        reader = Table()
        for row in table.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table")) is not table:
                continue
            cells = []
            for cell in row.findall(f"{TABLE}table-cell"):
                start = len(self.lines)
                self._walk(cell, depth + 1, in_table=True)
                cells.append(self.lines[start:])
                del self.lines[start:]
            self.lines += reader.row(cells)

    def _list(self, node: etree._Element, level: int, style: str, depth: int, *, in_table: bool) -> None:
        if depth > DEEPEST:
            raise UnreadableDocument(BROKEN)
        style = node.get(f"{TEXT}style-name") or style
        levels = self.styles.list_levels(style)
        goes_on = node.get(f"{TEXT}continue-numbering") == "true" or node.get(f"{TEXT}continue-list")
        if level == 0 and not goes_on:
            self.counters[style] = Counter()
        counter = self.counters.setdefault(style, Counter())
        for item in node:
            if not isinstance(item.tag, str):
                continue
            mark = ""
            start = item.get(f"{TEXT}start-value")
            if start and start.isdigit() and len(start) < 6:
                counter.values[level] = int(start) - 1
            for child in item:
                if child.tag in PARAGRAPHS:
                    first = item.tag == f"{TEXT}list-item" and not mark
                    if first and "".join(child.itertext()).strip():
                        mark = counter.step(levels, level)
                    self._paragraph(
                        child, mark=mark if first else "", level=level, in_table=in_table, in_item=not first
                    )
                elif child.tag == f"{TEXT}list":
                    self._list(child, level + 1, style, depth + 1, in_table=in_table)

    def _paragraph(
        self,
        node: etree._Element,
        *,
        mark: str = "",
        level: int | None = None,
        in_table: bool = False,
        in_item: bool = False,
    ) -> None:
        self.number += 1
        pieces, boxes = [""], []
        self._gather(node, pieces, boxes)
        style = node.get(f"{TEXT}style-name") or ""
        said = [clean(piece) for piece in pieces if clean(piece)]
        for position, text in enumerate(said):
            self.lines.append(
                Line(
                    text,
                    self.number,
                    mark="" if position else mark,
                    level=None if position or not mark else level,
                    bold=self.styles.is_bold(style, node),
                    centred=self.styles.is_centred(style),
                    in_table=in_table,
                    in_item=in_item and not position,
                    gap=self.gap and not position,
                    wrapped=bool(position),
                )
            )
        self.gap = not said
        for box in boxes:
            self._walk(box, 1, in_table=True)

    def _gather(self, node: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
        pieces[-1] += node.text or ""
        for child in node:
            name = child.tag if isinstance(child.tag, str) else ""
            if name == f"{TEXT}s" or name == f"{TEXT}tab":
                pieces[-1] += " "
            elif name == f"{TEXT}line-break":
                pieces.append("")
            elif name == f"{TEXT}note":
                self.notes += child.findall(f"{TEXT}note-body")
            elif name.endswith("}text-box"):
                boxes.append(child)
            elif name and name not in SKIPPED:
                self._gather(child, pieces, boxes)
            pieces[-1] += child.tail or ""
