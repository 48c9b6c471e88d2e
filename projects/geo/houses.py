"""House numbers of an address list: “1–15 (нечётные), 20, 22а, с 40 до конца”."""

import enum
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

LARGEST_HOUSE = 9_999
WHOLE_STREET = {"все", "все дома", "вся", "вся улица", "полностью", "вся сторона"}

_PARITY = re.compile(r"\(?\s*(нечетн|нечет|неч|четн|чет)[а-я]*\.?\s*(?:дома|сторона|номера)?\s*\)?$")
_PREFIX = re.compile(r"^(?:№+|д\.|дома?|домов[а-я]*)\s*(?=\d|№|с |от |четн|неч)")
_RANGE = re.compile(r"^(?:с|от)?\s*(\d+)[а-я]?\s*(?:-|по|до)\s*(\d+)[а-я]?$")
_OPEN = re.compile(
    r"^(?:(?:с|от)\s*(\d+)[а-я]?(?:\s*(?:и далее|и выше|до конца))?|(\d+)[а-я]?\s*(?:и далее|и выше|до конца|-))$"
)
_HOUSE = re.compile(
    r"^(\d+)\s*([а-я])?\s*(?:/\s*(\d+[а-я]?))?\s*(?:(?:корпус|корп|кор|к)\.?\s*(\d+[а-я]?))?"
    r"\s*(?:(?:строение|стр|с)\.?\s*(\d+[а-я]?))?$"
)


class Match(enum.IntEnum):
    """How surely a house belongs to a list of houses."""

    NO = 0
    BY_NUMBER = 1
    EXACT = 2


@dataclass(frozen=True)
class House:
    """A house's number and what follows it: 12а → (12, "а"), 5/2 корп. 1 → (5, "/2к1")."""

    number: int
    suffix: str = ""


@dataclass(frozen=True)
class Houses:
    """A run of houses: from ``first`` to ``last`` (None is the end of the street), on one side or both."""

    first: int = 0
    last: int | None = None
    parity: int | None = None
    suffix: str | None = None

    def match(self, house: House) -> Match:
        if house.number < self.first or (self.last is not None and house.number > self.last):
            return Match.NO
        if self.parity is not None and house.number % 2 != self.parity:
            return Match.NO
        if self.suffix is None or self.suffix == house.suffix:
            return Match.EXACT
        # A list that says “20” means 20а too, unless another list names 20а itself.
        return Match.BY_NUMBER if self.suffix == "" else Match.NO


class HousesError(ValueError):
    """A part of the list that is no house number; the message is for the editor."""


def fold(text: str) -> str:
    """Lower case, ё as е, every dash a hyphen, single spaces: the form in which addresses are compared."""
    text = re.sub(r"[‐‑‒–—−]", "-", text.lower().replace("ё", "е"))
    return re.sub(r"\s+", " ", text).strip()


def read_house(text: str) -> House | None:
    """A house number as people write it, “д. 12 А”, “5/2”, “7 корп. 1”; None when it is none."""
    found = _HOUSE.match(_PREFIX.sub("", fold(text)))
    if not found or int(found[1]) > LARGEST_HOUSE:
        return None
    parts = (found[2] or "", f"/{found[3]}" if found[3] else "", f"к{found[4]}" if found[4] else "",
             f"с{found[5]}" if found[5] else "")  # fmt: skip
    return House(int(found[1]), "".join(parts))


def read_houses(text: str) -> list[Houses]:
    """A list of houses, parts separated by commas or semicolons; an empty text is the whole street.

    Raises :class:`HousesError` naming the part that cannot be read.
    """
    return [_part(part) for part in re.split(r"[,;]", fold(text)) if part.strip()] or [Houses()]


def best_match(houses: list[Houses], house: House) -> Match:
    """The surest of the parts' answers."""
    return max((part.match(house) for part in houses), default=Match.NO)


def _part(text: str) -> Houses:
    text = _PREFIX.sub("", text.strip(" ."))
    parity, rest = _parity(text)
    if rest in WHOLE_STREET or (not rest and parity is not None):
        return Houses(parity=parity)
    if found := _RANGE.match(rest):
        first, last = int(found[1]), int(found[2])
        if first > last or last > LARGEST_HOUSE:
            raise HousesError(_("“%(part)s”: the first house must come before the last.") % {"part": text})
        return Houses(first, last, parity)
    if found := _OPEN.match(rest):
        return Houses(int(found[1] or found[2]), None, parity)
    house = read_house(rest)
    if house is None or parity is not None:
        raise HousesError(
            _("“%(part)s” is no house number. Write so: 1–15 (odd), 20, 22a, from 40 to the end.") % {"part": text}
        )
    return Houses(house.number, house.number, suffix=house.suffix)


def _parity(text: str) -> tuple[int | None, str]:
    found = _PARITY.search(text)
    if not found:
        return None, text
    return (1 if found[1].startswith("неч") else 0), text[: found.start()].strip()
