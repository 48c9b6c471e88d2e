"""Numbers as documents write them: II, ХII typed in Cyrillic, 2-й, второго, 2nd, second. One table for all readers."""

import re

from roman import fromRoman

from russian.lemmas import lemma
from russian.tokens import folded

#: Up to 39, and 40 to 58: forums and items of a list have no larger numbers, abbreviations look like some.
_ROMAN = re.compile(r"(?:X{0,3})(?:IX|IV|V?I{0,3})|X?L(?:IX|IV|V?I{0,3})")
_LOOKALIKES = str.maketrans({"І": "I", "Х": "X", "Ⅰ": "I", "У": "V", "П": "II", "Ш": "III", "1": "I", "l": "I"})
_ROMAN_SIGNS = {chr(0x2160 + index): index + 1 for index in range(12)}
_ARABIC = re.compile(
    r"(\d{1,3})[-‑–]?(?:ый|ий|ой|го|ого|его|му|ому|ем|ом|м|й|ей|я|ая|ую|е|ое|х|ых|st|nd|rd|th)", re.IGNORECASE
)
#: «II-го», «VII-й»: the ending that some write after a Roman numeral.
_SUFFIXED = re.compile(r"(?<=[IVXLІХ])[-‑–](?:ый|ий|ой|го|ого|его|му|ому|ем|ом|м|й|ей|я|ая|е|ое|х)$")

_ORDINAL_WORDS = """
    первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый
    тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый двадцатый
"""
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), 1)} | {
    "тридцатый": 30,
    "сороковой": 40,
    "пятидесятый": 50,
}
_NEUTER = {re.sub("[ыо]й$", "ое", word).replace("третий", "третье"): value for word, value in _ORDINALS.items()}
_UNITS_WORDS = """
    один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать
    пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать
"""
_LARGER = {
    "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80,
    "девяносто": 90, "сто": 100, "двести": 200, "триста": 300, "четыреста": 400, "пятьсот": 500,
}  # fmt: skip
_CARDINALS = {word: number for number, word in enumerate(_UNITS_WORDS.split(), 1)} | _LARGER
_TENS = {"двадцать": 20, "тридцать": 30, "сорок": 40}
_ENGLISH_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_ENGLISH = {word: number for number, word in enumerate(_ENGLISH_WORDS.split(), 1)}


def roman(text: str, *, strict: bool = False) -> int | None:
    """The value of a Roman numeral in capitals; unless *strict*, Cyrillic look-alikes («ХII», «П») count too."""
    if text in _ROMAN_SIGNS:
        return _ROMAN_SIGNS[text]
    plain = text if strict else text.translate(_LOOKALIKES)
    return fromRoman(plain) if plain and _ROMAN.fullmatch(plain) else None


def number_of(form: str) -> str:
    """Digits for a Roman numeral in capitals or for the dictionary form of a Russian ordinal; empty for others.

    Roman numerals count up to 39: in a text without a list L is an initial, and XL a size.
    """
    value = _ORDINALS.get(form) or roman(form, strict=True)
    return "" if value is None or "L" in form else str(value)


def quantity_of(form: str) -> str:
    """Digits for the dictionary form of a Russian number that counts («двух» is of «два»); empty for others.

    What is counted and what is numbered are told apart: «два форума» are not the second one.
    """
    value = _CARDINALS.get(form)
    return str(value) if value else ""


def spoken_ordinal(text: str) -> int:
    """The number that one or two Russian words name («двадцать шестого»); 0 where they name none."""
    *tens, last = text.lower().split()
    value = _ORDINALS.get(lemma(last), 0)
    return value + _TENS.get(tens[-1], 0) if tens and 0 < value < 10 else value


def neuter_ordinal(word: str) -> int | None:
    """The number of «первое», «второе» as lists count; None for any other form."""
    return _NEUTER.get(folded(word))


def ordinal(word: str, before: str = "") -> int | None:
    """The number that *word* names as an ordinal in any spelling; *before* is the word above («двадцать первый»)."""
    plain = _SUFFIXED.sub("", word)
    value = roman(plain) if plain.isupper() else None
    if value is not None:
        return value
    match = _ARABIC.fullmatch(word)
    if match:
        return int(match.group(1))
    lower = word.lower()
    found = _ENGLISH.get(lower) or _ORDINALS.get(lemma(lower))
    if found and found < 10:
        return found + _TENS.get(before.lower(), 0)
    return found
