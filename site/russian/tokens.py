"""Cutting text into words. Pure functions, no dictionary."""

import re
import unicodedata
from collections.abc import Iterator

#: Signs that are not seen and must not part a word: soft hyphen, zero-width signs, marks of stress. Halves of a sign
#: are none at all, and no database takes them.
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u0300\u0301\u200e\u200f\x00\ud800-\udfff]")
WORD = re.compile(r"[^\W_]+(?:[-‐‑’'][^\W_]+)*")
_HYPHEN = re.compile(r"[-‐‑]")

_LATIN_TWINS, _CYRILLIC_TWINS = "aceopxyACEOPXYKMTHB", "асеорхуАСЕОРХУКМТНВ"
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")


def clean(text: str) -> str:
    """Composed letters, no unseen signs. Positions in the result are what tokens and highlights refer to."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def words(text: str) -> list[str]:
    """Words of a text as they are written, punctuation left out, hyphenated ones and those with an apostrophe whole."""
    return WORD.findall(text)


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and spelling of every word of a cleaned text."""
    for match in WORD.finditer(text):
        yield match.start(), match.end(), match.group()


def parts(word: str) -> list[str]:
    """The pieces of a hyphenated word; the word itself when it has no hyphen."""
    return _HYPHEN.split(word)


def vocabulary(text: str) -> frozenset[str]:
    """The words that a text lists, set apart by white space."""
    return frozenset(text.split())


def folded(word: str) -> str:
    """A word as dictionaries and comparisons take it: lower case, е for ё."""
    return word.lower().replace("ё", "е")


def is_cyrillic(word: str) -> bool:
    """Whether a word has at least one Cyrillic letter."""
    return _CYRILLIC.search(word) is not None


def mend(word: str) -> str:
    """Put letters of one alphabet into a word that mixes two by letters that look the same.

    «Cовет» with a Latin C becomes Cyrillic. A mixture that no alphabet can spell is left alone.
    """
    if not _LATIN.search(word) or not is_cyrillic(word):
        return word
    for table, foreign in ((_TO_CYRILLIC, _LATIN), (_TO_LATIN, _CYRILLIC)):
        mended = word.translate(table)
        if not foreign.search(mended):
            return mended
    return word


def cyrillic_twin(word: str) -> str | None:
    """The Cyrillic spelling of a Latin capital abbreviation made of look-alikes alone ("TOC"), if it is one."""
    if 2 <= len(word) <= 6 and word.isupper() and word.isascii():
        twin = word.translate(_TO_CYRILLIC)
        if not _LATIN.search(twin) and is_cyrillic(twin):
            return twin
    return None
