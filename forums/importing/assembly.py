"""From lines with roles to a resolution."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from forums.importing.annotations import AnnotatedDocument, AnnotatedLine, Role
from forums.importing.datelines import ADOPTED, place_name, spoken_place
from forums.importing.dates import first_date
from forums.importing.documents import Notice
from forums.importing.messages import mark as _
from forums.importing.messages import say
from forums.importing.metadata import forum_facts
from forums.importing.resolution import Resolution
from forums.importing.sections import SectionsBuilder
from forums.importing.text import words

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
        title = " ".join(texts[Role.TITLE])
        everything = [line.text for line in document.lines]
        opening = texts[Role.PREAMBLE][:1] + [section.lead_in for section in sections[:1]]
        opening.append(" ".join(texts[Role.LETTERHEAD]))
        forum = forum_facts(title, texts[Role.THEME], opening, everything)
        adopted_on, said = self._adopted_on(title, [section.lead_in for section in sections])
        place = ", ".join(filter(None, map(place_name, texts[Role.PLACE]))) or self._spoken_place()
        shown = " ".join(filter(None, [forum.theme, place]))
        letterhead = _letterhead(document, shown)
        warnings = [*document.notices, *_doubts(document), *notices, *said]
        if not title:
            warnings.append(Notice(0, say(_("No title was found: write it in the draft."))))
        return Resolution(
            title=title, forum=forum, adopted_on=adopted_on, place=place, letterhead=letterhead,
            preamble=tuple(texts[Role.PREAMBLE]), sections=sections,
            closing=_paragraphs(document, Role.CLOSING, Role.SIGNATURE),
            warnings=tuple(sorted(warnings, key=lambda notice: notice.line)),
        )  # fmt: skip

    def _spoken_place(self) -> str | None:
        said = [*self.paragraphs[Role.DATE], *self.paragraphs[Role.CLOSING]]
        return next(filter(None, map(spoken_place, said)), None)

    def _adopted_on(self, title: str, lead_ins: list[str]) -> tuple[date | None, list[Notice]]:
        """Return the day of adoption: the surest place in the document that gives one."""
        texts = self.paragraphs
        note = first_date(" \n ".join(_adoption_note(texts[Role.LETTERHEAD])))
        below = first_date(" \n ".join(text for text in texts[Role.CLOSING] if ADOPTED.search(text)))
        sure = (
            note
            or below
            or first_date(" \n ".join(texts[Role.DATE]))
            or first_date(" \n ".join([title, *texts[Role.THEME]]))
        )
        if sure:
            return sure, []
        for role in (Role.LETTERHEAD, Role.PREAMBLE, Role.CLOSING, Role.SIGNATURE):
            guess = first_date(" \n ".join([*texts[role], *(lead_ins if role is Role.PREAMBLE else [])]))
            if guess:
                return guess, [Notice(0, say(_("The date of adoption was taken from the text: check it.")))]
        return None, [Notice(0, say(_("No date of adoption was found: write it in the draft.")))]


def _adoption_note(letterhead: list[str]) -> list[str]:
    """Return the lines of «ПРИНЯТО / на заседании форума / 6 декабря 2020 г.»; an approval is another matter."""
    for index, text in enumerate(letterhead):
        if ADOPTED.match(text) and text.lower().lstrip("( ").startswith(("прин", "adopt")):
            return letterhead[index : index + 5]
    return []


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
    return [
        Notice(line.line, say(_("Check the role of the line “%(text)s”."), text=_shortened(line.text)))
        for line in document.lines
        if line.uncertain
    ]


def _shortened(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]}…"
