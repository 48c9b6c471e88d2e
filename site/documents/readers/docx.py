"""Word documents: python-docx opens them; the walk over paragraphs, lists, tables and text boxes is ours."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import docx
from docx.opc.exceptions import OpcError
from docx.opc.part import Part as PackagePart
from lxml import etree

from documents.errors import UnreadableDocument
from documents.limits import BROKEN, check_parts, open_archive, parse_xml
from documents.lines import Content, Line, Zone, clean
from documents.readers.docx_styles import Lists, Styles
from documents.readers.docx_text import W, paragraph_pieces, tag
from documents.readers.tables import Table

TEXT_BOX, TABLE, ROW, CELL, PARAGRAPH = f"{W}txbxContent", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}p"
GONE = {f"{W}del", f"{W}moveFrom", f"{W}sectPr", f"{W}tblPr", f"{W}tblGrid", f"{W}sdtPr"}
DEEPEST = 60


def read_docx(data: bytes) -> Content:
    """Return the paragraphs of a .docx with the numbers Word shows; notes and running heads come with zones."""
    check_parts(open_archive(data))
    try:
        document = docx.Document(io.BytesIO(data))
        return Content(_Reader(document).read())
    except (
        OpcError,
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
    ) as error:
        raise UnreadableDocument(BROKEN) from error


class _Reader:
    def __init__(self, document) -> None:
        self.body = document.element.body
        self.part = document.part
        self.styles = Styles(_root(_related(self.part, "/styles")))
        self.lists = Lists(_root(_related(self.part, "/numbering")), self.styles)
        self.lines: list[Line] = []
        self.number = 0
        self.gap = False

    def read(self) -> list[Line]:
        self._walk(self.body, in_table=False, depth=0)
        for relation, zone in (("/footnotes", Zone.NOTE), ("/endnotes", Zone.NOTE)):
            root = _root(_related(self.part, relation))
            for note in root if root is not None else ():
                if note.get(f"{W}type") in (None, "normal"):
                    self._flow(note, zone)
        for zone, name in ((Zone.HEADER, "/header"), (Zone.FOOTER, "/footer")):
            self._running(name, zone)
        return self.lines

    def _running(self, name: str, zone: Zone) -> None:
        said: set[str] = set()
        for part in sorted(_all_related(self.part, name), key=lambda part: str(part.partname)):
            root = _root(part)
            text = clean(" ".join(self._texts(root))) if root is not None else ""
            if any(map(str.isalpha, text)) and text not in said:
                said.add(text)
                self._flow(root, zone)

    def _flow(self, root: etree._Element, zone: Zone) -> None:
        start = len(self.lines)
        self._walk(root, in_table=False, depth=0)
        self.lines[start:] = [replace(line, zone=zone) for line in self.lines[start:]]

    def _texts(self, root: etree._Element) -> Iterator[str]:
        for paragraph in root.iter(PARAGRAPH):
            yield " ".join(paragraph_pieces(paragraph).texts)

    def _walk(self, node: etree._Element, *, in_table: bool, depth: int) -> None:
        if depth > DEEPEST:
            raise UnreadableDocument(BROKEN)
        for child in node:
            name = tag(child)
            if name in GONE:
                continue
            if name == PARAGRAPH:
                self._paragraph(child, in_table=in_table, depth=depth)
            elif name == TABLE:
                self._table(child, depth)
            elif len(child) and name != f"{W}pPr":
                self._walk(child, in_table=in_table, depth=depth + 1)

    def _table(self, table: etree._Element, depth: int) -> None:
        reader = Table()
        for row in table.iter(ROW):
            if next(row.iterancestors(TABLE)) is not table:
                continue
            cells = []
            for cell in row.iter(CELL):
                if next(cell.iterancestors(ROW)) is not row:
                    continue
                start = len(self.lines)
                self._walk(cell, in_table=True, depth=depth + 1)
                cells.append(self.lines[start:])
                del self.lines[start:]
            self.lines += reader.row(cells)

    def _paragraph(self, paragraph: etree._Element, *, in_table: bool, depth: int) -> None:
        self.number += 1
        found = paragraph_pieces(paragraph)
        style = self.styles.of(paragraph)
        said = [text for text in map(clean, found.texts) if text]
        mark, level = self.lists.mark(paragraph, style) if said else ("", None)
        for position, text in enumerate(said):
            self.lines.append(
                Line(
                    text,
                    self.number,
                    mark=mark if not position else "",
                    level=level if not position else None,
                    bold=found.bold(self.styles.is_bold(style)),
                    centred=self.styles.is_centred(paragraph, style),
                    in_table=in_table,
                    gap=self.gap and not position,
                    wrapped=bool(position),
                )
            )
        self.gap = not said
        for box in found.boxes:
            self._walk(box, in_table=True, depth=depth + 1)


def _related(part: PackagePart, ending: str) -> PackagePart | None:
    return next(iter(_all_related(part, ending)), None)


def _all_related(part: PackagePart, ending: str) -> list[PackagePart]:
    return [
        relation.target_part
        for relation in part.rels.values()
        if not relation.is_external and relation.reltype.endswith(ending)
    ]


def _root(part: PackagePart | None) -> etree._Element | None:
    """Return the XML of *part*, parsed without entities where python-docx has not parsed it."""
    if part is None:
        return None
    element = getattr(part, "element", None)
    if element is not None:
        return element
    return parse_xml(part.blob)
