"""What one word is to search: the key it is found by, keys of its other readings, roots.

Russian words known to the dictionary get their lemma as key, unknown ones a Snowball stem, Latin ones an English stem.
A *root* is a coarser key shared by words of one nest: «благоустроить» and «благоустройство», «тосовец» and «ТОС».
"""

import re
from typing import NamedTuple

from russian.lemmas import dictionary_forms
from russian.numerals import number_of, quantity_of
from russian.roots import root, stem
from russian.tokens import cyrillic_twin, folded, is_cyrillic, mend, vocabulary

#: Parts of speech that tie a phrase together and say little of what it is about.
_FUNCTION_TAGS = {"PREP", "CONJ", "PRCL", "NPRO", "INTJ"}
_VERB_TAGS = {"VERB", "INFN", "PRTF", "PRTS", "GRND"}
#: Words that ask, or carry the question, whatever their part of speech.
_QUESTION_WORDS = vocabulary(
    "какой который кто что чей сколько где когда куда откуда почему зачем как каков каковой отчего насколько "
    "этот тот такой весь свой быть являться мочь также"
)
_ENGLISH_FUNCTION_WORDS = vocabulary(
    "a an and are as at be been by can did do does for from had has have how in is it its of on or that the their "
    "there these this those to was were what when where which who whom whose why will with"
)
_ABBREVIATION = re.compile(r"([А-ЯЁ]{2,})([а-яё]{1,3})")
#: First parts of compounds; the rest, if it is a word, lends its root: «капремонт» is a kind of «ремонт».
_COMBINING = vocabulary(
    "авто агро аудио аэро био вело видео вибро водо гео гидро гос дет евро жил зоо инвест интернет кап кибер кино "
    "ком культ лесо мед мега медиа микро мини мото мульти нано обл онлайн орг парт пед подъ поли проф псевдо радио "
    "рай ре сан само светло соц спец спорт строй супер теле тепло тур физ фото хоз цифро эко экспресс электро энерго"
)
#: Roots of plurals that have nothing in common with the singular: «дети» is a form of «ребёнок» for the dictionary.
_SUPPLETIVE = {"ребенок": root("детский"), "человек": root("людской"), "год": root("летний")}
#: By these Russian makes one verb of another: «построить» answers «строить».
_VERB_PREFIXES = tuple("по на со с за вы про при у об о от пере под из ис раз рас воз вос до".split())  # noqa: SIM905
_MIN_VERB = 5
#: Ends the root of a number that counts: «два» and «2» share one, «второй» and «2» another.
QUANTITY = "к"
_LEMMA_LENGTHS = range(2, 40)


class Reading(NamedTuple):
    """What a word part becomes: its key, the keys of its other readings, the roots of them all."""

    key: str
    others: tuple[str, ...]
    roots: tuple[str, ...]
    is_function: bool


def read(part: str) -> Reading:
    """The reading of one word part (no hyphens), in any case, spelled as in the text."""
    part = mend(part)
    if not is_cyrillic(part):
        return _read_latin(part)
    abbreviation = None if part[1:].islower() else _ABBREVIATION.fullmatch(part)
    if abbreviation and part != part.upper():
        key = folded(abbreviation.group(1))
        return Reading(key, (), (root(key),), is_function=False)
    return _read_cyrillic(folded(part), shouted=len(part) > 1 and part.isupper())


def _read_latin(part: str) -> Reading:
    word = part.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    if word.isdigit():
        return Reading(word[:60], (), (word[:60], f"{word[:58]}{QUANTITY}"), is_function=False)
    key = stem(word, "english") if word.isascii() and word.isalpha() else word
    twin = cyrillic_twin(part)
    roots = (root(twin.lower()),) if twin else ()
    if number := number_of(part):
        roots = (*roots, number)
    return Reading(key, (), roots, is_function=word in _ENGLISH_FUNCTION_WORDS)


def _read_cyrillic(word: str, shouted: bool) -> Reading:
    word = word.replace("’", "").replace("'", "")
    if len(word) not in _LEMMA_LENGTHS or (not word.isalpha() and any(map(str.isdigit, word))):
        return Reading(word[:60], (), (), is_function=len(word) == 1 and not word.isdigit())
    forms = dictionary_forms(word)
    if not forms:
        key = stem(word, "russian")
        return Reading(key, (), (root(key), *_compound_roots(word)), is_function=False)
    key, tag = forms[0]
    others = tuple(dict.fromkeys(lemma for lemma, _tag in forms[1:] if lemma != key))
    function = not shouted and (tag in _FUNCTION_TAGS or key in _QUESTION_WORDS)
    # An abbreviation in capitals may coincide with a preposition: «СО НКО» is not «с».
    if shouted and tag in _FUNCTION_TAGS:
        key, others = word, (key, *others)
    if function:
        return Reading(key, others, (), is_function=True)
    roots = [
        *(root(lemma) for lemma in (key, *others)),
        number_of(key),
        f"{quantity}{QUANTITY}" if (quantity := quantity_of(key)) else "",
        _SUPPLETIVE.get(key, ""),
        *_compound_roots(word),
        *(_unprefixed_roots(key) if tag in _VERB_TAGS else ()),
    ]
    return Reading(key, others, tuple(dict.fromkeys(filter(None, roots))), is_function=False)


def _compound_roots(word: str) -> tuple[str, ...]:
    """The root of a compound's second part: «веломаршрут» is found by «маршрут»."""
    for end in range(2, min(9, len(word) - 3)):
        if word[:end] in _COMBINING and (forms := dictionary_forms(word[end:])) and forms[0][1] in {"NOUN", "ADJF"}:
            return (root(forms[0][0]),)
    return ()


def _unprefixed_roots(verb: str) -> tuple[str, ...]:
    """The root of a verb without its prefix, if what is left is a verb."""
    for prefix in _VERB_PREFIXES:
        rest = verb[len(prefix) :]
        if verb.startswith(prefix) and len(rest) >= _MIN_VERB and (rest, "INFN") in dictionary_forms(rest):
            return (root(rest),)
    return ()
