"""The text of library documents. A file is read in a process of its own, with bounds on size, memory and time."""

import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

from search.models import ExtractedText

logger = logging.getLogger(__name__)

EXTENSIONS = frozenset({"docx", "odt", "pdf", "txt"})
MAX_BYTES = 25 * 1024 * 1024
MAX_SECONDS = 30
MAX_CHARACTERS = 400_000
_READER = Path(__file__).with_name("reader.py")


def document_text(document: Any) -> str:
    """The text of a document's file, read once for every content; empty for what cannot be read."""
    extension = document.file_extension.lower()
    if extension not in EXTENSIONS:
        return ""
    content_hash = document.get_file_hash()
    known = (
        ExtractedText.objects.filter(pk=content_hash).values_list("text", flat=True).first() if content_hash else None
    )
    if known is not None:
        return known
    text = _read(document, extension)
    if content_hash and text is not None:
        ExtractedText.objects.update_or_create(pk=content_hash, defaults={"text": text})
    return text or ""


def _read(document: Any, extension: str) -> str | None:
    """The text; an empty one for a damaged file, None if the file could not be got at all."""
    try:
        with document.open_file() as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        logger.warning("Document %s (%s) is not searchable by its text: %s", document.pk, document.title, error)
        return None
    if len(data) > MAX_BYTES:
        logger.warning("Document %s (%s) is too large to be searchable by its text", document.pk, document.title)
        return ""
    return extract(data, extension, f"{document.pk} ({document.title})")


def extract(data: bytes, extension: str, name: str = "") -> str:
    """The text of a file's content; empty, and a line in the log, if it cannot be read in time."""
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, str(_READER), extension],
            input=data,
            capture_output=True,
            timeout=MAX_SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired:
        logger.warning("Document %s took too long to read", name)
        return ""
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip().rsplit("\n", 1)[-1]
        logger.warning("Document %s cannot be read: %s", name, reason)
        return ""
    return done.stdout.decode(errors="replace").replace("\x00", "")[:MAX_CHARACTERS]
