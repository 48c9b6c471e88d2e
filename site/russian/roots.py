"""Stems and roots of single words, by rule: no dictionary.

A *stem* is a word without its inflection. A *root* is, roughly, what the words of one nest have in common.
"""

import re
import threading
from functools import lru_cache
from typing import Literal

import snowballstemmer

from russian.tokens import vocabulary

_MIN_ROOT = 4
#: Endings by which Russian makes a word of another; what is left of a stem without them names its nest.
_SUFFIXES = vocabulary(
    "тельств ательств ительств еств ств енств тельн ательн ительн ател ител тел ост ност ени ани яни ен ан ян енн "
    "анн аци яци иаци ац яц ировк иров ирова ова ева ыва ива изаци изирова ник ниц щик щиц чик чиц льщик ист изм "
    "истск ическ ческ ск еск овск ивн овн ов ев ин ын овит лив чив альн ельн ильн ичн очн ьн н к ок ек ик очк ечк "
    "еньк оньк ушк смен ир в а и е"
)
_LONGEST = max(map(len, _SUFFIXES))
#: Endings that may leave three letters: words made of abbreviations, «тосовец» of «ТОС».
_AFTER_ABBREVIATION = ("овск", "овец", "овц")
#: What inflection leaves at the end of a dictionary form.
_ENDINGS = re.compile(r"(?:ться|тись|ть|ти|чь|ый|ий|ой|ая|яя|ое|ее|ые|ие|ия|ье|ья|[аяоеиыуюьй])$")
#: Consonants that alternate at the end of a root: дорог-/дорож-, освет-/освещ-.
_ALTERNATIONS = str.maketrans("гдзкцтщхс", "жжжччччшш")
#: Short words, too, make adjectives and small things: лыжа/лыжный, сад/садик.
_AFTER_SHORT = re.compile(r"(?<=[^аеиоуыэюя])н$|(?:ов|ик|ок)$")


class _Stemmers(threading.local):
    """Stemmers keep the word they are at, so that every thread needs its own."""

    def __init__(self) -> None:
        self.of = {language: snowballstemmer.stemmer(language).stemWord for language in ("russian", "english")}


_stemmers = _Stemmers()


def stem(word: str, language: Literal["russian", "english"]) -> str:
    """The Snowball stem of a word in lower case; the word itself where nothing would be left."""
    return _stemmers.of[language](word) or word


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """The coarse key of a lemma or stem: endings by which words are made of words are peeled off.

    At least four letters are left, three after the commonest suffixes; shorter words stay whole.
    """
    rest = _peeled(word, _ENDINGS, _MIN_ROOT - 1)
    for suffix in _AFTER_ABBREVIATION:
        if rest.endswith(suffix) and len(rest) - len(suffix) == _MIN_ROOT - 1:
            return rest.removesuffix(suffix)
    while ending := _peelable(rest):
        rest = rest[: -len(ending)].rstrip("ьй")
    rest = _peeled(rest, _AFTER_SHORT, _MIN_ROOT - 1)
    return rest[:-1] + rest[-1:].translate(_ALTERNATIONS) if len(rest) >= _MIN_ROOT else rest


def _peeled(word: str, ending: re.Pattern[str], least: int) -> str:
    rest = ending.sub("", word)
    return rest if len(rest) >= least else word


def _peelable(word: str) -> str | None:
    """The longest suffix that the word ends with and can do without."""
    for length in range(min(_LONGEST, len(word) - _MIN_ROOT), 0, -1):
        if word[-length:] in _SUFFIXES:
            return word[-length:]
    return None
