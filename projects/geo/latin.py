"""Addresses written in Latin letters: “12 Ozyornaya Street”, “ul. Ozernaya, d. 12”. Whoever spells a Russian name
in English does it in a way of their own, so names are compared by the sounds of their words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from anyascii import anyascii

from russian.tokens import vocabulary
from russian.transliteration import skeleton

#: Sounds of the words for kinds of streets and for houses, English and Russian, whole and shortened.
_TYPES = frozenset(
    map(
        skeleton,
        vocabulary(
            """
            street st str avenue ave lane road rd square sq embankment emb drive boulevard blvd house building bldg no
            улица ул проспект prospect пр переулок пер площадь пл набережная наб бульвар шоссе дом д
            """
        ),
    )
)
_WORD = re.compile(r"(?:[^\W\d_]|['’`])+")
_HOUSE = re.compile(r"^\d+[a-z]?(?:/\d+)?$")


@dataclass(frozen=True)
class LatinAddress:
    """The key of a street's name, and the house as typed ("" when none was)."""

    key: str
    house: str


def latin_key(text: str) -> str:
    """The sounds of a name's words in one order, whatever the alphabet and the spelling; kinds of streets left out."""
    # the sounds of letters with signs («ž») and of other alphabets are those of plain Latin
    sounds = (skeleton(word) or skeleton(anyascii(word)) for word in _WORD.findall(text))
    return " ".join(sorted(word for word in sounds if word and word not in _TYPES))


def read_latin(text: str) -> LatinAddress | None:
    """The address that ``text`` spells in Latin letters; None when it holds a Cyrillic letter, or no name."""
    if re.search(r"[а-яё]", text, re.IGNORECASE):
        return None
    words = re.findall(r"[\w'/]+", text.lower())
    key = latin_key(" ".join(word for word in words if not _HOUSE.match(word)))
    house = next((word for word in words if _HOUSE.match(word)), "")
    return LatinAddress(key, house) if key else None


def spelled_like(key: str, titles: Iterable[str]) -> str:
    """The first of ``titles`` with this key; empty when there is none."""
    return next((title for title in titles if latin_key(title) == key), "")
