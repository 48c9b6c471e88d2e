"""What the demo's forums are written in."""

from collections.abc import Sequence
from dataclasses import dataclass


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
    """A forum."""

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
