"""The dictionary of Russian, held once a process: dictionary forms, parts of speech, cases, inflection.

What is asked again and again, word by word, is cached; :func:`dictionary_forms` is not, since search caches what it
makes of it.
"""

import re
import threading
from collections.abc import Iterable
from functools import cache, lru_cache

import pymorphy3
from pymorphy3.analyzer import Parse

from russian.tokens import folded, mend, words

_RUSSIAN = re.compile(r"[а-яё]+(?:[-‑][а-яё]+)*")
_RELEVANT = {"INFN", "VERB", "NOUN", "ADJF", "PRTF", "NPRO", "PREP", "CONJ", "ADVB", "datv", "Geox", "Name", "Surn"}
_INFINITIVE_ENDINGS = ("ть", "ти", "чь", "ться", "тись", "чься")
_ADJECTIVES = ("ADJF", "PRTF")
_MIN_SCORE = 0.02  # of one reading, below which it says nothing about the word
_MIN_SHARE = 0.04  # of all readings of one dictionary form together, below which it is noise

_making = threading.Lock()


@cache
def _made() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


def analyser() -> pymorphy3.MorphAnalyzer:
    """The dictionary (18 MB), loaded when it is first asked for; threads that ask at the same time get one."""
    with _making:
        return _made()


def dictionary_forms(word: str) -> list[tuple[str, str]]:
    """Dictionary forms of a :func:`~russian.tokens.folded` word with their part of speech, likeliest first.

    Empty for words that the dictionary does not know. Forms have е for ё. A word of one form is not put through the
    whole analysis, which takes ten times as long.
    """
    morph = analyser()
    dictionary = morph.dictionary
    found: dict[str, str] = {}
    for spelling, places in dictionary.words.similar_items(word, morph.char_substitutes):
        for paradigm, index in places:
            form = dictionary.build_normal_form(paradigm, index, spelling).replace("ё", "е")
            if form not in found:
                found[form] = str(dictionary.build_tag_info(paradigm, index).POS)
    return list(found.items()) if len(found) < 2 else _ranked(morph.parse(word))


def _ranked(readings: Iterable[Parse]) -> list[tuple[str, str]]:
    """Dictionary forms of *readings* with their part of speech, by what their readings come to together."""
    shares: dict[str, float] = {}
    tags: dict[str, str] = {}
    for parse in readings:
        form = parse.normal_form.replace("ё", "е")
        shares[form] = shares.get(form, 0) + parse.score
        tags.setdefault(form, str(parse.tag.POS))
    ranked = sorted(shares, key=lambda form: -shares[form])
    return [(form, tags[form]) for form in ranked if form == ranked[0] or shares[form] >= _MIN_SHARE]


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has *word*, in any case, with ё or е, with look-alike letters of the other alphabet."""
    return analyser().word_is_known(folded(mend(word)))


@lru_cache(maxsize=50_000)
def parses(word: str) -> list[Parse]:
    """All readings of a Russian word, likeliest first, guessed where the dictionary lacks it; none for other words."""
    lower = word.lower()
    return analyser().parse(lower) if _RUSSIAN.fullmatch(lower) else []


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The likeliest dictionary form of *word*, with е for ё, guessed where the dictionary lacks it.

    Unlike :func:`dictionary_forms` it heeds ё («признаёт» is of «признавать») and always has an answer: *word* itself,
    folded, where it is no Russian word.
    """
    found = parses(word)
    return _ranked(found)[0][0] if found else folded(word)


@lru_cache(maxsize=50_000)
def grammemes(word: str) -> frozenset[str]:
    """Everything that *word* can be over its likely readings: parts of speech, dative, kinds of names."""
    found: set[str] = set()
    for parse in parses(word):
        if parse.score >= _MIN_SCORE:
            found.update(map(str, parse.tag.grammemes))
    return frozenset(found & _RELEVANT)


@lru_cache(maxsize=50_000)
def can_be_dative(word: str) -> bool:
    """Whether any reading of *word*, however rare, is a dative («федерации», «полиции»)."""
    return any("datv" in parse.tag for parse in parses(word))


@lru_cache(maxsize=50_000)
def may_be_asked(word: str) -> bool:
    """Whether *word* can name whom somebody asks: a dative, or a person in the accusative («директоров»)."""
    return can_be_dative(word) or any({"accs", "anim"} <= set(parse.tag.grammemes) for parse in parses(word))


@lru_cache(maxsize=50_000)
def is_infinitive(word: str) -> bool:
    """Whether *word* is first of all an infinitive («создать», never «печать» or «мать»)."""
    lower = word.lower()
    if not lower.endswith(_INFINITIVE_ENDINGS):
        return False
    found = parses(lower)
    return bool(found) and "INFN" in found[0].tag


@lru_cache(maxsize=50_000)
def is_finite(word: str) -> bool:
    """Whether *word* is first of all a verb in a personal or past form."""
    found = parses(word)
    return bool(found) and "VERB" in found[0].tag and "impr" not in found[0].tag


def has_infinitive(text: str) -> bool:
    """Whether *text* has an infinitive."""
    return any(map(is_infinitive, words(text)))


def has_finite_verb(text: str) -> bool:
    """Whether *text* has a verb in a personal or past form."""
    return any(map(is_finite, words(text)))


@lru_cache(maxsize=50_000)
def in_nominative(word: str, gender: str | None, plural: bool) -> str:
    """*word* in the nominative, agreeing with *gender* (of pymorphy: masc, femn, neut) and number if an adjective."""
    wanted = {"nomn", "plur"} if plural else {"nomn", "sing"}
    for parse in parses(word):
        if parse.tag.POS in _ADJECTIVES and not plural and gender:
            inflected = parse.inflect(wanted | {gender})
        elif parse.tag.POS in (*_ADJECTIVES, "NOUN"):
            inflected = parse.inflect(wanted)
        else:
            continue
        if inflected:
            return inflected.word
    return word.lower()


@lru_cache(maxsize=1000)
def gender_and_number(noun: str) -> tuple[str | None, bool]:
    """The gender of *noun* (of pymorphy: masc, femn, neut) and whether it stands in the plural."""
    for parse in parses(noun):
        if parse.tag.POS == "NOUN":
            return parse.tag.gender, parse.tag.number == "plur"
    return None, False
