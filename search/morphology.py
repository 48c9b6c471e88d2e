"""Dictionary forms and roots of single words, remembered.

Russian words known to the dictionary get their lemma, unknown ones a Snowball stem, Latin ones an English stem.
A *root* is a coarser key shared by words of one nest: «благоустроить» and «благоустройство», «тосовец» and «ТОС».
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import pymorphy3
import snowballstemmer

from .tokens import cyrillic_twin, is_cyrillic, mend


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Parts of speech that tie a phrase together and say little of what it is about.
_FUNCTION_TAGS = {"PREP", "CONJ", "PRCL", "NPRO", "INTJ"}
#: Words that ask, or carry the question, whatever their part of speech.
_QUESTION_WORDS = _listed(
    "какой который кто что чей сколько где когда куда откуда почему зачем как каков каковой отчего насколько "
    "этот тот такой весь свой быть являться мочь также"
)
_ENGLISH_FUNCTION_WORDS = _listed(
    "a an and are as at be been by can did do does for from had has have how in is it its of on or that the their "
    "there these this those to was were what when where which who whom whose why will with"
)
_ABBREVIATION = re.compile(r"([А-ЯЁ]{2,})([а-яё]{1,3})")
_MIN_SHARE = 0.04  # of a reading's probability, below which it is noise
_LEMMA_LENGTHS = range(2, 40)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word part becomes: its key, the keys of its other readings, the roots of them all."""

    key: str
    others: tuple[str, ...]
    roots: tuple[str, ...]
    is_function: bool


@cache
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


@cache
def _stemmer(language: str):
    return snowballstemmer.stemmer(language)


@lru_cache(maxsize=400_000)
def read(part: str) -> Reading:
    """The reading of one word part (no hyphens), in any case, spelled as in the text."""
    part = mend(part)
    if not is_cyrillic(part):
        return _read_latin(part)
    abbreviation = _ABBREVIATION.fullmatch(part)
    if abbreviation and part != part.upper():
        stem = abbreviation.group(1).lower().replace("ё", "е")
        return Reading(stem, (), (root(stem),), is_function=False)
    return _read_cyrillic(part.lower().replace("ё", "е"), shouted=len(part) > 1 and part.isupper())


def _read_latin(part: str) -> Reading:
    word = part.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    key = _stemmer("english").stemWord(word) if word.isascii() and word.isalpha() else word
    twin = cyrillic_twin(part)
    roots = (root(twin.lower()),) if twin else ()
    return Reading(key, (), roots, is_function=word in _ENGLISH_FUNCTION_WORDS)


def _read_cyrillic(word: str, shouted: bool) -> Reading:
    word = word.replace("’", "").replace("'", "")
    if any(character.isdigit() for character in word) or len(word) not in _LEMMA_LENGTHS:
        return Reading(word[:60], (), (), is_function=len(word) == 1 and not word.isdigit())
    lemmas = _lemmas(word)
    if not lemmas:
        stem = _stemmer("russian").stemWord(word) or word
        return Reading(stem, (), (root(stem),), is_function=False)
    key, tag = lemmas[0]
    others = tuple(dict.fromkeys(lemma for lemma, _tag in lemmas[1:] if lemma != key))
    function = not shouted and (tag in _FUNCTION_TAGS or key in _QUESTION_WORDS)
    # An abbreviation in capitals may coincide with a preposition: «СО НКО» is not «с».
    if shouted and tag in _FUNCTION_TAGS:
        key, others = word, (key, *others)
    roots = () if function else tuple(dict.fromkeys(root(lemma) for lemma in (key, *others)))
    return Reading(key, others, roots, function)


def _lemmas(word: str) -> list[tuple[str, str]]:
    """Lemmas of a dictionary word with their part of speech, likeliest first; empty for unknown words."""
    morph = _morph()
    dictionary = morph.dictionary
    found: dict[str, str] = {}
    for spelling, places in dictionary.words.similar_items(word, morph.char_substitutes):
        for paradigm, index in places:
            lemma = dictionary.build_normal_form(paradigm, index, spelling).replace("ё", "е")
            if lemma not in found:
                found[lemma] = str(dictionary.build_tag_info(paradigm, index).POS)
    if len(found) < 2:
        return list(found.items())
    shares: dict[str, float] = {}
    tags: dict[str, str] = {}
    for parse in morph.parse(word):
        lemma = parse.normal_form.replace("ё", "е")
        shares[lemma] = shares.get(lemma, 0) + parse.score
        tags.setdefault(lemma, str(parse.tag.POS))
    ranked = sorted(shares, key=lambda lemma: -shares[lemma])
    return [(lemma, tags[lemma]) for lemma in ranked if lemma == ranked[0] or shares[lemma] >= _MIN_SHARE]


# --- roots ------------------------------------------------------------------------------------------------

_MIN_ROOT = 4
#: Endings by which Russian makes a word of another; what is left of a stem without them names its nest.
_SUFFIXES = sorted(
    _listed(
        "тельств ательств ительств еств ств енств тельн ательн ительн ател ител тел ост ност ени ани яни ен ан ян енн "
        "анн аци яци иаци ац яц ировк иров ирова ова ева ыва ива изаци изирова ник ниц щик щиц чик чиц льщик ист изм "
        "истск ическ ческ ск овск ивн овн ов ев ин ын овит лив чив альн ельн ильн ичн очн ьн н к ок ек ик очк ечк еньк "
        "оньк ушк смен в ь й а е и о у ы ю я"
    ),
    key=len,
    reverse=True,
)
#: Endings that may leave three letters: words made of abbreviations, «тосовец» of «ТОС».
_AFTER_ABBREVIATION = ("овск", "овец", "овц")
#: Consonants that alternate at the end of a root: дорог-/дорож-, освет-/освещ-.
_ALTERNATIONS = str.maketrans("гдзкцтщхс", "жжжччччшш")


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """The coarse key of a lemma or stem: endings by which words are made of words are peeled off.

    At least four letters are left (three of an abbreviation's derivatives; shorter words stay whole).
    """
    stem = _stemmer("russian").stemWord(word) if len(word) > _MIN_ROOT else word
    for suffix in _AFTER_ABBREVIATION:
        if stem.endswith(suffix) and len(stem) - len(suffix) == _MIN_ROOT - 1:
            return stem.removesuffix(suffix)
    while suffix := _peelable(stem):
        stem = stem[: -len(suffix)]
    return stem[:-1] + stem[-1:].translate(_ALTERNATIONS) if len(stem) >= _MIN_ROOT else stem


def _peelable(stem: str) -> str | None:
    return next((s for s in _SUFFIXES if stem.endswith(s) and len(stem) - len(s) >= _MIN_ROOT), None)
