"""Addresses written in Latin letters: “12 Ozyornaya Street”, “ul. Ozernaya, d. 12”. Whoever spells a Russian name
in English does it in a way of their own, so names are compared by a key that forgets the differences."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from anyascii import anyascii

_TYPES = frozenset(
    [
        "street",
        "st",
        "str",
        "avenue",
        "ave",
        "lane",
        "road",
        "rd",
        "square",
        "sq",
        "embankment",
        "emb",
        "drive",
        "ulitsa",
        "ulica",
        "ul",
        "prospekt",
        "prospect",
        "pr",
        "pereulok",
        "per",
        "ploshchad",
        "pl",
        "naberezhnaya",
        "nab",
        "bulvar",
        "boulevard",
        "blvd",
        "shosse",
        "house",
        "building",
        "bldg",
        "dom",
        "d",
        "no",
    ]
)
_HOUSE = re.compile(r"^\d+[a-z]?(?:/\d+)?$")
_SAME = (
    ("shch", "sch"),
    ("kh", "h"),
    ("ts", "c"),
    ("yo", "e"),
    ("jo", "e"),
    ("ye", "e"),
    ("je", "e"),
    ("yu", "u"),
    ("ju", "u"),
    ("iu", "u"),
    ("ya", "a"),
    ("ja", "a"),
    ("ia", "a"),
    ("j", "i"),
    ("y", "i"),
    ("'", ""),
)


@dataclass(frozen=True)
class LatinAddress:
    """The key of a street's name, and the house as typed ("" when none was)."""

    key: str
    house: str


def latin_key(text: str) -> str:
    """What different spellings of the same name have in common; Cyrillic is transliterated first."""
    words = re.findall(r"[a-z']+", anyascii(text).lower())
    joined = " ".join(sorted(word for word in words if word not in _TYPES))
    for spelling, plain in _SAME:
        joined = joined.replace(spelling, plain)
    return re.sub(r"([a-z])\1", r"\1", joined)


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
