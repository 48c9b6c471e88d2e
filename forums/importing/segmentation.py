"""Lines of a file as segments: the smallest pieces that may have a role of their own.

A paragraph is cut wherever one role may end and another begin: at the ends of sentences, at marks inside the line,
after colons, verbs of decision, before actions and dates. Whether a place is a cut in truth, and whether two lines are
one, is not decided here: the model gives every segment a role and tells whether it begins something or goes on.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from documents.lines import Line
from forums.importing.addressees import BODIES, is_dative_phrase
from forums.importing.datelines import split_dateline
from forums.importing.marks import BULLETS, DATE_AHEAD, Mark, follows, read_mark, take_mark
from forums.importing.text import ABBREVIATION, SENTENCE_END, without_quotes
from forums.importing.unwrap import glued, grouped
from forums.importing.verbs import ENGLISH_TURN, turn_spans
from russian.dates import DATED, find_dates
from russian.lemmas import can_be_dative, is_infinitive, lemma, may_be_asked
from russian.tokens import WORD

PREPOSITIONS = {"в", "во", "к", "ко", "перед", "от", "на"}
FIRST = {"1", "а", "a", "I", "А", "A"}
LONGEST_SENTENCE = 1500
RUNNING, REPEATED = 90, 3
"""A running head is a short line that comes at the edge of at least three pages."""
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:стр(?:аница)?|с|page)\.?\s*)?\d{1,3}(?:\s*(?:из|of|/)\s*\d{1,3})?[-–—\s]*", re.IGNORECASE
)
SHORT = 220
"""Longer lines are no datelines."""

INLINE_DECIMAL = re.compile(
    r"(?:(?<=[\s:;,(»\"”)])|(?<=[^\d\s][.;:]))\(?\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)]\)?|(?<=\.\d)(?=\s)|(?<=\.\d\d)(?=\s))\s*(?=[^\W\d_«\"“])"
)
INLINE_LETTER = re.compile(r"(?<=[\s:;.,])\(?[а-яa-z]\)\s*(?=[^\W\d_«\"“])")
INLINE_BULLET = re.compile(rf"(?<=\s)[{BULLETS}]\s*(?=[^\W_«\"“])|(?<=[:;.,!?]\s)[–—−-]\s+(?=[^\W\d_«\"“])")
INLINE_WORD = re.compile(
    r"(?<=[:;.,]\s)(?:перво|второ|треть|четв[её]рто|пято|шесто|седьмо|восьмо)е\s*[.:–—-]\s+(?=\S)"
    r"|(?<=[:;.,]\s)(?:а\s)?во?-(?:перв|втор|треть|четв[её]рт|пят|шест|седьм)(?:ы|и)х,?\s",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"(?P<letter>[A-ZА-Я])\.\s+(?=[^\W\d_]{2})")
ONLY_MARK = re.compile(
    r"(?:^|[:;.]\s)\W*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLІХ]+|[а-яa-z]|(?:перв|втор|трет|четв[её]рт|пят|шест|седьм)(?:о|ь)е)[.)]$",
    re.IGNORECASE,
)
COLON = re.compile(r":\s+")
SEMICOLON = re.compile(r";\s*(?:(?:и|а также|and)\s(?=[а-яёa-z]))?(?=\S)")
DASH = re.compile(r"\s[–—-]\s+")
COMMA = re.compile(r",\s+(?:(?:и|а также|and)\s)?(?=(?P<word>[^\W\d_]+))")
WORDY = re.compile(r"[^\W\d_]{2}")
REQUEST = re.compile(
    r"\s(?=с(?:о следующ\w+)?\s(?:\w+\s)?(?:предложени|инициатив|просьб|ходатайств|призыв|рекомендаци)\w*)"
)
THAT = re.compile(r"(?:\s(?:further|finally))?[,:]?\s*\bthat\b[,:]?\s*", re.IGNORECASE)
TO = re.compile(r"\bto\b(?::\s*|$|\s+)", re.IGNORECASE)
NEAR = 90
NEW_LINE = re.compile(r"[^\w\s]|\d|[A-ZА-ЯЁ]")


@dataclass(slots=True)
class Group:
    """Lines that look like one paragraph, joined: the surroundings in which segments are judged."""

    text: str
    lines: list[tuple[int, Line]]
    """Where in the text each line begins."""
    plain: str = ""
    index: int = 0


@dataclass(slots=True)
class Segment:
    """A piece of a paragraph from ``start`` to ``end`` of its group; ``text`` holds no list mark.

    ``cut`` names the sign in front of it: "group" and "break" begin a line, all others stand inside one.
    """

    text: str
    start: int
    end: int
    cut: str
    line: Line
    group: Group
    mark: Mark | None = None
    listed: bool = False
    """A word processor has computed the mark."""
    chain: str = ""
    """How the mark stands in its list: "first", "next", "last" or "lone"."""
    sentence: tuple[int, int] = (0, 0)

    @property
    def begins_line(self) -> bool:
        return self.cut in ("group", "break")

    @property
    def glued(self) -> bool:
        """The segment follows the one before it without a space."""
        return not self.begins_line and self.start > 0 and not self.group.text[self.start - 1].isspace()

    @property
    def raw(self) -> str:
        """The text with its mark as it stands in the paragraph."""
        return self.group.text[self.start : self.end].strip()

    @property
    def sentence_text(self) -> str:
        """The sentence in which the segment stands, as far as it is looked at."""
        start, end = self.sentence
        return self.group.text[start : min(end, start + LONGEST_SENTENCE)].strip()

    @property
    def written(self) -> str:
        return f"{self.mark.written} {self.text}" if self.mark else self.text


def segments(lines: Iterable[Line]) -> list[Segment]:
    """Cut *lines* into segments, in reading order."""
    result: list[Segment] = []
    for index, group in enumerate(_groups(lines)):
        group.index = index
        result += _cut(group)
    result = _without_lone_marks(result)
    _chain(result)
    return result


LISTED = re.compile(r"\(?\d+(?:\.\d+)*[.)]\s")
"""A typed number of a list: such a line is an item, however often the words behind it come back."""


def without_furniture(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return *lines* without page numbers and the running heads beside them, and those."""
    numbers = [bool(PAGE_NUMBER.fullmatch(line.text)) for line in lines]
    beside = [_at_page_edge(lines, numbers, index) for index in range(len(lines))]
    seen = Counter(
        DIGITS.sub("0", line.text)
        for line, edge in zip(lines, beside, strict=True)
        if edge and len(line.text) < RUNNING
    )
    kept: list[Line] = []
    moved: list[Line] = []
    for line, number, edge in zip(lines, numbers, beside, strict=True):
        listed = line.mark or LISTED.match(line.text)
        repeated = edge and not listed and seen[DIGITS.sub("0", line.text)] >= REPEATED
        (moved if (number or repeated) and kept else kept).append(line)
    return kept, moved


def _at_page_edge(lines: Sequence[Line], numbers: Sequence[bool], index: int) -> bool:
    """Tell whether a line stands beside a page number, or first or last on its page."""
    around = [place for place in (index - 1, index + 1) if 0 <= place < len(lines)]
    return any(numbers[place] or lines[place].page != lines[index].page for place in around)


def _groups(lines: Iterable[Line]) -> Iterator[Group]:
    for members in grouped(lines):
        pieces: list[str] = []
        starts: list[tuple[int, Line]] = []
        length = 0
        for line in members:
            if pieces:
                head, joint = glued(pieces[-1], line.text)
                length += len(head) - len(pieces[-1]) + len(joint)
                pieces[-1] = head + joint
            starts.append((length, line))
            pieces.append(line.text)
            length += len(line.text)
        text = "".join(pieces)
        yield Group(text, starts, without_quotes(text))


def _cut(group: Group) -> list[Segment]:
    text = group.text
    cuts: dict[int, str] = {}
    ends = list(_sentence_ends(text))
    marks = list(_marks(group))
    after_marks = {end for _, end in marks}
    for place, kind in [*((start, "mark") for start, _ in marks), *_places(group, ends)]:
        while place < len(text) and text[place].isspace():
            place += 1
        if 0 < place < len(text) and place not in after_marks:
            cuts.setdefault(place, kind)
    starts = dict(group.lines)
    edges = sorted({0, *cuts, len(text)})
    result: list[Segment] = []
    line = group.lines[0][1]
    bounds = [0, *ends, len(text)]
    sentence = 0
    for start, end in pairwise(edges):
        line = _line_at(group, start, starts, line)
        while sentence + 2 < len(bounds) and bounds[sentence + 1] <= start:
            sentence += 1
        kind = "group" if start == 0 else "break" if start in starts else cuts[start]
        made = _segment(group, start, end, kind, line)
        made.sentence = (bounds[sentence], bounds[sentence + 1])
        result.append(made)
    return result


def _line_at(group: Group, start: int, starts: dict[int, Line], last: Line) -> Line:
    if start in starts:
        return starts[start]
    if len(group.lines) == 1:
        return last
    found = last
    for place, line in group.lines:
        if place > start:
            break
        found = line
    return found


def _segment(group: Group, start: int, end: int, kind: str, line: Line) -> Segment:
    raw = group.text[start:end].strip()
    mark, rest = take_mark(raw)
    listed = False
    if start == 0 and line.mark:
        own = read_mark(line.mark)
        # an author who types «1.» inside a bulleted list means the number
        if not (mark and own and own.is_bullet and not mark.is_bullet):
            mark, rest, listed = own, raw, True
    elif kind not in ("group", "break", "mark", "sentence"):
        mark, rest = None, raw
    elif mark is None and kind in ("group", "break") and (capital := CAPITAL.match(raw)):
        mark, rest = Mark(capital.group().strip(), "capital.", capital["letter"].lower()), raw[capital.end() :]
    return Segment(rest, start, end, kind, line, group, mark, listed)


def _sentence_ends(text: str) -> Iterator[int]:
    start = 0
    for match in SENTENCE_END.finditer(text):
        if ABBREVIATION.search(text[max(start, match.start() - 11) : match.start() + 1]):
            continue
        if ONLY_MARK.search(text[max(start, match.start() - 14) : match.start() + 1]):
            continue
        start = match.end()
        yield start


def _places(group: Group, ends: list[int]) -> Iterator[tuple[int, str]]:
    """Yield every place where a role may begin, beside marks; the surest kinds first."""
    plain = group.plain
    for place, line in group.lines[1:]:
        if NEW_LINE.match(line.text) or is_infinitive(line.text.split(" ", 1)[0].strip(",;.:")):
            yield place, "break"
    if len(group.text) <= SHORT and DATED.search(group.text):
        yield from _dates(group.text)
    for end in ends:
        yield end, "sentence"
    for match in SEMICOLON.finditer(plain):
        yield match.end(), "semicolon"
    for match in COLON.finditer(plain):
        yield match.end(), "colon"
    for match in DASH.finditer(plain):
        yield match.end(), "dash"
    for match in COMMA.finditer(plain):
        if is_infinitive(match["word"]):
            yield match.end(), "comma"
    yield from _clause(plain)


def _marks(group: Group) -> Iterator[tuple[int, int]]:
    """Yield where marks inside the lines begin and end."""
    for pattern in (INLINE_DECIMAL, INLINE_LETTER, INLINE_WORD, INLINE_BULLET):
        for match in pattern.finditer(group.plain):
            if not DATE_AHEAD.match(group.text, match.start()):
                yield match.start(), match.end()


def _dates(text: str) -> Iterator[tuple[int, str]]:
    pieces = split_dateline(text)
    place = 0
    for _, piece in pieces or []:
        place = text.find(piece, place)
        yield place, "date"
        place += len(piece)
    for found in [] if pieces else find_dates(text):
        yield found.start, "date"
        rest = text[found.end :]
        yield found.end + len(rest) - len(rest.lstrip(" ,.;")), "date"


def _clause(plain: str) -> Iterator[tuple[int, str]]:
    """Yield the places around an addressee inside a sentence: «рекомендуют | администрации | создать»."""
    for start, end in turn_spans(plain):
        word = WORD.search(plain, end, end + 40)
        if word and names_someone(word.group()):
            yield word.start(), "verb"
        if plain.startswith(":", end) and WORDY.search(plain, max(0, start - 40), start):
            yield start, "turn"
        for found in islice(WORD.finditer(plain, end), 40):
            if is_infinitive(found.group()):
                if ":" not in plain[end : found.start()]:
                    yield found.start(), "action"
                break
    yield from _addressed(plain)
    for match in REQUEST.finditer(plain):
        yield match.end(), "request"
    for turn in islice(ENGLISH_TURN.finditer(plain), 1):
        yield turn.end(), "verb"
        yield from _that(plain, turn.end())


def _addressed(plain: str) -> Iterator[tuple[int, str]]:
    """Yield the place of the action in «администрации города | считать главным»."""
    first = WORD.search(plain, 0, 60)
    if not first or not can_be_dative(first.group()):
        return
    for found in islice(WORD.finditer(plain), 20):
        if is_infinitive(found.group()):
            if ":" not in plain[: found.start()] and is_dative_phrase(plain[first.start() : found.start()]):
                yield found.start(), "deed"
            return


def _that(plain: str, end: int) -> Iterator[tuple[int, str]]:
    """Yield the places around «that» and «to» behind an English verb of decision."""
    that = THAT.match(plain, end)
    if that:
        yield that.end(), "that"
    asked = TO.search(plain, end, end + NEAR)
    if asked:
        yield asked.start(), "to"
        yield asked.end(), "to"


def names_someone(word: str) -> bool:
    """Tell whether *word* may begin an addressee: a preposition, an abbreviation, a body, a dative."""
    return word.lower() in PREPOSITIONS or word.isupper() or may_be_asked(word) or lemma(word) in BODIES


def _without_lone_marks(found: list[Segment]) -> list[Segment]:
    """Join segments again that a number inside a line began which belongs to no list."""
    _chain(found)
    result: list[Segment] = []
    for segment in found:
        inside = segment.cut == "mark" and segment.mark is not None and not segment.mark.is_bullet
        if inside and segment.chain == "lone" and result and result[-1].group is segment.group:
            above = result[-1]
            whole = _segment(above.group, above.start, segment.end, above.cut, above.line)
            whole.sentence = above.sentence
            result[-1] = whole
        else:
            result.append(segment)
    _distrust_lone_letters(result)
    return result


def _distrust_lone_letters(found: list[Segment]) -> None:
    """Put «г. Озёрск» together again: a letter with a full stop is a mark only in a list of letters."""
    for segment in found:
        mark = segment.mark
        doubtful = mark and (mark.style in ("letter.", "capital.") or (mark.style == "roman" and len(mark.value) == 1))
        if mark and doubtful and not segment.listed and segment.chain == "lone":
            segment.text, segment.mark = segment.raw, None


def _chain(found: list[Segment]) -> None:
    """Tell of every number or letter whether the one before it came before, and the next one after it."""
    last: dict[str, Segment] = {}
    for segment in found:
        mark = segment.mark
        segment.chain = ""
        if mark is None or mark.is_bullet:
            continue
        head, _, number = mark.value.rpartition(".")
        key = f"{mark.style}/{head}"
        above = last.get(key)
        if above is not None and above.mark and follows(above.mark.value.rpartition(".")[2], number):
            above.chain = "first" if above.chain in ("lone", "first") else "next"
            segment.chain = "last"
        else:
            segment.chain = "lone"
            if above is not None and segment.cut == "mark" and number not in FIRST:
                continue
        last[key] = segment
