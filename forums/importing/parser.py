"""From a document to a resolution: segments, their labels, lines with roles, and the resolution put together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from documents.errors import UnreadableDocument
from documents.errors import mark as _
from documents.lines import Document, Line, Notice, Zone, clean
from forums.importing.annotations import AnnotatedDocument, AnnotatedLine, Role
from forums.importing.assembly import assemble
from forums.importing.decoding import Decision, Reading, decode
from forums.importing.features import features
from forums.importing.labels import BEGIN, HEAD, TAIL, role_of
from forums.importing.levels import levels
from forums.importing.lexicon import is_event
from forums.importing.model import Model, load
from forums.importing.resolution import Resolution
from forums.importing.segmentation import Segment, segments, without_furniture
from forums.importing.unwrap import glued
from russian.tokens import WORD

NO_DECISIONS = _(
    "No recommendations or decisions were found in this document. "
    "Check that it is the text of the resolution, with words such as “recommend”, “resolved” or “propose” in it."
)
ODD = _("This document may be no resolution of a forum: check that the right file was chosen.")
MOVED = {
    Zone.HEADER: _("The running head “%(text)s” was put with the letterhead."),
    Zone.FOOTER: _("The running foot “%(text)s” was put with the closing remarks."),
    Zone.NOTE: _("The note “%(text)s” was put with the closing remarks."),
}
ORDER = {Zone.HEADER: 0, Zone.BODY: 1, Zone.NOTE: 2, Zone.FOOTER: 3}

SURE = 0.97
"""Below this probability a line is marked as doubtful."""
LIKELY_ITEM = 0.3
"""A document no segment of which is an item with this probability decides nothing."""
LIKELY_RESOLUTION, SURE_RESOLUTION = 0.1, 0.5
"""Below the first a document is refused, below the second the editor is told that it is odd."""
LONGEST_OPENING = 1000
ENDS = (".", ";", ":", "!", "?", "…")
WHOLE = {*HEAD, *TAIL}


def annotate(document: Document, model: Model | None = None) -> AnnotatedDocument:
    """Return *document* with a role for every line; raise ``UnreadableDocument`` when it decides nothing."""
    lines = ordered([*front_matter(document), *document.lines])
    body, furniture = without_furniture([line for line in lines if line.zone is Zone.BODY])
    found = segments(body)
    if not found:
        raise UnreadableDocument(NO_DECISIONS)
    reading = decode(model or load(), found, features(found))
    if reading.resolution < LIKELY_RESOLUTION or max(reading.items) < LIKELY_ITEM:
        raise UnreadableDocument(NO_DECISIONS)
    above = [_outside(line, Role.LETTERHEAD) for line in lines if line.zone is Zone.HEADER]
    below = [_outside(line, Role.CLOSING) for line in lines if line.zone in (Zone.NOTE, Zone.FOOTER)]
    below = [*(_outside(line, Role.CLOSING) for line in furniture), *below]
    moved = [Notice(line.number, MOVED[line.zone], {"text": line.text[:60]}) for line in lines if line.zone in MOVED]
    decided = _lines(found, reading)
    odd = [] if reading.resolution >= SURE_RESOLUTION and _says_whose(decided) else [Notice(0, ODD)]
    return AnnotatedDocument(
        lines=(*above, *decided, *below),
        name=document.name, format=document.format, notices=(*document.notices, *odd, *moved),
    )  # fmt: skip


def parse(document: Document) -> Resolution:
    """Return the resolution that *document* holds; raise ``UnreadableDocument`` when it holds none."""
    return assemble(annotate(document))


def front_matter(document: Document) -> list[Line]:
    """Return what stands above a Markdown text as lines of it: its title as a heading, other facts as they are."""
    titled = {"title": "%(value)s"}
    return [
        Line(titled.get(name, "%(name)s: %(value)s") % {"name": name, "value": value}, gap=True, bold=name in titled)
        for name, value in document.metadata.items()
    ]


def ordered(lines: Iterable[Line]) -> list[Line]:
    """Return the lines that say something, cleaned: running heads first, notes and running feet last."""
    cleaned = (replace(line, text=clean(line.text)) for line in lines)
    return sorted((line for line in cleaned if line.text), key=lambda line: ORDER[line.zone])


def _says_whose(lines: Iterable[AnnotatedLine]) -> bool:
    """Tell whether a document has a title, a day or an assembly: a resolution has one of them at least."""
    return any(
        line.role in (Role.TITLE, Role.DATE)
        or (line.role is not Role.RECOMMENDATION and any(map(is_event, WORD.findall(line.text[:LONGEST_OPENING]))))
        for line in lines
    )


def _outside(line: Line, role: Role) -> AnnotatedLine:
    return AnnotatedLine(line.text, role, mark=line.mark, line=line.number, page=line.page)


@dataclass(slots=True)
class _Growing:
    """A line of the review while its segments come in."""

    first: AnnotatedLine
    pieces: list[str]
    doubtful: bool = False

    def add(self, joint: str, text: str, decision: Decision) -> None:
        self.pieces += [joint, text]
        self.doubtful = self.doubtful or decision.probability < SURE

    def line(self) -> AnnotatedLine:
        uncertain = self.first.uncertain or self.doubtful
        return replace(self.first, text="".join(self.pieces), uncertain=uncertain)


def _lines(found: Sequence[Segment], reading: Reading) -> list[AnnotatedLine]:
    """Put the segments together that are one line, and give each its role."""
    result: list[_Growing] = []
    last: Segment | None = None
    for segment, depth, decision in zip(found, levels(found), reading.decisions, strict=True):
        role = role_of(decision.label)
        if last is None or decision.label.startswith(BEGIN):
            result.append(_line(segment, role, depth, decision))
        elif not segment.begins_line:
            result[-1].add("" if segment.glued else " ", segment.raw, decision)
        elif _goes_on(last, segment):
            result[-1].pieces[-1], joint = glued(result[-1].pieces[-1], segment.written)
            result[-1].add(joint, segment.written, decision)
        else:
            result.append(_line(segment, role if role in WHOLE else Role.CONTINUATION, depth, decision))
        last = segment
    return [growing.line() for growing in result]


def _goes_on(above: Segment, segment: Segment) -> bool:
    """Tell whether a line is the rest of the sentence above, and no paragraph of its own."""
    if segment.mark is not None or segment.line.gap or not segment.line.wrapped:
        return False
    return segment.cut == "break" or not above.text.endswith(ENDS)


def _line(segment: Segment, role: Role, level: int, decision: Decision) -> _Growing:
    uncertain = decision.role_probability < SURE
    line = AnnotatedLine(
        text=segment.text,
        role=role,
        mark=segment.mark.written if segment.mark else "",
        level=level,
        line=segment.line.number,
        page=segment.line.page,
        uncertain=uncertain,
        glued=segment.glued,
        probability=round(decision.role_probability, 4),
        second=decision.second if uncertain else None,
        second_probability=round(decision.second_probability, 4) if uncertain else 0.0,
    )
    return _Growing(line, [segment.text])
