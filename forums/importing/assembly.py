"""From lines with roles to a resolution."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from documents.errors import mark as _
from documents.lines import Notice
from forums.importing.annotations import AnnotatedDocument, AnnotatedLine, Role
from forums.importing.fields import Candidate, adoption, offered, place_of
from forums.importing.lexicon import ANCHOR
from forums.importing.metadata import forum_facts
from forums.importing.resolution import Resolution
from forums.importing.sections import SectionsBuilder
from russian.tokens import words

NO_DATE = _("No date of adoption was found: write it in the draft.")
NO_DATE_BUT = _("No date of adoption was found: write it in the draft. Dates in the text: %(dates)s.")
GUESSED_DATE = _("The date of adoption was taken from the text: check it.")
NO_TITLE = _("No title was found: write it in the draft.")
DOUBTFUL = _("Check the role of the line “%(text)s”.")
SURE_DATE, OFFERED = 0.8, 4
NEAR_TOP, LONGEST_TITLE = 6, 160
HEAD = {Role.THEME, Role.DATE, Role.PLACE}
DECISIONS = {Role.LEAD_IN, Role.ADDRESSEE, Role.RECOMMENDATION}


def assemble(document: AnnotatedDocument) -> Resolution:
    """Put the lines of *document* together by their roles; what makes no sense becomes a warning."""
    builder = _Builder()
    for line in document.lines:
        builder.add(line)
    return builder.build(document)


class _Builder:
    def __init__(self) -> None:
        self.paragraphs: dict[Role, list[str]] = {role: [] for role in Role}
        self.sections = SectionsBuilder()
        self.last: Role | None = None

    def add(self, line: AnnotatedLine) -> None:
        if line.role is Role.CONTINUATION:
            self._go_on(line)
            return
        if line.role in DECISIONS:
            self.sections.add(line)
        else:
            self.paragraphs[line.role].append(written(line))
        self.last = line.role

    def _go_on(self, line: AnnotatedLine) -> None:
        if self.last is None:
            self.paragraphs[Role.LETTERHEAD].append(written(line))
            self.last = Role.LETTERHEAD
        elif self.last in DECISIONS:
            self.sections.go_on(line)
        else:
            above = self.paragraphs[self.last]
            above[-1] = above[-1] + ("" if line.glued else " ") + written(line)

    def build(self, document: AnnotatedDocument) -> Resolution:
        texts = self.paragraphs
        sections, notices = self.sections.build()
        title = " ".join(texts[Role.TITLE]).rstrip(" ,;") or _named(document)
        everything = [line.text for line in document.lines]
        opening = texts[Role.PREAMBLE][:1] + [section.lead_in for section in sections[:1]]
        opening.append(" ".join(texts[Role.LETTERHEAD]))
        forum = forum_facts(title, texts[Role.THEME], opening, everything)
        adopted_on, days = adoption(document.lines)
        place, _likely = place_of(document.lines)
        said = _about_date(adopted_on, days)
        shown = " ".join(filter(None, [forum.theme, place]))
        letterhead = _letterhead(document, shown)
        warnings = [*document.notices, *_doubts(document), *notices, *said]
        if not texts[Role.TITLE]:
            warnings.append(Notice(0, NO_TITLE))
        return Resolution(
            title=title, forum=forum, adopted_on=adopted_on, place=place, letterhead=letterhead,
            preamble=tuple(texts[Role.PREAMBLE]), sections=sections,
            closing=_paragraphs(document, Role.CLOSING, Role.SIGNATURE),
            offered={"adopted_on": tuple(day.value for day in days[:OFFERED])} | offered(document.lines),
            warnings=tuple(sorted(warnings, key=lambda notice: notice.line)),
        )  # fmt: skip


def _named(document: AnnotatedDocument) -> str:
    """Return the line that calls the document by its kind («Резолюция, принятая …:») where none is the title."""
    above = (
        line.text for line in document.lines[:NEAR_TOP] if line.role in (Role.LETTERHEAD, Role.PREAMBLE, Role.LEAD_IN)
    )
    return next((text.rstrip(" :;,.") for text in above if len(text) < LONGEST_TITLE and ANCHOR.match(text)), "")


def _about_date(adopted_on: date | None, days: tuple[Candidate, ...]) -> list[Notice]:
    """Return what the editor should know of the day of adoption."""
    if adopted_on is None:
        found = ", ".join(day.value for day in days[:OFFERED])
        return [Notice(0, NO_DATE_BUT, {"dates": found}) if found else Notice(0, NO_DATE)]
    return [Notice(0, GUESSED_DATE)] if days[0].probability < SURE_DATE else []


def written(line: AnnotatedLine) -> str:
    """Return a line with its number or letter, but without a bullet, as plain text has it."""
    return f"{line.mark} {line.text}" if line.mark and any(map(str.isalnum, line.mark)) else line.text


def _placed(document: AnnotatedDocument) -> Iterator[tuple[Role, AnnotatedLine, bool]]:
    """Yield every line with the role it has in the end, and whether it goes on with the line above."""
    above: Role | None = None
    for line in document.lines:
        goes_on = line.role is Role.CONTINUATION
        role = (above or Role.LETTERHEAD) if goes_on else line.role
        yield role, line, goes_on and above is not None
        above = role


def _paragraphs(document: AnnotatedDocument, *roles: Role) -> tuple[str, ...]:
    """Return the paragraphs of *roles* in the document's order."""
    result: list[str] = []
    for role, line, goes_on in _placed(document):
        if role not in roles:
            continue
        if goes_on:
            result[-1] += ("" if line.glued else " ") + written(line)
        else:
            result.append(written(line))
    return tuple(result)


def _letterhead(document: AnnotatedDocument, shown: str) -> tuple[str, ...]:
    """Return the letterhead, and those lines of the head whose words no other field keeps."""
    kept = Counter(words(shown.lower()))
    result: list[str] = []
    for role, line, goes_on in _placed(document):
        if role is Role.LETTERHEAD and goes_on:
            result[-1] += ("" if line.glued else " ") + written(line)
        elif role is Role.LETTERHEAD:
            result.append(written(line))
        elif role in HEAD:
            said = Counter(words(written(line).lower()))
            if said - kept:
                result.append(written(line))
            else:
                kept -= said
    return tuple(result)


def _doubts(document: AnnotatedDocument) -> list[Notice]:
    return [Notice(line.line, DOUBTFUL, {"text": _shortened(line.text)}) for line in document.lines if line.uncertain]


def _shortened(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]}…"
