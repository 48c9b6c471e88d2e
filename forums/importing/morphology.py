"""The little Russian grammar the parser leans on, with every answer cached."""

import re
from functools import lru_cache

import pymorphy3

from forums.importing.text import words

RUSSIAN = re.compile(r"[а-яё]+(?:[-‑][а-яё]+)*")
RELEVANT = {"INFN", "VERB", "NOUN", "ADJF", "PRTF", "NPRO", "PREP", "CONJ", "ADVB", "datv", "Geox", "Name", "Surn"}


@lru_cache(maxsize=1)
def analyser() -> pymorphy3.MorphAnalyzer:
    """Return the dictionary, loaded once a process."""
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=50_000)
def parses(word: str) -> list:
    """Return the dictionary's readings of a Russian word, likeliest first; none for anything else."""
    lower = word.lower()
    return analyser().parse(lower) if RUSSIAN.fullmatch(lower) else []


@lru_cache(maxsize=50_000)
def grammemes(word: str) -> frozenset[str]:
    """Return everything *word* can be, over all of its likely readings."""
    found: set[str] = set()
    for parse in parses(word):
        if parse.score >= 0.02:
            found.update(map(str, parse.tag.grammemes))
    return frozenset(found & RELEVANT)


@lru_cache(maxsize=50_000)
def can_be_dative(word: str) -> bool:
    """Tell whether any reading of *word*, however rare, is a dative («федерации», «полиции»)."""
    return any("datv" in parse.tag for parse in parses(word))


@lru_cache(maxsize=50_000)
def may_be_asked(word: str) -> bool:
    """Tell whether *word* can name whom somebody asks: a dative, or a person in the accusative («директоров»)."""
    return can_be_dative(word) or any({"accs", "anim"} <= set(parse.tag.grammemes) for parse in parses(word))


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """Return the dictionary form of *word*, with е for ё."""
    found = parses(word)
    return (found[0].normal_form if found else word.lower()).replace("ё", "е")


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Tell whether the dictionary has *word*."""
    return bool(RUSSIAN.fullmatch(word.lower())) and analyser().word_is_known(word.lower())


@lru_cache(maxsize=50_000)
def is_infinitive(word: str) -> bool:
    """Tell whether *word* is first of all an infinitive («создать», never «печать» or «мать»)."""
    lower = word.lower()
    if not lower.endswith(("ть", "ти", "чь", "ться", "тись", "чься")):
        return False
    found = parses(lower)
    return bool(found) and "INFN" in found[0].tag


@lru_cache(maxsize=50_000)
def is_finite(word: str) -> bool:
    """Tell whether *word* is first of all a verb in a personal or past form."""
    found = parses(word)
    return bool(found) and "VERB" in found[0].tag and "impr" not in found[0].tag


def has_infinitive(text: str) -> bool:
    return any(map(is_infinitive, words(text)))


def has_finite_verb(text: str) -> bool:
    return any(map(is_finite, words(text)))


@lru_cache(maxsize=50_000)
def in_nominative(word: str, gender: str | None, plural: bool) -> str:
    """Return *word* in the nominative, agreeing with *gender* and number where it is an adjective."""
    wanted = {"nomn", "plur"} if plural else {"nomn", "sing"}
    for parse in parses(word):
        if parse.tag.POS in ("ADJF", "PRTF") and not plural and gender:
            inflected = parse.inflect(wanted | {gender})
        elif parse.tag.POS in ("ADJF", "PRTF", "NOUN"):
            inflected = parse.inflect(wanted)
        else:
            continue
        if inflected:
            return inflected.word
    return word.lower()


@lru_cache(maxsize=1000)
def gender_and_number(noun: str) -> tuple[str | None, bool]:
    """Return the gender of *noun* and whether it stands in the plural."""
    for parse in parses(noun):
        if parse.tag.POS == "NOUN":
            return parse.tag.gender, parse.tag.number == "plur"
    return None, False
