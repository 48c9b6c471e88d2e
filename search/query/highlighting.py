"""Marking what was found, in the stored text: HTML, escaped. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from russian.roots import root
from russian.tokens import spans
from search.analysis import Token, readings_of, whole_key
from search.query.plan import Clause

FRAGMENT = 260
_SCANNED = 60_000
_ELLIPSIS = "…"
SEPARATOR = " · "


@dataclass(frozen=True)
class Marker:
    """Knows which words of a text answer a query."""

    keys: frozenset[str]
    roots: frozenset[str]

    @classmethod
    def of(cls, clauses: Iterable[Clause]) -> "Marker":
        listed = list(clauses)
        chosen = [clause for clause in listed if not clause.is_function] or listed
        keys: set[str] = set()
        roots: set[str] = set()
        for clause in chosen:
            keys.update(clause.respelled, *clause.synonyms)
            roots.update(root(synonym[0]) for synonym in clause.synonyms if len(synonym) == 1)
            for term in clause.terms:
                keys.update(term.keys, term.alternatives)
                roots.update(term.roots)
        return cls(frozenset(keys), frozenset(roots))

    def wants(self, word: str) -> bool:
        """Whether a word, as spelled in a cleaned text, is one that was asked for, in whatever form."""
        readings = readings_of(word)
        return whole_key(readings) in self.keys or any(
            reading.key in self.keys or not self.roots.isdisjoint(reading.roots) for reading in readings
        )

    def title(self, text: str) -> SafeString:
        """The whole of ``text`` with what was found in <mark>."""
        return _marked(text, 0, len(text), self._found(text))

    def fragment(self, text: str) -> SafeString:
        """The piece of ``text`` that has most of what was found; its beginning if it has nothing."""
        found = self._found(text[:_SCANNED])
        start, end = _window(text, found)
        inside = [token for token in found if token.start >= start and token.end <= end]
        before, after = (_ELLIPSIS if start else ""), (_ELLIPSIS if end < len(text) else "")
        return mark_safe(before + apart(_marked(text, start, end, inside)) + after)

    def _found(self, text: str) -> list[Token]:
        known: dict[str, bool] = {}
        found = []
        for start, end, word in spans(text):
            if word not in known:
                known[word] = self.wants(word)
            if known[word]:
                found.append(Token(start, end, word, readings_of(word)))
        return found


def apart(text: str) -> str:
    """Fields of a page, which stand on lines of their own in the index, told apart in one line."""
    return SEPARATOR.join(line.strip() for line in text.splitlines() if line.strip())


def _marked(text: str, start: int, end: int, tokens: Iterable[Token]) -> SafeString:
    pieces, position = [], start
    for token in tokens:
        pieces += [escape(text[position : token.start]), "<mark>", escape(text[token.start : token.end]), "</mark>"]
        position = token.end
    return mark_safe("".join([*pieces, escape(text[position:end])]))


def _window(text: str, found: list[Token]) -> tuple[int, int]:
    """Start and end of the fragment: at word boundaries, with the most different words found."""
    if len(text) <= FRAGMENT:
        return 0, len(text)
    best_start, best_worth = 0, -1
    for index, token in enumerate(found):
        inside = [other for other in found[index : index + 12] if other.end <= token.start + FRAGMENT - 40]
        worth = len({other.readings[0].key for other in inside}) * 10 + len(inside)
        if worth > best_worth:
            best_start, best_worth = token.start, worth
    start = _sentence_start(text, best_start)
    end = min(len(text), start + FRAGMENT)
    while end < len(text) and end > start + 1 and not text[end].isspace():
        end -= 1
    return start, end


def _sentence_start(text: str, position: int) -> int:
    """Where the sentence begins if that is near, else a word some forty characters earlier."""
    earliest = max(0, position - 90)
    for sign in (". ", "! ", "? ", "\n", "; "):
        found = text.rfind(sign, earliest, position)
        if found != -1:
            return found + len(sign)
    if earliest == 0:
        return 0
    space = text.find(" ", position - 40, position)
    return space + 1 if space != -1 else position
