"""How much a reader takes in, and how it refuses more before it has cost anything."""

import io
import zipfile
import zlib
from collections.abc import Sequence

from forums.importing.documents import Line
from forums.importing.errors import UnreadableDocument
from forums.importing.messages import mark as _

MEGABYTE = 1024 * 1024
MAX_BYTES = 20 * MEGABYTE
MAX_ENTRIES = 3000
MAX_UNPACKED = 150 * MEGABYTE
MAX_XML = 30 * MEGABYTE
MAX_LINES = 20_000
MAX_PAGES = 300

EMPTY = _("The file is empty. Choose the file with the text of the resolution.")
TOO_LARGE = _("The file is larger than 20 MB. Remove the pictures from it or save the text alone, and try again.")
BOMB = _("The file unpacks to far more than a document needs. Open it, save it again as .docx and try again.")
BROKEN = _("The file is damaged or was not copied whole. Open it, save it again and try again.")
PROTECTED = _("The file is protected by a password. Remove the protection, save the file and try again.")
NO_TEXT = _("There is no text in the file. If it is a scan, recognise its text first or paste the text into a .docx.")
TOO_LONG = _("The document is far too long for a resolution. Leave only the text of the resolution and try again.")


def check_size(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(TOO_LARGE)
    if not data.strip():
        raise UnreadableDocument(EMPTY)


def check_words(lines: Sequence[Line]) -> None:
    """Refuse a document without letters, and one that no assembly could have adopted."""
    if not any(any(map(str.isalpha, line.text)) for line in lines):
        raise UnreadableDocument(NO_TEXT)
    if len(lines) > MAX_LINES:
        raise UnreadableDocument(TOO_LONG)


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Open a zipped document whose parts are of a sane number and size."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise UnreadableDocument(BROKEN) from error
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise UnreadableDocument(BOMB)
    for entry in entries:
        if entry.flag_bits & 1:
            raise UnreadableDocument(PROTECTED)
        if entry.filename.lower().endswith((".xml", ".rels")) and entry.file_size > MAX_XML:
            raise UnreadableDocument(BOMB)
    return archive


def check_parts(archive: zipfile.ZipFile) -> None:
    """Read every part once: a damaged one is found here, and none may define entities."""
    for entry in archive.infolist():
        try:
            content = archive.read(entry)
        except (
            zipfile.BadZipFile,
            ValueError,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
            zlib.error,
        ) as error:
            raise UnreadableDocument(BROKEN) from error
        if entry.filename.lower().endswith((".xml", ".rels")):
            start = content[:4096].replace(b"\0", b"").upper()
            if b"<!ENTITY" in start or (b"<!DOCTYPE" in start and entry.filename != "META-INF/manifest.xml"):
                raise UnreadableDocument(BROKEN)
