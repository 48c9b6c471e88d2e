"""A text as the set of its words' nests: «вакансия» and «вакансий» are one, and so are «дорога» and «дорожный»."""

from collections.abc import Iterator

from russian.numerals import number_of
from russian.readings import read
from russian.roots import root
from russian.tokens import clean, parts, spans

_SHORTEST = 3


def nests(text: str) -> dict[str, list[str]]:
    """From each nest to the spellings in which the text has it, in the text's order; words that only tie are left out.

    A hyphenated word counts by its parts. Numbers and words of two letters are left out, too.
    """
    found: dict[str, list[str]] = {}
    for nest, spelling in _nests(clean(text)):
        spellings = found.setdefault(nest, [])
        if spelling not in spellings:
            spellings.append(spelling)
    return found


def nest(word: str) -> str:
    """The nest of one word."""
    return root(read(word).key)


def _nests(text: str) -> Iterator[tuple[str, str]]:
    for _start, _end, word in spans(text):
        for part in parts(word):
            reading = read(part)
            if reading.is_function or len(reading.key) < _SHORTEST or number_of(reading.key):
                continue
            yield root(reading.key), word
