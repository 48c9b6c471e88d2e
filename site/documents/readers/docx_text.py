"""The text of one Word paragraph: what a reader sees of runs, fields, symbols and tracked changes."""

from dataclasses import dataclass, field

from lxml import etree

from documents.errors import UnreadableDocument
from documents.limits import BROKEN

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SKIPPED = {
    f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}delInstrText", f"{W}pPr", f"{W}rPr",
    f"{MC}Fallback", f"{W}rt", f"{W}sdtPr", f"{W}commentReference",
}  # fmt: skip
TEXT_BOX = f"{W}txbxContent"
PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
SYMBOL_BASE = 0xF000
BREAK = "\v"
"""A manual line break among the parts of a paragraph: a sign that XML cannot hold."""
LONGEST_INSTRUCTION, MOST_FIELDS = 200, 60


@dataclass(slots=True)
class Pieces:
    """A paragraph's text, cut at manual line breaks, with its text boxes apart."""

    parts: list[str] = field(default_factory=list)
    runs: list[tuple[bool | None, bool]] = field(default_factory=list)
    """(bold: yes, no or as the style says; has a letter) for every run."""
    boxes: list[etree._Element] = field(default_factory=list)

    def bold(self, by_style: bool) -> bool:
        """Tell whether all letters of the paragraph are bold."""
        lettered = [by_style if bold is None else bold for bold, letters in self.runs if letters]
        return bool(lettered) and all(lettered)

    @property
    def texts(self) -> list[str]:
        """The lines of the paragraph."""
        return "".join(self.parts).split(BREAK)

    def say(self, text: str) -> None:
        self.parts.append(text)


def tag(node: etree._Element) -> str:
    return node.tag if isinstance(node.tag, str) else ""


def paragraph_pieces(paragraph: etree._Element) -> Pieces:
    """Return what stands in *paragraph*: inserted text is in, deleted and hidden text is out."""
    pieces = Pieces()
    fields: list[str] = []
    _gather(paragraph, pieces, fields)
    return pieces


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """Return an on/off property such as bold; None where nothing is said of it."""
    node = properties.find(f"{W}{name}") if properties is not None else None
    if node is None:
        return None
    return node.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def _gather(node: etree._Element, pieces: Pieces, fields: list[str]) -> None:
    for child in node:
        name = tag(child)
        if name == TEXT_BOX:
            pieces.boxes.append(child)
        elif name == f"{W}instrText" and fields:
            _instruct(child, fields)
        elif name in SKIPPED:
            continue
        elif name == f"{W}r":
            _run(child, pieces, fields)
        elif name == f"{W}fldSimple" and _is_page(child.get(f"{W}instr", "")):
            continue
        else:
            _gather(child, pieces, fields)


def _run(run: etree._Element, pieces: Pieces, fields: list[str]) -> None:
    properties = run.find(f"{W}rPr")
    if is_on(properties, "vanish"):
        return
    before = len(pieces.parts)
    for child in run:
        _run_child(child, pieces, fields)
    letters = any(any(map(str.isalpha, part)) for part in pieces.parts[before:])
    pieces.runs.append((is_on(properties, "b"), letters))


def _run_child(child: etree._Element, pieces: Pieces, fields: list[str]) -> None:
    name = tag(child)
    if name == f"{W}fldChar":
        _field(child.get(f"{W}fldCharType", ""), fields)
    elif name == f"{W}instrText":
        if fields:
            _instruct(child, fields)
    elif any(instruction.endswith("\0") and _is_page(instruction) for instruction in fields):
        return
    elif name == f"{W}t":
        pieces.say(child.text or "")
    elif name == f"{W}tab":
        pieces.say(" ")
    elif name in (f"{W}br", f"{W}cr"):
        pieces.say(BREAK)
    elif name == f"{W}noBreakHyphen":
        pieces.say("-")
    elif name == f"{W}sym":
        pieces.say(_symbol(child))
    elif len(child) and name not in SKIPPED:
        _gather(child, pieces, fields)


def _instruct(node: etree._Element, fields: list[str]) -> None:
    """Add to the instruction of the innermost field, of which only the beginning matters."""
    if len(fields[-1]) < LONGEST_INSTRUCTION:
        fields[-1] += (node.text or "")[:LONGEST_INSTRUCTION]


def _field(kind: str, fields: list[str]) -> None:
    """Follow a field: its instruction, then (marked by a NUL) the result that is shown."""
    if kind == "begin":
        if len(fields) >= MOST_FIELDS:
            raise UnreadableDocument(BROKEN)
        fields.append("")
    elif kind == "separate" and fields:
        fields[-1] += "\0"
    elif kind == "end" and fields:
        fields.pop()


def _is_page(instruction: str) -> bool:
    return instruction.replace("\0", "").split()[:1] != [] and instruction.split()[0].rstrip("\0") in PAGE_FIELDS


def _symbol(node: etree._Element) -> str:
    try:
        code = int(node.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return "•" if SYMBOL_BASE <= code < 0xF100 else chr(code) if code < 0xD800 else ""
