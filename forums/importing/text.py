"""Sentences and quotations of a text."""

import re
from dataclasses import dataclass

from russian.lemmas import is_infinitive
from russian.tokens import WORD

ABBREVIATION = re.compile(
    r"(?:^|[\s(«\".])(?:[а-яёa-z]{1,4}|[A-ZА-ЯЁ]|[а-я]\.\s?[а-я]|руб|млн|тыс|обл|Mr|Mrs|Dr|No)\.$"
)
SENTENCE_END = re.compile(r"[.!?…][»\"”)]?\s+(?=[«\"“(]?[A-ZА-ЯЁ])")
QUOTE_SIGN = re.compile('[«„“»”"]')
OPENING, CLOSING = "«„“", "»”"
"""«…», „…”, “…”; „…“ closes with the sign that opens English quotations."""


def is_caps(text: str) -> bool:
    """Tell whether *text* is set in capital letters (at least three of them)."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 2 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def sentences(text: str) -> list[str]:
    """Cut *text* into sentences; an abbreviation's full stop («г. Озёрск») ends none."""
    parts, start = [], 0
    for match in SENTENCE_END.finditer(text):
        if ABBREVIATION.search(text[start : match.start() + 1][-12:]):
            continue
        parts.append(text[start : match.end()].strip())
        start = match.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return where quotations begin and end, in one pass; the outermost counts, and one left open holds none."""
    spans: list[tuple[int, int]] = []
    depth = start = closed = 0
    plain = -1
    for match in QUOTE_SIGN.finditer(text):
        place, sign = match.start(), match.group()
        if sign in OPENING:
            start, closed = (start, closed) if depth else (place, 0)
            depth += 1
        elif sign in CLOSING and depth:
            depth, closed = depth - 1, place + 1
            if not depth:
                spans.append((start, closed))
        elif sign == '"' and not depth:
            if plain >= 0:
                spans.append((plain, place + 1))
            plain = -1 if plain >= 0 else place
    if depth and closed:
        spans.append((start, closed))
    return spans


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands in quotation marks, with them."""

    text: str
    place: int

    def group(self) -> str:
        return self.text

    def start(self) -> int:
        return self.place


def first_quotation(text: str, start: int = 0) -> Quotation | None:
    """Return the first quotation that begins at *start* or behind it."""
    span = next((span for span in quoted_spans(text) if span[0] >= start), None)
    return Quotation(text[span[0] : span[1]], span[0]) if span else None


def without_quotes(text: str) -> str:
    """Return *text* with what stands in quotation marks blanked out, every other character in its place."""
    pieces, last = [], 0
    for start, end in quoted_spans(text):
        if start >= last:
            pieces += [text[last:start], " " * (end - start)]
            last = end
    return "".join([*pieces, text[last:]])


def seams(text: str) -> list[int]:
    """Return where a sentence after the first begins that demands something by itself: it opens with an action."""
    places = []
    for match in SENTENCE_END.finditer(text):
        if ABBREVIATION.search(text[max(0, match.start() - 11) : match.start() + 1]):
            continue
        first = WORD.match(text, match.end())
        if first and is_infinitive(first.group()):
            places.append(match.end())
    return places
