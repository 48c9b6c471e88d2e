"""From a file to a document: one small reader a format, chosen by content and not by name."""

from forums.importing.documents import Document


def read(data: bytes, name: str = "") -> Document:
    """Return the document in *data*; raise ``UnreadableDocument`` with what to do when there is none."""
    raise NotImplementedError
