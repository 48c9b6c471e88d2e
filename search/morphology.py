"""Dictionary forms and roots of single words.

Russian words known to the dictionary get their lemma, unknown ones a Snowball stem, Latin ones an English stem.
A *root* is a coarser key shared by words of one nest: «благоустроить» and «благоустройство», «тосовец» and «ТОС».
"""

import re
import threading
from functools import cache
from typing import NamedTuple

import pymorphy3
import snowballstemmer

from .numerals import number_of
from .roots import listed, root
from .tokens import cyrillic_twin, is_cyrillic, mend

#: Parts of speech that tie a phrase together and say little of what it is about.
_FUNCTION_TAGS = {"PREP", "CONJ", "PRCL", "NPRO", "INTJ"}
_VERB_TAGS = {"VERB", "INFN", "PRTF", "PRTS", "GRND"}
#: Words that ask, or carry the question, whatever their part of speech.
_QUESTION_WORDS = listed(
    "какой который кто что чей сколько где когда куда откуда почему зачем как каков каковой отчего насколько "
    "этот тот такой весь свой быть являться мочь также"
)
_ENGLISH_FUNCTION_WORDS = listed(
    "a an and are as at be been by can did do does for from had has have how in is it its of on or that the their "
    "there these this those to was were what when where which who whom whose why will with"
)
_ABBREVIATION = re.compile(r"([А-ЯЁ]{2,})([а-яё]{1,3})")
#: First parts of compounds; the rest, if it is a word, lends its root: «капремонт» is a kind of «ремонт».
_COMBINING = listed(
    "авто агро аудио аэро био вело видео вибро водо гео гидро гос дет евро жил зоо инвест интернет кап кибер кино "
    "ком культ лесо мед мега медиа микро мини мото мульти нано обл онлайн орг парт пед подъ поли проф псевдо радио "
    "рай ре сан само светло соц спец спорт строй супер теле тепло тур физ фото хоз цифро эко экспресс электро энерго"
)
#: Roots of plurals that have nothing in common with the singular: «дети» is a form of «ребёнок» for the dictionary.
_SUPPLETIVE = {"ребенок": root("детский"), "человек": root("людской"), "год": root("летний")}
#: By these Russian makes one verb of another: «построить» answers «строить».
_VERB_PREFIXES = tuple("по на со с за вы про при у об о от пере под из ис раз рас воз вос до".split())  # noqa: SIM905
_MIN_VERB = 5
_MIN_SHARE = 0.04  # of a reading's probability, below which it is noise
_LEMMA_LENGTHS = range(2, 40)


class Reading(NamedTuple):
    """What a word part becomes: its key, the keys of its other readings, the roots of them all."""

    key: str
    others: tuple[str, ...]
    roots: tuple[str, ...]
    is_function: bool


@cache
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


class _Stemmers(threading.local):
    """Stemmers keep the word they are at, so that every thread needs its own."""

    def __init__(self) -> None:
        self.stem = {language: snowballstemmer.stemmer(language).stemWord for language in ("russian", "english")}


_stemmers = _Stemmers()


def read(part: str) -> Reading:
    """The reading of one word part (no hyphens), in any case, spelled as in the text."""
    part = mend(part)
    if not is_cyrillic(part):
        return _read_latin(part)
    abbreviation = None if part[1:].islower() else _ABBREVIATION.fullmatch(part)
    if abbreviation and part != part.upper():
        stem = abbreviation.group(1).lower().replace("ё", "е")
        return Reading(stem, (), (root(stem),), is_function=False)
    return _read_cyrillic(part.lower().replace("ё", "е"), shouted=len(part) > 1 and part.isupper())


def is_word(part: str) -> bool:
    """Whether the dictionary knows a Russian word, so that it is no misspelling even if nothing on the site has it."""
    return bool(_lemmas(mend(part).lower().replace("ё", "е")))


def _read_latin(part: str) -> Reading:
    word = part.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    if word.isdigit():
        return Reading(word[:60], (), (word[:60],), is_function=False)
    key = _stemmers.stem["english"](word) if word.isascii() and word.isalpha() else word
    twin = cyrillic_twin(part)
    roots = (root(twin.lower()),) if twin else ()
    if number := number_of(part):
        roots = (*roots, number)
    return Reading(key, (), roots, is_function=word in _ENGLISH_FUNCTION_WORDS)


def _read_cyrillic(word: str, shouted: bool) -> Reading:
    word = word.replace("’", "").replace("'", "")
    if len(word) not in _LEMMA_LENGTHS or (not word.isalpha() and any(map(str.isdigit, word))):
        return Reading(word[:60], (), (), is_function=len(word) == 1 and not word.isdigit())
    lemmas = _lemmas(word)
    if not lemmas:
        stem = _stemmers.stem["russian"](word) or word
        return Reading(stem, (), (root(stem), *_compound_roots(word)), is_function=False)
    key, tag = lemmas[0]
    others = tuple(dict.fromkeys(lemma for lemma, _tag in lemmas[1:] if lemma != key))
    function = not shouted and (tag in _FUNCTION_TAGS or key in _QUESTION_WORDS)
    # An abbreviation in capitals may coincide with a preposition: «СО НКО» is not «с».
    if shouted and tag in _FUNCTION_TAGS:
        key, others = word, (key, *others)
    if function:
        return Reading(key, others, (), is_function=True)
    roots = [
        *(root(lemma) for lemma in (key, *others)),
        number_of(key),
        _SUPPLETIVE.get(key, ""),
        *_compound_roots(word),
        *(_unprefixed_roots(key) if tag in _VERB_TAGS else ()),
    ]
    return Reading(key, others, tuple(dict.fromkeys(filter(None, roots))), is_function=False)


def _compound_roots(word: str) -> tuple[str, ...]:
    """The root of a compound's second part: «веломаршрут» is found by «маршрут»."""
    for end in range(2, min(9, len(word) - 3)):
        if word[:end] in _COMBINING and (lemmas := _lemmas(word[end:])) and lemmas[0][1] in {"NOUN", "ADJF"}:
            return (root(lemmas[0][0]),)
    return ()


def _unprefixed_roots(verb: str) -> tuple[str, ...]:
    """The root of a verb without its prefix, if what is left is a verb."""
    for prefix in _VERB_PREFIXES:
        rest = verb[len(prefix) :]
        if verb.startswith(prefix) and len(rest) >= _MIN_VERB and (rest, "INFN") in _lemmas(rest):
            return (root(rest),)
    return ()


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
