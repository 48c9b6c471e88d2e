"""From lines with roles to a resolution."""

from forums.importing.annotations import AnnotatedDocument
from forums.importing.resolution import Resolution


def assemble(document: AnnotatedDocument) -> Resolution:
    """Put the lines of *document* together by their roles; what makes no sense becomes a warning."""
    raise NotImplementedError
