"""What the demo's resolutions are written in: Russian, with English beside what has no place in english.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["one_off", "recurring", "ongoing", "declaratory"]


@dataclass(frozen=True)
class Item:
    """A recommendation. ``repeats`` names an earlier one: edition and number."""

    text: str
    kind: Kind
    topics: Sequence[str] = ()
    repeats: tuple[int, str] | None = None
    english: str = ""


@dataclass(frozen=True)
class Part:
    """A section of a resolution."""

    addressee: str
    written: str
    items: Sequence[Item]
    lead_in: str = ""
    verb: str = "recommend"
    written_english: str = ""
    lead_in_english: str = ""


@dataclass(frozen=True)
class Adopted:
    """What the forum with this number adopted."""

    number: int
    preamble: Sequence[str]
    parts: Sequence[Part]
    closing: Sequence[str]
