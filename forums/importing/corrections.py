"""Keeping what an editor has corrected, and giving it back to training."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from documents.errors import UnreadableDocument
from documents.lines import Line
from documents.process import read_document
from forums.importing.annotations import AnnotatedDocument
from forums.importing.models import CorrectedDocument
from forums.importing.names import personal_words, without_people
from forums.importing.training.labelled import Labelled


def keep(data: bytes, name: str, document: AnnotatedDocument) -> None:
    """Store the lines of a file with the roles they have in *document*, without personal names.

    The file is read anew in a process with bounds; nothing is kept of one that cannot be read any more.
    """
    try:
        lines = read_document(data, name).lines
    except UnreadableDocument:
        return
    pieces = [(line.role.value, f"{line.mark} {line.text}".strip()) for line in document.lines]
    names = personal_words([*(line.text for line in lines), *(text for _role, text in pieces)])
    CorrectedDocument.objects.update_or_create(
        digest=hashlib.sha256(data).hexdigest(),
        defaults={
            "lines": [replace(line, text=without_people(line.text, names)).to_json() for line in lines],
            "pieces": [(role, without_people(text, names)) for role, text in pieces],
        },
    )


def kept() -> Iterator[Labelled]:
    """Yield every corrected document in the shape of a training sample."""
    for row in CorrectedDocument.objects.all():
        lines = tuple(map(Line.from_json, row.lines))
        yield Labelled(str(row), lines, tuple((role, text) for role, text in row.pieces))
