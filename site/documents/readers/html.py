"""HTML, pasted from Word too: blocks become lines, Word's conditional list marks become marks."""

import re
from itertools import pairwise

from lxml import etree, html

from documents.encodings import decode
from documents.errors import UnreadableDocument
from documents.limits import BROKEN
from documents.lines import Content, Line, clean
from documents.readers.numbering import Level, format_number
from documents.readers.tables import Table

BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
    "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
SILENT = {
    "script",
    "style",
    "head",
    "title",
    "template",
    "noscript",
    "del",
    "button",
    "select",
    "textarea",
    "svg",
    "object",
    "iframe",
}
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
IGNORED_MARK = re.compile(r"<!--\[if !supportLists\]-->|<!\[if !supportLists\]>", re.IGNORECASE)
END_MARK = re.compile(r"<!--\[endif\]-->|<!\[endif\]>", re.IGNORECASE)
LIST_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
LIST_LEVEL = re.compile(r"mso-list\s*:\s*\S{1,40}\s+level(\d+)", re.IGNORECASE)
FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "lower-russian": "russianLower",
}
DEEPEST = 200


def read_html(data: bytes) -> Content:
    """Return the blocks of an HTML document as lines."""
    text = IGNORED_MARK.sub('<span style="mso-list:Ignore">', _decoded(data))
    text = END_MARK.sub("</span>", text) if "mso-list:Ignore" in text else text
    text = re.sub(r"<\?xml[^<>]*>|<o:p>|</o:p>|\0", "", text)
    try:
        root = html.document_fromstring(
            text, parser=html.HTMLParser(huge_tree=False, no_network=True, remove_comments=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(BROKEN) from error
    walker = _Walker()
    walker.block(root, 0)
    walker.flush()
    return Content(walker.lines)


def _decoded(data: bytes) -> str:
    declared = CHARSET.search(data[:2048])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


class _Walker:
    """Gathers running text into lines; every block and every <br> ends one."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.text: list[str] = []
        self.bold: list[bool] = []
        self.mark = ""
        self.level: int | None = None
        self.centred = self.in_table = self.soft = False
        self.number = 0
        self.items = self.item_said = 0
        self.counters: list[tuple[str, int]] = []
        self.tables: list[Table] = []
        self.rows: list[list[int]] = []
        """For every open row, where its cells begin among the lines."""

    def flush(self, *, soft: bool = False) -> None:
        cleaned = clean("".join(self.text))
        if cleaned:
            if not self.soft:
                self.number += 1
            self.lines.append(
                Line(
                    cleaned,
                    self.number,
                    mark=self.mark,
                    level=self.level,
                    bold=bool(self.bold) and all(self.bold),
                    centred=self.centred,
                    in_table=self.in_table,
                    wrapped=self.soft,
                    in_item=self.item_said > 0 and not self.mark and not self.soft,
                )
            )
            self.mark, self.level = "", None
            self.item_said += bool(self.items)
        self.soft = soft and (bool(cleaned) or self.soft)
        self.text, self.bold = [], []

    def say(self, text: str | None, *, bold: bool) -> None:
        if text:
            self.text.append(text.replace("\n", " ").replace("\r", " "))
            if text.strip():
                self.bold.append(bold)

    def block(self, node: etree._Element, depth: int, *, bold: bool = False) -> None:
        if depth > DEEPEST:
            raise UnreadableDocument(BROKEN)
        tag = node.tag if isinstance(node.tag, str) else ""
        style = (node.get("style") or "").lower().replace(" ", "")
        if tag in SILENT or "display:none" in style:
            return
        if tag == "br":
            self.flush(soft=True)
            return
        if LIST_MARK.search(node.get("style") or ""):
            self.mark = self.mark or clean("".join(node.itertext()))
            return
        centred_above = self.centred
        if tag in BLOCKS:
            self._enter(node, tag, style)
        bold = (
            bold
            or tag in {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
            or "font-weight:bold" in style
            or "font-weight:700" in style
        )
        self.say(node.text, bold=bold)
        for child in node:
            self.block(child, depth + 1, bold=bold)
            self.say(child.tail, bold=bold)
        if tag in BLOCKS:
            self.flush()
            self._leave(tag)
            self.centred = centred_above

    def _enter(self, node: etree._Element, tag: str, style: str) -> None:
        self.flush()
        self._enter_table(tag)
        self.centred = (
            tag == "center"
            or node.get("align", "").lower() == "center"
            or "text-align:center" in style
            or (self.centred and not (node.get("align") or "text-align" in style) and tag not in {"li"})
        )
        level = LIST_LEVEL.search(node.get("style") or "")
        if level:
            self.level = int(level.group(1)) - 1
        if tag in {"ol", "ul"}:
            kind = FORMATS.get(node.get("type", ""), "decimal") if tag == "ol" else "bullet"
            for name, styled in STYLES.items():
                kind = styled if f"list-style-type:{name}" in style else kind
            start = node.get("start", "1")
            self.counters.append((kind, int(start) - 1 if start.lstrip("-").isdigit() and len(start) < 6 else 0))
        if tag == "li" and self.counters:
            self.items += 1
            self.item_said = 0
            self._number(node)

    def _enter_table(self, tag: str) -> None:
        if tag == "table":
            self.in_table = True
            self.tables.append(Table())
        elif tag == "tr" and self.tables:
            self.rows.append([len(self.lines)])
        elif tag in {"td", "th"} and self.rows:
            self.rows[-1].append(len(self.lines))

    def _leave_table(self, tag: str) -> None:
        if tag == "table" and self.tables:
            self.tables.pop()
            self.in_table = bool(self.tables)
        elif tag == "tr" and self.rows:
            starts = self.rows.pop()
            cells = [self.lines[start:end] for start, end in pairwise([*starts, len(self.lines)])]
            self.lines[starts[0] :] = self.tables[-1].row(cells[1:] if not cells[0] else cells)

    def _number(self, node: etree._Element) -> None:
        kind, count = self.counters[-1]
        value = node.get("value", "")
        count = int(value) if value.isdigit() and len(value) < 6 else count + 1
        self.counters[-1] = (kind, count)
        self.level = len(self.counters) - 1
        self.mark = "•" if kind == "bullet" else format_number(Level(kind=kind, text="%1."), count) + "."

    def _leave(self, tag: str) -> None:
        if tag in {"ol", "ul"} and self.counters:
            self.counters.pop()
        if tag == "li" and self.items:
            self.items -= 1
            self.item_said = 0
        self._leave_table(tag)
