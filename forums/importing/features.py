"""What is known of a segment, as names: the evidence that the model weighs.

No feature is a word of the text itself (but for a short list of words without meaning of their own), so that what was
learnt from some documents holds for others: features tell forms, positions, neighbours and hints of ``lexicon``.
"""

from collections.abc import Sequence
from functools import lru_cache

from documents.lines import Line, Zone
from forums.importing.addressees import is_dative_phrase, is_english_body, names_body
from forums.importing.datelines import split_dateline
from forums.importing.lexicon import ANYWHERE, CLOSED, ENGLISH_ACTIONS, ENGLISH_CLOSED, HINTS, is_event
from forums.importing.segmentation import Segment
from forums.importing.text import is_caps, without_quotes
from forums.importing.verbs import NOTING, asks, find_turn
from russian.dates import DATED, find_dates
from russian.lemmas import can_be_dative, is_infinitive, lemma, parses
from russian.tokens import WORD

WORDS_SEEN = 40
"""Longer segments are judged by their beginning and end."""
CASES = {"nomn": "n", "gent": "g", "datv": "d", "accs": "a", "ablt": "i", "loct": "p"}
STEPS = (0, 1, 2, 3, 4, 6, 8, 12, 20, 35, 60)
SHARED = ("end", "first", "mark", "chain", "cut", "w1", "size", "turn", "date", "dative", "caps", "inf", "cap")
"""What is told of the neighbours, too."""


def features(found: Sequence[Segment]) -> list[list[str]]:
    """Return the features of each of *found*, segments of one document in order."""
    own = [_Own(segment) for segment in found]
    context = _Context(found, own)
    return [_all(found, own, context, index) for index in range(len(found))]


def bucket(number: int) -> int:
    """Return the greatest of a few steps that *number* reaches."""
    return max(step for step in STEPS if step <= max(number, 0))


@lru_cache(maxsize=50_000)
def word_class(word: str) -> str:
    """Return the form of *word*: part of speech and what tells of its use, or the word itself where it is closed."""
    lower = word.lower()
    if lower.isascii():
        if lower.isdigit():
            return "digits"
        return _english_class(word, lower)
    if word.isupper() and 2 <= len(word) <= 6 and lower not in CLOSED and not parses(lower):
        return "abbr"
    if lemma(lower) in CLOSED:
        return f"={lemma(lower)}"
    found = parses(lower)
    if not found:
        return "?"
    tag = found[0].tag
    part = str(tag.POS or "?")
    if part == "INFN":
        return f"INFN.{tag.aspect}"
    if part == "VERB":
        itself = "+ся" if lower.endswith(("ся", "сь")) else ""
        return f"VERB.{tag.tense}.{tag.person}.{tag.number}{itself}"
    if part in ("NOUN", "ADJF", "PRTF", "NPRO"):
        dative = "+d" if can_be_dative(lower) else ""
        return f"{part}.{CASES.get(str(tag.case), '?')}{dative}"
    return part


def _english_class(word: str, lower: str) -> str:
    if lower in ENGLISH_CLOSED:
        return f"={lower}"
    if lower in ENGLISH_ACTIONS:
        return "en.act"
    if lower.endswith("ing"):
        return "en.ing"
    if lower.endswith("ed"):
        return "en.ed"
    if lower.endswith("s") and lower[:-1] in ENGLISH_ACTIONS | {lower[:-2]}:
        return "en.acts"
    return "en.Cap" if word[:1].isupper() else "en.word"


class _Own:
    """What a segment tells by itself."""

    __slots__ = ("date", "dative", "names", "text", "turn", "values", "words")

    def __init__(self, segment: Segment) -> None:
        text = segment.text
        self.text = text
        plain = without_quotes(text[:600])
        self.words = WORD.findall(plain)[:WORDS_SEEN]
        lower = self.words[:12]
        self.turn = find_turn(text[:800])
        self.dative = len(self.words) < 30 and is_dative_phrase(text)
        self.date = len(text) < 300 and bool(DATED.search(text)) and bool(find_dates(text))
        infinitive = next((place for place, word in enumerate(self.words) if is_infinitive(word)), -1)
        finite = next((place for place, word in enumerate(self.words) if asks(word)), -1)
        mark = segment.mark
        classes = [word_class(word) for word in self.words[:4]]
        self.values = {
            "end": _end(text),
            "first": _first(text),
            "mark": "none" if mark is None else "bullet" if mark.is_bullet else mark.style,
            "chain": segment.chain,
            "cut": segment.cut,
            "w1": classes[0] if classes else "",
            "size": str(bucket(len(text.split()))),
            "turn": str(self.turn.verb) if self.turn else "",
            "date": "1" if self.date else "",
            "dative": "1" if self.dative else "",
            "caps": "1" if is_caps(text) else "",
            "inf": "" if infinitive < 0 else str(bucket(infinitive)),
            "cap": "1" if text[:1].isupper() else "",
        }
        values = self.values
        self.names = [f"{name}={value}" for name, value in values.items() if value]
        self.names += [f"w{place}={name}" for place, name in enumerate(classes, 1) if place > 1]
        if len(classes) > 1:
            self.names.append(f"w12={classes[0]}|{classes[1]}")
        if self.words:
            self.names.append(f"wz={word_class(self.words[-1])}")
        if finite >= 0:
            self.names += [f"fin={bucket(finite)}", f"fin:{word_class(self.words[finite])}"]
        self.names += [f"event={bucket(place)}" for place, word in enumerate(lower) if is_event(word)][:1]
        self.names += [
            f"hint:{name}"
            for name, pattern in HINTS.items()
            if (pattern.search(text[:300]) if name in ANYWHERE else pattern.match(text))
        ]
        self._style(segment)
        if self.turn:
            self.names.append(
                "turn@0" if self.turn.start == 0 else "turn@end" if len(text) - self.turn.end < 3 else "turn@in"
            )
        if NOTING.search(plain[:200]):
            self.names.append("noting")
        if len(self.words) <= 16:
            if names_body(text):
                self.names.append("body")
            if is_english_body(text):
                self.names.append("body.en")
        if self.date and split_dateline(text):
            self.names.append("dateline")
        if text[:1] in '«"“' and text.rstrip(".")[-1:] in '»"”':
            self.names.append("quoted")
        if not any(map(str.isalpha, text)):
            self.names.append("wordless")
        self.names.append(f"mark&w1={values['mark']}|{values['w1']}")
        self.names.append(f"end&first={values['end']}|{values['first']}")
        self.names.append(f"cut&first={values['cut']}|{values['first']}")
        self.names.append(f"cut&w1={values['cut']}|{values['w1']}")
        self.names.append(f"size&end={values['size']}|{values['end']}")

    def _style(self, segment: Segment) -> None:
        line = segment.line
        for name in ("bold", "centred", "right", "in_table", "to_whom", "column_heading", "in_item"):
            if getattr(line, name):
                self.names.append(name)
        if line.zone is not Zone.BODY:
            self.names.append(f"zone={line.zone}")
        if segment.listed:
            self.names.append(f"listed={min(line.level or 0, 3)}")
        if segment.begins_line:
            self.names.append(f"line:{'gap' if line.gap else 'tight'}{'+wrapped' if line.wrapped else ''}")
            if line.indent:
                self.names.append("indent")
        if segment.mark and segment.mark.depth > 1:
            self.names.append("deep")


class _Context:
    """What the document around a segment tells, gathered in one pass over it."""

    def __init__(self, found: Sequence[Segment], own: Sequence[_Own]) -> None:
        self.sentences: dict[tuple[int, int], list[str]] = {}
        self.groups: dict[int, list[str]] = {}
        self.first_turn = self.first_list = self.last_list = -1
        self.chained = 0
        self.bulleted = 0
        self.counted, self.open = (-1, 0), {"quotes": 0, "brackets": 0}
        self.widest = max((segment.line.end for segment in found), default=0.0)
        self.unit = _unit(found)
        for index, (segment, told) in enumerate(zip(found, own, strict=True)):
            if self.first_turn < 0 and told.turn and ":" in segment.sentence_text:
                self.first_turn = index
            if segment.mark and (segment.mark.is_bullet or segment.chain != "lone"):
                self.first_list = index if self.first_list < 0 else self.first_list
                self.last_list = index
            self.chained += segment.chain in ("first", "next", "last")
            self.bulleted += bool(segment.mark and segment.mark.is_bullet)

    def inside(self, segment: Segment) -> list[str]:
        """Return which signs stand open where *segment* begins; segments come in order, so each letter is seen once."""
        group, start = segment.group.index, segment.start
        if group != self.counted[0]:
            self.counted, self.open = (group, 0), {"quotes": 0, "brackets": 0}
        piece = segment.group.text[self.counted[1] : start]
        self.counted = (group, start)
        self.open["quotes"] += piece.count("«") - piece.count("»")
        self.open["brackets"] += piece.count("(") - piece.count(")")
        return [f"in:{name}" for name, count in self.open.items() if count > 0]

    def sentence(self, segment: Segment) -> list[str]:
        """Return what the sentence around *segment* tells; looked at once a sentence."""
        key = (segment.group.index, segment.sentence[0])
        if key not in self.sentences:
            text = segment.sentence_text[:1500]
            turn = find_turn(text)
            self.sentences[key] = [
                f"s:end={_end(text)}",
                f"s:turn={turn.verb if turn else ''}",
                f"s:turn:colon={bool(turn and ':' in text[turn.end :])}",
                f"s:colon={'end' if text.endswith(':') else ':' in text}",
            ]
        return self.sentences[key]

    def group(self, segment: Segment) -> list[str]:
        """Return what the paragraph around *segment* tells."""
        index = segment.group.index
        if index not in self.groups:
            text = segment.group.text
            head = WORD.findall(text[:80])[:1]
            self.groups[index] = [
                f"g:end={_end(text)}",
                f"g:size={bucket(len(text) // 12)}",
                f"g:lines={min(len(segment.group.lines), 3)}",
                f"g:w1={word_class(head[0]) if head else ''}",
            ]
        return self.groups[index]


def _all(found: Sequence[Segment], own: Sequence[_Own], context: _Context, index: int) -> list[str]:
    segment, told = found[index], own[index]
    names = ["bias", *told.names]
    for step, name in ((-1, "p"), (1, "n"), (-2, "pp"), (2, "nn")):
        place = index + step
        if not 0 <= place < len(found):
            names.append(f"{name}:none")
            continue
        values = own[place].values
        shared = SHARED if abs(step) == 1 else SHARED[:4]
        names += [f"{name}:{key}={values[key]}" for key in shared if values[key]]
        if abs(step) == 1:
            names += [f"{name}:{hint}" for hint in own[place].names if hint in NEIGHBOUR_HINTS]
    if index:
        above = own[index - 1].values
        names.append(f"pend&first={above['end']}|{told.values['first']}|{segment.cut}")
        names.append(f"pend&w1={above['end']}|{told.values['w1']}")
        names.append(f"pmark&mark={above['mark']}|{told.values['mark']}")
        text = own[index - 1].text
        if text.count("«") > text.count("»") or text.count('"') % 2:
            names.append("p:quote open")
        if text.count("(") > text.count(")"):
            names.append("p:bracket open")
    names += context.sentence(segment)
    names += context.group(segment)
    names += _place(found, context, index)
    return names


NEIGHBOUR_HINTS = {
    "dateline",
    "bold",
    "centred",
    "quoted",
    "body",
    "hint:form",
    "hint:signs",
    "hint:initials",
    "noting",
    "event=0",
}


def _place(found: Sequence[Segment], context: _Context, index: int) -> list[str]:
    segment = found[index]
    group = segment.group
    mark = segment.mark.style if segment.mark else "none"
    lists = f"{'c' if context.chained > 1 else ''}{'b' if context.bulleted > 1 else ''}"
    listing = f"{_where(index, context.first_list)}/{_where(index, context.last_list)}"
    names = [
        f"from={bucket(index)}",
        f"till={bucket(len(found) - 1 - index)}",
        f"turned={_where(index, context.first_turn)}",
        f"listing={listing}",
        f"lists={lists}",
        f"lists&mark={lists}|{mark}",
        f"listing&mark={listing}|{mark}",
    ]
    if segment.begins_line and index:
        names += _room(found[index - 1], segment, context)
    if segment.start > segment.sentence[0]:
        head = group.text[max(segment.sentence[0], segment.start - 400) : segment.start]
        names.append("s:inside")
        names.append(f"s:after={_end(head.rstrip())}")
        if ":" in head:
            names.append("s:after:colon")
    elif segment.start:
        names.append("g:inside")
    names += context.inside(segment)
    return names


def _unit(found: Sequence[Segment]) -> float:
    """Return the usual width of a character, in the units of the lines' edges."""
    lines = [segment.line for segment in found[:200] if segment.line.end and len(segment.line.text) > 10]
    widths = sorted((line.end - line.start) / len(line.text) for line in lines)
    return widths[len(widths) // 2] if widths else 0.0


def _room(above: Segment, segment: Segment, context: _Context) -> list[str]:
    """Tell whether the first word of a line would have found room on the line above."""
    line, last = segment.line, _last_line(above)
    if not line.end or not context.unit:
        return ["room:unknown"]
    left = (context.widest - last.end) / context.unit
    word = len(line.text.split(" ", 1)[0]) + 1
    shift = (line.start - last.start) / context.unit
    room = "no" if left < word else "some" if left < word + 12 else "much"
    return [f"room:{room}", f"room:{room}|{_first(segment.text)}|{_end(above.text)}",
            f"shift={'in' if shift > 1.5 else 'out' if shift < -1.5 else 'same'}",
            f"width={bucket(int(context.widest / context.unit) // 10)}"]  # fmt: skip


def _last_line(segment: Segment) -> Line:
    """Return the line on which *segment* ends."""
    last = segment.line
    for place, line in segment.group.lines:
        if place >= segment.end:
            break
        last = line
    return last


def _where(index: int, place: int) -> str:
    return "none" if place < 0 else "before" if index < place else "at" if index == place else "after"


def _end(text: str) -> str:
    sign = text[-1:]
    if sign.isalpha():
        return "a"
    if sign.isdigit():
        return "0"
    return sign if sign in ".,;:!?…)»" else "-" if sign in "–—-" else "»" if sign in '"”' else "~"


def _first(text: str) -> str:
    sign = text[:1]
    if sign.isalpha():
        script = "en" if sign.isascii() else "ru"
        return script + ("A" if sign.isupper() else "a")
    if sign.isdigit():
        return "0"
    return "«" if sign in '«"“„' else sign if sign in "(№_/|[" else "~"
