"""How much a reader takes in, and how it refuses more before it has cost anything."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from documents.errors import UnreadableDocument
from documents.errors import mark as _
from documents.lines import Line

MEGABYTE = 1024 * 1024
MAX_BYTES = 20 * MEGABYTE
MAX_ENTRIES = 3000
MAX_UNPACKED = 150 * MEGABYTE
MAX_XML = 30 * MEGABYTE
MAX_LINES = 20_000
MAX_CHARACTERS = 4_000_000
MAX_PAGES = 300
MAX_SECONDS = 20
"""What the reading process may take, start included."""
MAX_MEMORY = 512 * MEGABYTE
MAX_OUTPUT = 32 * MEGABYTE
"""Room for MAX_CHARACTERS of text and all that is said of MAX_LINES lines."""

STRICT = {"resolve_entities": False, "load_dtd": False, "no_network": True, "huge_tree": False}
PROLOG_STEP = 4096

EMPTY = _("The file is empty. Choose the file with the text of the resolution.")
TOO_LARGE = _("The file is larger than 20 MB. Remove the pictures from it or save the text alone, and try again.")
BOMB = _("The file unpacks to far more than a document needs. Open it, save it again as .docx and try again.")
BROKEN = _("The file is damaged or was not copied whole. Open it, save it again and try again.")
PROTECTED = _("The file is protected by a password. Remove the protection, save the file and try again.")
NO_TEXT = _("There is no text in the file. If it is a scan, recognise its text first or paste the text into a .docx.")
TOO_SLOW = _(
    "The file takes too long to read. Leave only the text that is needed, save it again as .docx and try again."
)
TOO_HEAVY = _("The file needs too much memory to be read. Remove the pictures from it or save the text alone.")
TOO_LONG = _("The document is far too long for a resolution. Leave only the text of the resolution and try again.")


def check_size(data: bytes) -> None:
    """Refuse an empty file and one that is too large."""
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(TOO_LARGE)
    if not data.strip():
        raise UnreadableDocument(EMPTY)


def beginning(lines: Sequence[Line]) -> tuple[Sequence[Line], bool]:
    """Return as many *lines* as are taken in, and whether there is more."""
    room = MAX_CHARACTERS
    for count, line in enumerate(lines):
        if count == MAX_LINES:
            return lines[:count], True
        if len(line.text) > room:
            return [*lines[:count], replace(line, text=line.text[:room])], True
        room -= len(line.text)
    return lines, False


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
    """Read every part once: a damaged one is found here, and none may declare a document type.

    META-INF/manifest.xml, which no reader parses, may: older programs write one there.
    """
    for entry in archive.infolist():
        content = read_part(archive, entry.filename)
        if entry.filename != "META-INF/manifest.xml":
            check_prolog(content)


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the content of a part; raise ``UnreadableDocument`` for a missing or damaged one."""
    try:
        return archive.read(name)
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        zlib.error,
    ) as error:
        raise UnreadableDocument(BROKEN) from error


def parse_xml(content: bytes) -> etree._Element:
    """Return the root of an XML part; raise ``UnreadableDocument`` if it declares a document type, or is no XML."""
    check_prolog(content)
    try:
        return etree.fromstring(content, etree.XMLParser(**STRICT))
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(BROKEN) from error


def check_prolog(content: bytes) -> None:
    """Refuse XML with a document type declaration: the place where entities are made.

    The declaration can stand only before the root element, so the parser (the one that will read the part, with
    its notions of encodings) goes no further than that. Whatever it cannot parse is left to the reader to refuse.
    """
    parser = etree.XMLParser(target=_Prolog(), **STRICT)
    try:
        for start in range(0, len(content), PROLOG_STEP):
            parser.feed(content[start : start + PROLOG_STEP])
    except (_RootReached, etree.XMLSyntaxError):
        return


class _RootReached(Exception):
    """The prolog is over."""


class _Prolog:
    """Hears from the parser whether a document type or the root element comes first."""

    def doctype(self, name: str | None, public: str | None, system: str | None) -> None:
        raise UnreadableDocument(BROKEN)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        raise _RootReached

    def end(self, tag: str) -> None:
        """The parser asks for this one, too."""

    def close(self) -> None:
        """The parser asks for this one, too."""
