"""Sounds of a word as Latin letters, whatever way it was transliterated: GOST 7.79, passports, or as people type.

Two spellings of one word have one :func:`skeleton`: «северный», "severnyj", "severnyy", "severniy". Pure functions.
"""

import re

_SOUNDS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "z", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "u", "я": "a",
}  # fmt: skip
#: Groups of Latin letters that stand for one sound.
_GROUPS = {
    "shch": "s", "sch": "s", "shh": "s", "zh": "z", "kh": "h", "ts": "c", "tc": "c", "tz": "c", "cz": "c", "ch": "c",
    "sh": "s", "yu": "u", "ju": "u", "ya": "a", "ja": "a", "yo": "e", "jo": "e", "ye": "e", "je": "e", "eh": "e",
    "ph": "f", "ck": "k",
}  # fmt: skip
_GROUP = re.compile("|".join(sorted(_GROUPS, key=len, reverse=True)))
_LETTERS = str.maketrans({"j": "i", "y": "i", "w": "v", "x": "h", "q": "k", "'": "", "`": "", "’": ""})
_BEFORE_VOWEL = re.compile(r"i(?=[aeou])")
_REPEATED = re.compile(r"(.)\1+")
#: Shorter skeletons fit too many words.
SHORTEST = 3


def skeleton(word: str) -> str:
    """The word's sounds; empty for what is not written in Russian or Latin letters."""
    lower = word.lower()
    if all(letter in _SOUNDS for letter in lower):
        found = "".join(_SOUNDS[letter] for letter in lower)
    elif lower.replace("'", "").replace("’", "").replace("`", "").isascii():
        found = _GROUP.sub(lambda match: _GROUPS[match.group()], lower).translate(_LETTERS)
    else:
        return ""
    # «ия» and «я» are told apart by some and not by others
    return _REPEATED.sub(r"\1", _BEFORE_VOWEL.sub("", found))
