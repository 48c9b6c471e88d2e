"""From a document to a resolution: find every line's role, then put the lines together."""

import re
from dataclasses import replace

from documents.errors import UnreadableDocument, say
from documents.errors import mark as _
from documents.lines import Document, Line, Notice, Zone, clean
from forums.importing.annotations import AnnotatedDocument, Role
from forums.importing.assemble import assemble
from forums.importing.body import Body
from forums.importing.events import names_assembly
from forums.importing.head import label_head
from forums.importing.parts import Part, to_parts
from forums.importing.rescue import loose_decisions, starts_list
from forums.importing.resolution import Resolution
from forums.importing.unwrap import paragraphs

NO_DECISIONS = _(
    "No recommendations or decisions were found in this document. "
    "Check that it is the text of the resolution, with words such as “recommend”, “resolved” or “propose” in it."
)

ENOUGH = 60
DOCUMENT_WORDS = re.compile(
    r"резолюци|рекомендаци|участник\w*|делегат\w*|resolution|recommendations|participants|delegates|round table",
    re.IGNORECASE,
)
MOVED = {
    Zone.HEADER: _("The running head “%(text)s” was put with the letterhead."),
    Zone.FOOTER: _("The running foot “%(text)s” was put with the closing remarks."),
    Zone.NOTE: _("The note “%(text)s” was put with the closing remarks."),
}


def annotate(document: Document) -> AnnotatedDocument:
    """Return *document* with a role for every line; raise ``UnreadableDocument`` when it decides nothing."""
    lines = [replace(line, text=clean(line.text)) for line in document.lines]
    top = to_parts(_zone(lines, Zone.HEADER))
    for part in top:
        part.give(Role.LETTERHEAD)
    below = [line for zone in (Zone.BODY, Zone.NOTE, Zone.FOOTER) for line in _zone(lines, zone)]
    parts = to_parts(paragraphs(below))
    labelled = top + _labelled(parts)
    moved = [
        Notice(part.source.number, say(MOVED[part.source.zone], text=part.text[:60]))
        for part in labelled
        if part.source.zone in MOVED
    ]
    if not any(part.role is Role.RECOMMENDATION for part in labelled) or not _speaks_of_assembly(labelled):
        raise UnreadableDocument(NO_DECISIONS)
    return AnnotatedDocument(
        lines=tuple(part.annotated() for part in labelled),
        name=document.name, format=document.format, notices=(*document.notices, *moved),
    )  # fmt: skip


def parse(document: Document) -> Resolution:
    """Return the resolution that *document* holds; raise ``UnreadableDocument`` when it holds none."""
    return assemble(annotate(document))


def _speaks_of_assembly(parts: list[Part]) -> bool:
    """Tell whether an assembly or its document is named at all: a recipe has numbered actions, too."""
    opening = " ".join(part.text for part in parts[:ENOUGH] if part.role is not Role.RECOMMENDATION)
    return bool(DOCUMENT_WORDS.search(opening)) or names_assembly(opening)


def _zone(lines: list[Line], zone: Zone) -> list[Line]:
    return [line for line in lines if line.text and line.zone is zone]


def _labelled(parts: list[Part]) -> list[Part]:
    head, body = label_head(parts)
    labelled = Body(body).label()
    if any(part.role is Role.RECOMMENDATION for part in labelled):
        return head + labelled
    start = starts_list(body)
    if start is not None and any(part.role is Role.TITLE and not part.uncertain for part in head):
        before, listed = body[:start], body[start:]
        for part in before:
            part.give(Role.PREAMBLE)
        return head + before + Body(listed, titled_as_list=True).label()
    return head + loose_decisions(body)
