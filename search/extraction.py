"""The text of library documents, read in a process of its own and kept by the content of the file."""

import logging
from typing import Any

from documents import ACCEPTED, UnreadableDocument
from documents.limits import MAX_BYTES, TOO_SLOW
from documents.process import read_document
from search.models import ExtractedText

logger = logging.getLogger(__name__)

MAX_CHARACTERS = 400_000


def document_text(document: Any) -> str:
    """Return the text of a document's file, read once for every content; empty for what cannot be read."""
    if f".{document.file_extension.lower()}" not in ACCEPTED:
        return ""
    content_hash = document.get_file_hash()
    known = (
        ExtractedText.objects.filter(pk=content_hash).values_list("text", flat=True).first() if content_hash else None
    )
    if known is not None:
        return known
    text = _read(document)
    if content_hash and text is not None:
        ExtractedText.objects.update_or_create(pk=content_hash, defaults={"text": text})
    return text or ""


def _read(document: Any) -> str | None:
    """Return the text; an empty one for a file that is refused, None for one to be tried again."""
    try:
        with document.open_file() as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        logger.warning("Document %s (%s) is not searchable by its text: %s", document.pk, document.title, error)
        return None
    try:
        found = read_document(data, document.filename, whole=False)
    except UnreadableDocument as error:
        logger.warning("Document %s (%s) is not searchable by its text: %s", document.pk, document.title, error)
        # a busy machine may be the reason: such a file is tried again
        return None if error.message == TOO_SLOW else ""
    return found.text.replace("\0", "")[:MAX_CHARACTERS]
