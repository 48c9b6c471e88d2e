"""From a document to a resolution: find every line's role, then put the lines together."""

from forums.importing.annotations import AnnotatedDocument
from forums.importing.assemble import assemble
from forums.importing.documents import Document
from forums.importing.resolution import Resolution


def annotate(document: Document) -> AnnotatedDocument:
    """Return *document* with a role for every line; raise ``UnreadableDocument`` when it decides nothing."""
    raise NotImplementedError


def parse(document: Document) -> Resolution:
    """Return the resolution that *document* holds; raise ``UnreadableDocument`` when it holds none."""
    return assemble(annotate(document))
