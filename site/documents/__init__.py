"""Files to lines: .docx, .odt, .rtf, .pdf, .html, .md and plain text, told apart by content and not by name.

A site reads what people upload with ``documents.process.read_document``: in a process of its own, with bounds on time
and memory. ``read`` here does the same work in this process, for that one to call and for tests of the readers.
Both raise ``UnreadableDocument``, whose ``str()`` says in one line what to do. Nothing here needs Django to be set
up; where it is, messages come in the active language.
"""

from importlib import import_module

from documents.errors import UnreadableDocument
from documents.formats import ACCEPTED, detect
from documents.limits import NO_TEXT, TOO_LONG, beginning, check_size
from documents.lines import Content, Document, Line, Notice, Zone

__all__ = ["ACCEPTED", "Document", "Line", "Notice", "UnreadableDocument", "Zone", "read"]

READERS = {
    "docx": "documents.readers.docx.read_docx",
    "html": "documents.readers.html.read_html",
    "md": "documents.readers.text.read_markdown",
    "odt": "documents.readers.odt.read_odt",
    "pdf": "documents.readers.pdf.read_pdf",
    "rtf": "documents.readers.rtf.read_rtf",
    "txt": "documents.readers.text.read_text",
}
"""Functions from bytes to ``Content``, one a format. A reader is loaded when a file needs it: the libraries of all
formats together take longer to load than most files take to read."""


def read(data: bytes, name: str = "", *, whole: bool = True) -> Document:
    """Return the document in *data*; raise ``UnreadableDocument`` with what to do when there is none.

    A document beyond the limits of length is refused, or, unless it is wanted *whole*, cut there.
    """
    check_size(data)
    kind = detect(data, name)
    module, _, function = READERS[kind].rpartition(".")
    content: Content = getattr(import_module(module), function)(data)
    lines, cut = beginning(content.lines)
    if whole and (cut or content.cut):
        raise UnreadableDocument(TOO_LONG)
    if not any(any(map(str.isalpha, line.text)) for line in lines):
        raise UnreadableDocument(NO_TEXT)
    return Document(tuple(lines), kind, name, metadata=content.metadata)
