"""What the demo's forums and resolutions are written in: Russian, with English beside what is translated."""

from collections.abc import Sequence
from dataclasses import dataclass, field
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
class Talk:
    """An item of the programme: times as ``HH:MM``, day counted from the forum's first."""

    day: int
    starts: str
    ends: str
    title: str
    track: str = ""
    place: str = ""
    moderator: str = ""
    speakers: Sequence[tuple[str, str, str]] = ()
    description: str = ""


@dataclass(frozen=True)
class Edition:
    """A forum and, once it is over, its resolution."""

    number: int
    slug: str
    days_from_today: int
    length: int
    theme: str
    intro: str
    body: Sequence[tuple[str, str]]
    venue: str = "Дворец культуры «Горизонт»"
    address: str = "г. Новодумск, ул. Набережная, 7"
    tracks: Sequence[tuple[str, str, str, str]] = ()
    programme: Sequence[Talk] = ()
    figures: Sequence[tuple[str, str]] = ()
    pictures: Sequence[tuple[str, str, str]] = ()
    recordings: Sequence[tuple[str, str, str]] = ()
    preamble: Sequence[str] = ()
    parts: Sequence[Part] = ()
    closing: Sequence[str] = ()
    english: dict[str, str] = field(default_factory=dict)
