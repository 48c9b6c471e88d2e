"""From a file to a document: one small reader a format, chosen by content and not by name."""

from collections.abc import Callable

from forums.importing.documents import Document, Line
from forums.importing.readers.detect import detect
from forums.importing.readers.docx import read_docx
from forums.importing.readers.html import read_html
from forums.importing.readers.limits import check_size, check_words
from forums.importing.readers.odt import read_odt
from forums.importing.readers.pdf import read_pdf
from forums.importing.readers.rtf import read_rtf
from forums.importing.readers.text import read_markdown, read_text

READERS: dict[str, Callable[[bytes], list[Line]]] = {
    "docx": read_docx,
    "html": read_html,
    "md": read_markdown,
    "odt": read_odt,
    "pdf": read_pdf,
    "rtf": read_rtf,
    "txt": read_text,
}
ACCEPTED = (".docx", ".odt", ".rtf", ".pdf", ".html", ".htm", ".txt", ".md")
"""Name endings for a file field; what counts in the end is the content."""


def read(data: bytes, name: str = "") -> Document:
    """Return the document in *data*; raise ``UnreadableDocument`` with what to do when there is none."""
    check_size(data)
    kind = detect(data, name)
    lines = READERS[kind](data)
    check_words(lines)
    return Document(tuple(lines), kind, name)
