"""Telling a file's format from its bytes; the name only settles what bytes cannot."""

import re
import zipfile
from pathlib import PurePath

from documents.errors import UnreadableDocument
from documents.errors import mark as _
from documents.limits import BROKEN, PROTECTED, open_archive

ACCEPTED = (".docx", ".odt", ".rtf", ".pdf", ".html", ".htm", ".txt", ".md")
"""Name endings for a file field; what counts in the end is the content."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\0\0\1\0", b"AT&TFORM")
HTML = re.compile(
    rb"<\s*(?:!doctype\s+html|html|head|body|meta|p|div|span|h[1-6]|table|ol|ul|b|strong|title|center)\b", re.IGNORECASE
)
TEXT_NAMES = {".txt", ".md", ".markdown", ".text", ".html", ".htm", ".xhtml", ".doc", ".log", ""}

OLD_WORD = _(
    "This is a file of the old Word format (.doc). Open it in Word or LibreOffice, save it as .docx and try again."
)
PICTURE = _("This is a picture. Recognise its text first and save it as .docx, or type the resolution in.")
OTHER_OFFICE = _("This is not a text document. Choose a .docx, .odt, .rtf, .pdf, .html, .txt or .md file.")
MISNAMED = _(
    "The file is called %(suffix)s, but its content is another. Open it, save it again as %(suffix)s and try again."
)
OTHER_XML = _(
    "This XML file is not a known document format. Open it in Word or LibreOffice, save it as .docx and try again."
)


def detect(data: bytes, name: str = "") -> str:
    """Return the key of the reader for *data*; raise ``UnreadableDocument`` when there is none."""
    suffix = PurePath(name).suffix.lower()
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"PK"):
        return _archive(data)
    if data.startswith(OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise UnreadableDocument(PROTECTED if encrypted else OLD_WORD)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if start.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(PICTURES):
        raise UnreadableDocument(PICTURE)
    if suffix not in TEXT_NAMES:
        known = suffix in {".docx", ".odt", ".rtf", ".pdf"}
        raise UnreadableDocument(MISNAMED, suffix=suffix) if known else UnreadableDocument(OTHER_OFFICE)
    return _text(data, start, suffix)


def _archive(data: bytes) -> str:
    archive = open_archive(data)
    names = set(archive.namelist())
    if "word/document.xml" in names or (
        "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)
    ):
        return "docx"
    if "content.xml" in names and "mimetype" in names:
        try:
            kind = archive.read("mimetype")[:100]
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError) as error:
            raise UnreadableDocument(BROKEN) from error
        if b"opendocument.text" in kind:
            return "odt"
    raise UnreadableDocument(OTHER_OFFICE)


def _text(data: bytes, start: bytes, suffix: str) -> str:
    plain = data[:4096].replace(b"\0", b"")
    if start.startswith(b"<?xml") and not HTML.search(plain):
        raise UnreadableDocument(OTHER_XML)
    if suffix in {".html", ".htm", ".xhtml"}:
        return "html"
    if (
        suffix not in {".md", ".markdown"}
        and plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")
        and HTML.search(plain)
    ):
        return "html"
    return "md" if suffix in {".md", ".markdown"} else "txt"
