"""A text as the set of its words' nests: «вакансия» and «вакансий» are one, and so are «дорога» and «дорожный»."""

from collections.abc import Iterator
from functools import cache, lru_cache

from russian.lemmas import parses
from russian.readings import read
from russian.roots import root
from russian.tokens import clean, parts, spans

_SHORTEST = 3
_COMMON = """
    проводить провести создать создавать обеспечить обеспечивать содействовать развивать развитие разработать принять
    организовать осуществлять использовать использование участвовать участие рассмотреть продолжить расширить повысить
    укреплять усилить способствовать оказать оказывать уделить привлекать привлечение обратить предложить рекомендовать
    город городской городок район муниципальный житель горожанин человек работа работать деятельность вопрос условие
    возможность мероприятие новый активный регулярный различный большой хороший место время день неделя месяц год дело
    сделать стать получить получать открыть открыться начать начаться прийти появиться рассказать сказать рубль тысяча
    миллион первый последний каждый самый другой общий весь наш свой местный лучший школа улица движение продажа среда
"""


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


@cache
def common() -> frozenset[str]:
    """Nests of words that stand in every resolution and in all news, and say little of either."""
    return frozenset(nests(_COMMON))


def nest(word: str) -> str:
    """The nest of one word."""
    return root(read(word).key)


def _nests(text: str) -> Iterator[tuple[str, str]]:
    for _start, _end, word in spans(text):
        for part in parts(word):
            if found := _nest_of(part):
                yield found, word


@lru_cache(maxsize=50_000)
def _nest_of(part: str) -> str:
    """The nest of a part of a word; "" for what is left out."""
    reading = read(part)
    if reading.is_function or len(reading.key) < _SHORTEST or _counts(part):
        return ""
    return root(reading.key)


def _counts(part: str) -> bool:
    """Whether a word is a numeral, in digits or in letters, or stands for one («один», «каждый»)."""
    found = parses(part)
    return part.isdigit() or (bool(found) and (found[0].tag.POS == "NUMR" or "Apro" in found[0].tag))
