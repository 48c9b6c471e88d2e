"""When and where: every date and place of a document is a candidate, and what speaks for and against it is added up.

A field is left empty when nothing is likelier than not: a date out of a cited law is worse than none. The weights are
log-odds; those of a line that the model, or the editor, calls a date are the greatest.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from forums.importing.annotations import AnnotatedLine, Role
from forums.importing.datelines import ADOPTED, place_name, spoken_place
from forums.importing.metadata import forum_number, strip_quotes
from forums.importing.text import quoted_spans
from russian.dates import find_dates

LIKELY = 0.5
AROUND, SENTENCE = 60, 150
BY_ROLE = {
    Role.DATE: 3.0, Role.TITLE: 1.5, Role.PLACE: 1.5, Role.THEME: 1.0, Role.SIGNATURE: 0.3, Role.LETTERHEAD: 0.2,
    Role.CLOSING: 0.2, Role.PREAMBLE: -0.4, Role.LEAD_IN: -0.4,
}  # fmt: skip
"""How much the role of its line says for a date; dates of items and addressees are no candidates."""
CITED = re.compile(
    r"(?:закон|постановлени|указ|приказ|распоряжени|в ред|решени[ея]м?|устав|соглашени|конвенци"
    r"|договор|протокол|act|law|charter"
    r"|decree|regulation)\w*(?:[^.;]{0,30})$",
    re.IGNORECASE,
)
OF_ANOTHER = re.compile(
    r"(?:закона|постановлени(?:я|ю|ем)|указа|приказа|распоряжения|решени(?:я|ю|ем)|договора|устава)\s+(?:от\s+)?$",
    re.IGNORECASE,
)
"""In a title or a line of its own: the date of a document that is spoken of in another case than its name's."""
UNTIL = re.compile(
    r"(?:\bдо|\bк|не позднее|\bс|\bпо|срок\w*|начиная с|by|until|before|since|from)\s*[-–:]?\s*$", re.IGNORECASE
)
PRINTED = re.compile(
    r"(?:газет|опубликован|просмотр|сверен|обновл|updated|posted|published|modified|retrieved|printed|copyright|©)",
    re.IGNORECASE,
)
HELD = re.compile(
    r"(?:состоя\w+|прош[её]?\w*|пров[её]?д[её]н\w*|собра\w+|проходи\w+|приня\w+|утвержд[её]н\w*|held|met\b|gathered|assembled|convened"
    r"|adopted|took place)",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"(?:созв\w+|созыв\w+|назнач\w+|перенес\w+|следующ\w+|очередн\w+|convoked|scheduled|next)", re.IGNORECASE
)
CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
WEEKDAY = re.compile(r"(?:понедельник|вторник|сред[аы]|четверг|пятниц|суббот|воскресень|\w+day\b)", re.IGNORECASE)
WORDS = re.compile(r"[^\W\d_]{4,}")
SAID_WITH = re.compile(
    r"год[ау]?|дата|время|место|провед\w*|принят\w*|утвержд\w*|город|января?|\w+[ья]$|от|held|date|venue|adopted",
    re.IGNORECASE,
)
NO_PLACE = re.compile(r"(?:постановлени|решени|закон|резолюци|приказ|указ)|\s(?:от|в|на|и|по)$", re.IGNORECASE)
MET_IN = re.compile(
    r"\b(?:held|met|gathered|assembled|convened|adopted)\b[^.]{0,140}?\b(?:in|at)\s(?:the\s)?"
    r"(?P<place>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})(?=(?:,\s[A-Z]{2,})?,?\s(?:on|from|in)\s)"
)


NAMING = {Role.TITLE, Role.THEME, Role.PLACE, Role.LETTERHEAD, Role.PREAMBLE}
SPOKEN, SHORTEST_THEME, MOST_OFFERED = 600, 12, 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a field may have, and how likely it is the right one."""

    value: str
    probability: float


def adoption(lines: Sequence[AnnotatedLine]) -> tuple[date | None, tuple[Candidate, ...]]:
    """Return the day of adoption, if one is likely, and all days that it may be, likeliest first."""
    scores: dict[date, float] = {}
    first_title = next((place for place, line in enumerate(lines) if line.role is Role.TITLE), -1)
    noted = 0
    for place, (line, role) in enumerate(zip(lines, owners(lines), strict=True)):
        if ADOPTED.match(line.text) and line.text.lower().lstrip("( ").startswith(("прин", "adopt")):
            noted = 5 if role is Role.LETTERHEAD else 1
        if role in BY_ROLE:
            head = lines[place - 1].text if place and lines[place - 1].line == line.line else ""
            for value, score in _dates(
                f"{head} {line.text}", len(head) + 1, role, above=place < first_title, noted=noted > 0
            ):
                agreed = 1.5 if value in scores else 0.0
                scores[value] = max(scores.get(value, -9.0), score) + agreed
        noted -= 1
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    total = 1.0 + sum(math.exp(score) for score in scores.values())
    candidates = tuple(Candidate(value.isoformat(), math.exp(score) / total) for value, score in ranked)
    sure = bool(candidates) and candidates[0].probability >= LIKELY
    return (ranked[0][0] if sure else None), candidates


def _dates(text: str, start: int, role: Role, *, above: bool, noted: bool) -> Iterable[tuple[date, float]]:
    """Yield the dates of a line, which begins at *start* of *text*, and what speaks for each."""
    for found in find_dates(text[:3000]):
        if found.value is None or found.end <= start:
            continue
        before, after = text[max(0, found.start - AROUND) : found.start], text[found.end : found.end + AROUND]
        score = BY_ROLE[role]
        if role in (Role.DATE, Role.TITLE):
            score -= 1.5 if above and role is Role.DATE else 0.0
            rest = [
                word
                for word in WORDS.findall(text[: found.start] + " " + text[found.end :])
                if not SAID_WITH.fullmatch(word)
            ]
            score -= 3.2 if role is Role.DATE and ("|" in text or CLOCK.search(text)) else 0.0
            score -= 2.5 if OF_ANOTHER.search(before) else 0.0
            score -= 0.5 if role is Role.DATE and len(rest) > 6 else 0.0
            score -= 3.0 if re.search(r"(?:в ред|редакци)\w*\.?\s*(?:от\s*)?$", before, re.IGNORECASE) else 0.0
        else:
            score -= 3.0 if CITED.search(before) else 0.0
            score -= 3.0 if UNTIL.search(before) else 0.0
            score -= 2.0 if CALLED.search(before) else 0.0
            held = HELD.search(text[max(0, found.start - SENTENCE) : found.start]) or HELD.search(after)
            score += 1.6 if held and not CALLED.search(before) else 0.0
        if before.rstrip().endswith("("):
            score += 1.2
        if PRINTED.search(before) or PRINTED.search(after):
            score -= 2.5
        if CLOCK.search(text) and above:
            score -= 1.5
        if WEEKDAY.search(before) and above:
            score -= 1.0
        if noted:
            score += 3.2
        yield found.value, score


def place_of(lines: Sequence[AnnotatedLine]) -> tuple[str | None, float]:
    """Return the place of the assembly and how likely it is right; None where no line says it."""
    roles = list(owners(lines))
    told = [place_name(line.text) for line, role in zip(lines, roles, strict=True) if role is Role.PLACE]
    named = [name for name in dict.fromkeys(told) if name and not NO_PLACE.search(name)]
    if named:
        kept = [name for name in named if not any(name != other and name in other for other in named)]
        return ", ".join(kept), 0.9
    for line, role in zip(lines, roles, strict=True):
        if role in (Role.DATE, Role.CLOSING) and (found := spoken_place(line.text)):
            return found, 0.8
    for line, role in zip(lines, roles, strict=True):
        if role in (Role.PREAMBLE, Role.LEAD_IN) and find_dates(line.text[:3000]) and (met := MET_IN.search(line.text)):
            return met["place"], 0.6
    return None, 0.0


def owners(lines: Sequence[AnnotatedLine]) -> Iterable[Role]:
    """Yield the role that every line has in the end: what goes on with a line has that line's."""
    above = Role.LETTERHEAD
    for line in lines:
        above = above if line.role is Role.CONTINUATION else line.role
        yield above


def offered(lines: Sequence[AnnotatedLine]) -> dict[str, tuple[str, ...]]:
    """Return what number, theme and place may be besides what is likely: all that the head and the opening name."""
    numbers: list[str] = []
    themes: list[str] = []
    places: list[str] = []
    for line, role in zip(lines, owners(lines), strict=True):
        if role not in BY_ROLE and role not in NAMING:
            continue
        text = line.text[:SPOKEN]
        number = forum_number(text)
        numbers += [str(number)] if number else []
        quotations = (text[start:end] for start, end in quoted_spans(text))
        themes += filter(None, (strip_quotes(words) for words in quotations if len(words) > SHORTEST_THEME))
        place = place_name(text) if role is Role.PLACE else spoken_place(text)
        places += [place] if place else []
    found = {"number": numbers, "theme": themes, "place": places}
    return {name: tuple(dict.fromkeys(values))[:MOST_OFFERED] for name, values in found.items()}
