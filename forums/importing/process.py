"""Reading a file and deciding on its lines, both in a process with bounds on time and memory."""

from dataclasses import replace

from documents.errors import UnreadableDocument
from documents.limits import check_size
from documents.process import ask, suffix_of
from forums.importing.annotations import AnnotatedDocument

WAIT = 45
"""Seconds by the clock; on a busy machine the process needs more of them than of processor time, which it bounds."""


def annotate_file(data: bytes, name: str = "", *, seconds: float = WAIT) -> AnnotatedDocument:
    """Return the lines of the document in *data* with their roles.

    Raises ``UnreadableDocument`` for what cannot be read, decides nothing, or runs into a bound.
    """
    check_size(data)
    answer = ask("forums.importing", data, f"file{suffix_of(name)}", seconds=seconds)
    if "error" in answer:
        raise UnreadableDocument(answer["error"], **answer["values"])
    return replace(AnnotatedDocument.from_json(answer["annotated"]), name=name)
