"""Words nearest to a misspelt one, from the vocabulary of what is indexed."""

import re
from collections.abc import Mapping
from functools import lru_cache

from django.db.models import Max
from rapidfuzz import process
from rapidfuzz.distance import OSA

from .analysis import readings_of, spelled
from .models import Word
from .query.parser import ParsedQuery

_ENGLISH_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё"
_LAYOUT = str.maketrans(_ENGLISH_KEYS, _RUSSIAN_KEYS)
_MIN_LENGTH = 4
_NEIGHBOURS = 8


def vocabulary(using: str, language: str) -> Mapping[str, int]:
    """Words as spelled and how many entries hold them; read again when a new word has come."""
    newest = Word.objects.using(using).filter(language=language).aggregate(newest=Max("id"))["newest"]
    return _vocabulary(using, language, newest or 0)


@lru_cache(maxsize=8)
def _vocabulary(using: str, language: str, newest: int) -> Mapping[str, int]:
    rows = Word.objects.using(using).filter(language=language, is_key=False, entries__gt=0)
    return {text: entries for text, entries in rows.values_list("text", "entries") if not text.isdigit()}


def nearest(word: str, known: Mapping[str, int]) -> str | None:
    """The known word that a misspelt one most likely stands for, or None.

    One wrong letter is forgiven in four letters, two in seven; a wrong keyboard layout always. Of equally near words
    the commonest is taken.
    """
    plain = spelled(word)
    if plain in known:
        return None
    switched = word.lower().translate(_LAYOUT).replace("ё", "е")
    if switched != word.lower() and switched in known:
        return switched
    if len(plain) < _MIN_LENGTH or any(character.isdigit() for character in plain):
        return None
    allowed = 1 if len(plain) < 7 else 2
    found = process.extract(plain, known.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=_NEIGHBOURS)
    if not found:
        return None
    return min(found, key=lambda match: (match[1], match[0][0] != plain[0], -known[match[0]]))[0]


def key_of(word: str) -> str:
    """The key of a word of the vocabulary."""
    return readings_of(word)[0].key


def correct(query: ParsedQuery, frequencies: Mapping[str, int], using: str, language: str) -> str:
    """The query as it was probably meant; empty if there is nothing to correct."""
    wrong = [
        term.text
        for term in query.terms
        if len(term.keys) == 1 and not term.is_phrase and not term.is_function and term.keys[0] not in frequencies
    ]
    if not wrong:
        return ""
    known = vocabulary(using, language)
    better = query.text
    for word in wrong:
        near = nearest(word, known)
        if near:
            better = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", near, better, count=1)
    return better if better != query.text else ""
