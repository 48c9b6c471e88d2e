"""Numbers as documents write them: II, ХII typed in Cyrillic, 2-й, второго, 2nd, second."""

import re

from forums.importing.morphology import lemma

ROMAN = re.compile(r"(?:X{0,3})(?:IX|IV|V?I{0,3})|X?L(?:IX|IV|V?I{0,3})")
LOOKALIKES = str.maketrans({"І": "I", "Х": "X", "Ⅰ": "I", "У": "V", "П": "II", "Ш": "III", "1": "I", "l": "I"})
ROMAN_SIGNS = {chr(0x2160 + index): index + 1 for index in range(12)}
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
ARABIC = re.compile(
    r"(\d{1,3})[-‑–]?(?:ый|ий|ой|го|ого|его|му|ому|ем|ом|м|й|ей|я|ая|ую|е|ое|х|ых|st|nd|rd|th)", re.IGNORECASE
)
SUFFIXED = re.compile(r"(?<=[IVXLІХ])[-‑–](?:ый|ий|ой|го|ого|его|му|ому|ем|ом|м|й|ей|я|ая|е|ое|х)$")
"""«II-го», «VII-й»: the ending that some write after a Roman numeral."""

UNITS = """
    первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый
    тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый двадцатый
"""
RUSSIAN = {word: index for index, word in enumerate(UNITS.split(), 1)} | {
    "тридцатый": 30,
    "сороковой": 40,
    "пятидесятый": 50,
}
NEUTER = {re.sub("[ыо]й$", "ое", word).replace("третий", "третье"): value for word, value in RUSSIAN.items()}
TENS = {"двадцать": 20, "тридцать": 30, "сорок": 40}
ENGLISH_UNITS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
ENGLISH = {word: index for index, word in enumerate(ENGLISH_UNITS.split(), 1)}


def roman(text: str, *, strict: bool = False) -> int | None:
    """Return the value of a Roman numeral; unless *strict*, Cyrillic look-alikes («ХII», «П») count too."""
    if text in ROMAN_SIGNS:
        return ROMAN_SIGNS[text]
    plain = text if strict else text.translate(LOOKALIKES)
    if not plain or not ROMAN.fullmatch(plain):
        return None
    total = 0
    for letter, following in zip(plain, [*plain[1:], ""], strict=True):
        value = ROMAN_VALUES[letter]
        total += -value if ROMAN_VALUES.get(following, 0) > value else value
    return total


def spoken_ordinal(text: str) -> int:
    """Return the number that one or two words name («двадцать шестого»); 0 where they name none."""
    *tens, last = text.lower().split()
    value = RUSSIAN.get(lemma(last), 0)
    return value + TENS.get(tens[-1], 0) if tens and 0 < value < 10 else value


def neuter_ordinal(word: str) -> int | None:
    """Return the number of «первое», «второе» as lists count; None for any other form."""
    return NEUTER.get(word.lower().replace("ё", "е"))


def ordinal(word: str, before: str = "") -> int | None:
    """Return the number that *word* names as an ordinal; *before* is the word above («двадцать первый»)."""
    plain = SUFFIXED.sub("", word)
    value = roman(plain) if plain.isupper() else None
    if value is not None:
        return value
    match = ARABIC.fullmatch(word)
    if match:
        return int(match.group(1))
    lower = word.lower()
    found = ENGLISH.get(lower) or RUSSIAN.get(lemma(lower))
    if found and found < 10:
        return found + TENS.get(before.lower(), 0)
    return found
