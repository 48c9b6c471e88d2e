"""One analysis for every engine: text becomes keys, which engines store, match and rank without changing them.

Keys hold only letters and digits in lower case. A hyphenated word gives the keys of its parts where it stands, and one
key for the whole after the text, so that phrases stay unbroken.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from russian.readings import Reading, read
from russian.tokens import folded, mend, parts, spans, words

#: Words of one text that are indexed; a book attached to a page need not be found by its last chapter.
MAX_WORDS = 10_000
#: Roots and spellings are told from keys by a letter that no Russian word begins with.
ROOT_MARK, WORD_MARK = "ъ", "ь"
_MAX_KEY = 60


@dataclass(frozen=True, slots=True)
class Token:
    """A word where it stands in a text, with its readings: one, or one a part of a hyphenated word."""

    start: int
    end: int
    word: str
    readings: tuple[Reading, ...]

    @property
    def whole(self) -> str:
        """The key of a hyphenated word as a whole; empty for plain words."""
        return whole_key(self.readings)


@dataclass(frozen=True, slots=True)
class IndexKeys:
    """What engines store of one text: keys in order (wholes of hyphenated words last), roots, words as spelled."""

    keys: str
    length: int
    roots: str
    words: str
    spellings: frozenset[str]


def whole_key(readings: Iterable[Reading]) -> str:
    found = tuple(readings)
    return "".join(reading.key for reading in found)[:_MAX_KEY] if len(found) > 1 else ""


@lru_cache(maxsize=300_000)
def readings_of(word: str) -> tuple[Reading, ...]:
    """Readings of a word as spelled in a cleaned text."""
    return (read(word),) if word.isalpha() else tuple(read(part) for part in parts(word) if part)


def tokenize(text: str) -> Iterator[Token]:
    """Words of a *cleaned* text with positions, for queries and highlights."""
    for start, end, word in spans(text):
        yield Token(start, end, word, readings_of(word))


class _Prepared(NamedTuple):
    """What the index takes of a word: a tuple of texts, of which the collector lets go at once."""

    keys: str
    whole: str
    roots: str
    spelling: str


@lru_cache(maxsize=300_000)
def _prepared(word: str) -> _Prepared:
    readings = readings_of(word)
    if len(readings) == 1:
        only = readings[0]
        return _Prepared(only.key[:_MAX_KEY], "", " ".join([ROOT_MARK + root for root in only.roots]), spelled(word))
    return _Prepared(
        keys=" ".join(reading.key[:_MAX_KEY] for reading in readings),
        whole=whole_key(readings),
        roots=" ".join(ROOT_MARK + root for reading in readings for root in reading.roots),
        spelling=spelled(word),
    )


def spelled(word: str) -> str:
    """A word's spelling as prefixes and corrections see it: lower case, е for ё, no look-alikes, no hyphens."""
    plain = folded(mend(word))
    return (plain if plain.isalnum() else plain.translate(_DROP))[:_MAX_KEY]


_DROP = str.maketrans("", "", "-‐‑’'")


def index_keys(text: str) -> IndexKeys:
    """Everything the index stores of a *cleaned* text."""
    prepared = [_prepared(word) for word in words(text)[:MAX_WORDS]]
    wholes = [one.whole for one in prepared if one.whole]
    spellings = [one.spelling for one in prepared]
    return IndexKeys(
        keys=" ".join([one.keys for one in prepared] + wholes),
        length=len(prepared),
        roots=" ".join([one.roots for one in prepared if one.roots]),
        words=" ".join([WORD_MARK + spelling for spelling in spellings]),
        spellings=frozenset(spellings),
    )
