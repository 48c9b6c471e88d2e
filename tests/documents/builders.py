"""Documents in binary formats, built the way their programs build them: real lists, styles, tables."""

import io
import re
import zipfile

import docx
import plutoprint
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odfdo import Document as OdfDocument
from odfdo import Element, Paragraph

W = nsdecls("w")


def numbering_level(depth: int, kind: str, text: str, style: str = "") -> str:
    link = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{link}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


class WordFile:
    """A .docx under construction."""

    def __init__(self) -> None:
        self.document = docx.Document()
        self.numbering = self.document.part.numbering_part.element
        for child in list(self.numbering):
            self.numbering.remove(child)

    def define_list(self, number: int, *levels: tuple[str, str], style: str = "") -> None:
        """Add list *number* with (format, text) for each level."""
        made = "".join(
            numbering_level(depth, kind, text, style if not depth else "") for depth, (kind, text) in enumerate(levels)
        )
        abstract = parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number}">{made}</w:abstractNum>')
        nums = self.numbering.findall(docx.oxml.ns.qn("w:num"))
        (nums[0].addprevious if nums else self.numbering.append)(abstract)
        self.use_list(number, number)

    def use_list(self, number: int, abstract: int, *, restart: bool = False) -> None:
        override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
        self.numbering.append(
            parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>')
        )

    def say(self, text: str, *, centred: bool = False, bold: bool = False, style: str | None = None):
        paragraph = self.document.add_paragraph(style=style)
        run = paragraph.add_run(text)
        run.bold = bold or None
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def item(self, text: str, number: int, depth: int = 0):
        paragraph = self.document.add_paragraph()
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'))
        paragraph.add_run(text)
        return paragraph

    def list_style(self, name: str, number: int) -> None:
        """Make a paragraph style that carries a list, as headings of official papers do."""
        style = self.document.styles.add_style(name, docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
        style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:numId w:val="{number}"/></w:numPr>'))

    def raw(self, xml: str) -> None:
        self.document.element.body.insert(-1, parse_xml(xml))

    def bytes(self) -> bytes:
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()


class OdfFile:
    """An .odt under construction; lists are XML, as LibreOffice writes them."""

    def __init__(self) -> None:
        self.document = OdfDocument("text")
        self.document.body.clear()
        self.document.insert_style(
            Element.from_tag(
                '<style:style style:name="Centred" style:family="paragraph">'
                '<style:paragraph-properties fo:text-align="center"/></style:style>'
            ),
            automatic=True,
        )

    def numbered(self, name: str, suffix: str = ".") -> None:
        levels = "".join(
            f'<text:list-level-style-number text:level="{level}" style:num-format="1" '
            f'style:num-suffix="{suffix}" text:display-levels="{level}"/>'
            for level in (1, 2, 3)
        )
        self._list_style(name, levels)

    def bulleted(self, name: str) -> None:
        self._list_style(name, '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>')

    def _list_style(self, name: str, levels: str) -> None:
        style = Element.from_tag(f'<text:list-style style:name="{name}">{levels}</text:list-style>')
        self.document.get_part("content.xml").root.get_element("//office:automatic-styles").append(style)

    def say(self, text: str, *, centred: bool = False) -> None:
        self.document.body.append(Paragraph(text, style="Centred" if centred else None))

    def xml(self, xml: str) -> None:
        self.document.body.append(Element.from_tag(xml))

    def bytes(self) -> bytes:
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()


def pdf(html: str, *, header: str = "") -> bytes:
    """Print *html* to a PDF with page numbers at the foot, and *header* on top of each page."""
    style = (
        "<style>@page{size:A4;margin:25mm 20mm;@bottom-center{content:counter(page)}"
        f"@top-center{{content:'{header}'}}}} body{{font:12pt 'DejaVu Serif',serif}} "
        "p{margin:0 0 3mm;text-align:justify} .c{text-align:center} .i{text-indent:10mm}</style>"
    )
    book = plutoprint.Book(plutoprint.PAGE_SIZE_A4)
    book.load_html(f"<!doctype html><meta charset=utf-8>{style}{html}")
    out = io.BytesIO()
    book.write_to_pdf_stream(out)
    return out.getvalue()


def rtf(*paragraphs: str) -> bytes:
    """Write *paragraphs* as Word does in RTF: letters in Windows-1251 escapes; control words are left alone."""

    def escaped(text: str) -> str:
        return re.sub(r"[^\x00-\x7f]", lambda match: _rtf_letter(match.group()), text)

    fonts = r"{\fonttbl{\f0\froman\fcharset204 Times New Roman;}{\f1\fnil\fcharset2 Symbol;}}"
    head = r"{\rtf1\ansi\ansicpg1251\deff0\deflang1049" + fonts
    return (head + "\n".join(f"{escaped(text)}\\par" for text in paragraphs) + "}").encode("ascii")


def _rtf_letter(letter: str) -> str:
    try:
        return f"\\'{letter.encode('cp1251')[0]:02x}"
    except UnicodeEncodeError:
        return f"\\u{ord(letter)}?"


def repacked(data: bytes, **parts: bytes) -> bytes:
    """Return a zipped document with some parts replaced (their names' points written as __)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        replaced = {name.replace("__", "."): content for name, content in parts.items()}
        for entry in source.infolist():
            target.writestr(entry.filename, replaced.get(entry.filename, source.read(entry)))
    return out.getvalue()
