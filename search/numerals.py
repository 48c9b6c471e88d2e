"""Numbers however they are written: «II форум», «второй форум» and «2 форум» are one."""

import re

_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ORDINAL_WORDS = """
первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый тринадцатый
четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый двадцатый
"""
_ORDINALS = {word: str(number) for number, word in enumerate(_ORDINAL_WORDS.split(), 1)}


def number_of(word: str) -> str:
    """Digits for a Roman numeral in capitals (up to 39) or the lemma of an ordinal (up to 20); empty for others."""
    if _ROMAN.fullmatch(word):
        values = [_ROMAN_VALUES[letter] for letter in word]
        following = [*values[1:], 0]
        return str(sum(-one if one < after else one for one, after in zip(values, following, strict=True)))
    return _ORDINALS.get(word, "")
