"""Words nearest to a misspelt one, from the vocabulary of what is indexed."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache

from django.db.models import Max
from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from russian.lemmas import is_known
from russian.tokens import is_cyrillic
from russian.transliteration import SHORTEST, skeleton
from search.analysis import readings_of, spelled
from search.models import Word
from search.query.parser import ParsedQuery, parse

_ENGLISH_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё"
_LAYOUT = str.maketrans(_ENGLISH_KEYS, _RUSSIAN_KEYS)
_MIN_LENGTH = 4
_NEIGHBOURS = 8
#: Kin share at least their first letters, and this part of the longer word.
_KIN_PREFIX, _KIN_LIKENESS, _KIN_NUMBER = 4, 0.55, 6


def vocabulary(using: str, language: str) -> Mapping[str, int]:
    """Words as spelled and how many entries hold them; read again when a new word has come."""
    return _vocabulary(using, language, _newest(using))


def _newest(using: str) -> int:
    """The last word that came, in whatever language: for that, no database has to look through its words."""
    return Word.objects.using(using).aggregate(newest=Max("id"))["newest"] or 0


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
    if plain in known or is_known(plain):
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


def written_otherwise(word: str, using: str, language: str) -> str | None:
    """The commonest known word that is this one in the other alphabet («severnyj» for «северный»); None without one."""
    sounds = skeleton(word)
    if len(sounds) < SHORTEST:
        return None
    known = _skeletons(using, language, _newest(using)).get(sounds, {})
    others = {text: entries for text, entries in known.items() if is_cyrillic(text) != is_cyrillic(word)}
    return max(others, key=lambda text: (others[text], text)) if others else None


@lru_cache(maxsize=8)
def _skeletons(using: str, language: str, newest: int) -> Mapping[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for text, entries in _vocabulary(using, language, newest).items():
        if sounds := skeleton(text):
            found.setdefault(sounds, {})[text] = entries
    return found


@lru_cache(maxsize=8)
def _keys(using: str, language: str, newest: int) -> list[str]:
    rows = Word.objects.using(using).filter(language=language, is_key=True, entries__gt=0)
    return sorted(rows.values_list("text", flat=True))


def known_keys(using: str, language: str) -> list[str]:
    """Every key of the index, in order."""
    return _keys(using, language, _newest(using))


def kin(key: str, keys: list[str]) -> tuple[tuple[str, float], ...]:
    """Keys that begin like ``key`` and how alike they are (0 to 1): words of one nest, and compounds with it."""
    if len(key) < _KIN_PREFIX + 1 or not key.isalpha():
        return ()
    found = []
    start = key[:_KIN_PREFIX]
    for other in keys[bisect_left(keys, start) : bisect_left(keys, start + "\uffff")]:
        likeness = Prefix.similarity(key, other) / max(len(key), len(other))
        if other != key and likeness >= _KIN_LIKENESS:
            found.append((other, likeness))
    return tuple(sorted(found, key=lambda pair: -pair[1])[:_KIN_NUMBER])


def key_of(word: str) -> str:
    """The key of a word of the vocabulary."""
    return readings_of(word)[0].key


def correct(query: ParsedQuery, frequencies: Mapping[str, int], using: str, language: str) -> str:
    """The query as it was probably meant; empty if there is nothing to correct."""
    switched = _switched(query.text)
    if switched and Word.objects.using(using).frequencies(language, [t.keys[0] for t in parse(switched).content]):
        return switched
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


def _switched(text: str) -> str:
    """What was typed with the English layout on, as it would have been with the Russian one; empty for Cyrillic."""
    return "" if is_cyrillic(text) else text.lower().translate(_LAYOUT)
