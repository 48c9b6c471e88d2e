"""The root of a word, roughly: what the words of one nest have in common. Pure functions, no dictionary."""

import re
from functools import lru_cache


def listed(words: str) -> frozenset[str]:
    """A set of words written in a row."""
    return frozenset(words.split())


_MIN_ROOT = 4
#: Endings by which Russian makes a word of another; what is left of a stem without them names its nest.
_SUFFIXES = listed(
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


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """The coarse key of a lemma or stem: endings by which words are made of words are peeled off.

    At least four letters are left, three after the commonest suffixes; shorter words stay whole.
    """
    stem = _peeled(word, _ENDINGS, _MIN_ROOT - 1)
    for suffix in _AFTER_ABBREVIATION:
        if stem.endswith(suffix) and len(stem) - len(suffix) == _MIN_ROOT - 1:
            return stem.removesuffix(suffix)
    while ending := _peelable(stem):
        stem = stem[: -len(ending)].rstrip("ьй")
    stem = _peeled(stem, _AFTER_SHORT, _MIN_ROOT - 1)
    return stem[:-1] + stem[-1:].translate(_ALTERNATIONS) if len(stem) >= _MIN_ROOT else stem


def _peeled(word: str, ending: re.Pattern[str], least: int) -> str:
    stem = ending.sub("", word)
    return stem if len(stem) >= least else word


def _peelable(stem: str) -> str | None:
    """The longest suffix that the stem ends with and can do without."""
    for length in range(min(_LONGEST, len(stem) - _MIN_ROOT), 0, -1):
        if stem[-length:] in _SUFFIXES:
            return stem[-length:]
    return None
