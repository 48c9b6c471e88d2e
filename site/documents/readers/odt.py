"""OpenDocument texts: paragraphs, lists, tables, and what they inherit of their styles."""

from dataclasses import replace

from lxml import etree

from documents.errors import UnreadableDocument
from documents.limits import BROKEN, check_parts, open_archive, parse_xml, read_part
from documents.lines import Content, Line, Zone, clean
from documents.readers.numbering import Counter, Level
from documents.readers.tables import Table

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
PARAGRAPHS = {f"{TEXT}p", f"{TEXT}h"}
SKIPPED = {
    f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}note-citation", f"{TEXT}page-number",
    f"{TEXT}page-count", f"{TEXT}ruby-text", f"{OFFICE}forms", f"{TEXT}sequence-decls", f"{TEXT}variable-decls",
    f"{TEXT}number", f"{TEXT}bookmark", f"{OFFICE}annotation-end",
}  # fmt: skip
DEEPEST = 60
BREAK = "\v"
"""A manual line break among the pieces of a paragraph: a sign that XML cannot hold."""


def read_odt(data: bytes) -> Content:
    """Return the paragraphs of an .odt with the numbers of its lists; notes and running heads come with zones."""
    archive = open_archive(data)
    check_parts(archive)
    content, styles = parse_xml(read_part(archive, "content.xml")), parse_xml(read_part(archive, "styles.xml"))
    try:
        return Content(_Reader(content, styles).read())
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        raise UnreadableDocument(BROKEN) from error


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
        pieces: list[str] = []
        boxes: list[etree._Element] = []
        self._gather(node, pieces, boxes)
        style = node.get(f"{TEXT}style-name") or ""
        said = [text for text in map(clean, "".join(pieces).split(BREAK)) if text]
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
        pieces.append(node.text or "")
        for child in node:
            name = child.tag if isinstance(child.tag, str) else ""
            if name == f"{TEXT}s" or name == f"{TEXT}tab":
                pieces.append(" ")
            elif name == f"{TEXT}line-break":
                pieces.append(BREAK)
            elif name == f"{TEXT}note":
                self.notes += child.findall(f"{TEXT}note-body")
            elif name.endswith("}text-box"):
                boxes.append(child)
            elif name and name not in SKIPPED:
                self._gather(child, pieces, boxes)
            pieces.append(child.tail or "")


class OdtStyles:
    """Looks properties up in the automatic and the common styles of a document."""

    def __init__(self, *roots: etree._Element) -> None:
        self.styles: dict[str, etree._Element] = {}
        self.lists: dict[str, etree._Element] = {}
        self.levels: dict[str, dict[int, Level]] = {}
        for root in reversed(roots):
            for style in root.iter(f"{STYLE}style"):
                self.styles[style.get(f"{STYLE}name", "")] = style
            for style in root.iter(f"{TEXT}list-style"):
                self.lists[style.get(f"{STYLE}name", "")] = style

    def is_centred(self, name: str) -> bool:
        return self._find(name, "paragraph-properties", f"{FO}text-align") == "center"

    def is_bold(self, name: str, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph is bold by its style, or because all of it is in one bold span."""
        if self._find(name, "text-properties", f"{FO}font-weight") == "bold":
            return True
        spans = paragraph.findall(f"{TEXT}span")
        loose = (paragraph.text or "") + "".join(child.tail or "" for child in paragraph)
        return (
            bool(spans)
            and not loose.strip()
            and all(
                self._find(span.get(f"{TEXT}style-name") or "", "text-properties", f"{FO}font-weight") == "bold"
                for span in spans
                if "".join(span.itertext()).strip()
            )
        )

    def list_levels(self, name: str) -> dict[int, Level]:
        """Return the levels of a list style; a list without one is bulleted."""
        if name not in self.levels:
            node = self.lists.get(name)
            self.levels[name] = _levels(node) if node is not None else {depth: Level("bullet") for depth in range(10)}
        return self.levels[name]

    def _find(self, name: str, group: str, attribute: str) -> str | None:
        seen: set[str] = set()
        while name in self.styles and name not in seen and len(seen) < DEEPEST:
            seen.add(name)
            style = self.styles[name]
            properties = style.find(f"{STYLE}{group}")
            value = properties.get(attribute) if properties is not None else None
            if value:
                return value
            name = style.get(f"{STYLE}parent-style-name", "")
        return None


def _levels(node: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for child in node:
        depth = child.get(f"{TEXT}level", "1")
        position = int(depth) - 1 if depth.isdigit() else 0
        if child.tag != f"{TEXT}list-level-style-number":
            levels[position] = Level("bullet")
            continue
        written = child.get(f"{STYLE}num-format", "")
        kind = KINDS.get(written) or (
            "russianLower" if written.startswith("а") else "russianUpper" if written.startswith("А") else "decimal"
        )
        shown = child.get(f"{TEXT}display-levels", "1")
        first = position + 2 - (int(shown) if shown.isdigit() else 1)
        numbers = ".".join(f"%{number}" for number in range(max(1, first), position + 2))
        start = child.get(f"{TEXT}start-value", "1")
        text = child.get(f"{STYLE}num-prefix", "") + numbers + child.get(f"{STYLE}num-suffix", "")
        levels[position] = Level(kind, text, int(start) if start.isdigit() and len(start) < 6 else 1)
    return levels
