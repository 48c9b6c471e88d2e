"""Streets as people write them: types shortened or not, before or after the name, ё or е."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .houses import House, HousesError, fold, read_house, read_houses

_TYPES = {
    "улица": "ул у",
    "проспект": "пр-т пр-кт просп пр",
    "переулок": "пер пер-к",
    "проезд": "пр-д пр-зд",
    "бульвар": "б-р бул бульв",
    "площадь": "пл",
    "шоссе": "ш",
    "набережная": "наб наб-я",
    "тупик": "туп",
    "аллея": "ал",
    "тракт": "тр-т",
    "линия": "лин",
    "микрорайон": "мкр мкрн мкр-н м-н мк-н",
    "квартал": "кв-л",
    "посёлок": "п пос",
    "деревня": "дер",
    "село": "",
    "территория": "тер",
    "снт": "",
}
STREET_TYPES = {fold(form): fold(name) for name, short in _TYPES.items() for form in (name, *short.split())}
#: Parts of a full postal address that come before the street.
_ABOVE_STREET = re.compile(
    r"^(?:\d{6}|россия|рф|г\.?\s.*|город\s.*|.*\b(?:область|обл\.?|край|республика|округ|район|р-н))$"
)
_ORDINAL = re.compile(r"^(\d+)-?(?:ая|я|ый|ий|ой|й|ого|го|е|ое)$")
_INNER_HOUSE = re.compile(r"\b(?:дом|д\.?)\s*(\d[^\s,]*)")


@dataclass(frozen=True)
class Street:
    """A street's type (may be unknown: "") and the words of its name, folded and sorted."""

    kind: str
    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """The words with a space before and after each, so that a word is found by ``" word "``."""
        return f" {' '.join(self.words)} "


@dataclass(frozen=True)
class AddressLine:
    """A line of an address list: the street as written, as compared, and its houses as written."""

    title: str
    street: Street
    houses: str


@dataclass(frozen=True)
class AddressQuery:
    """What a resident looks for: a street, and a house when it is given."""

    street: Street
    house: House | None = None


class AddressError(ValueError):
    """A line of an address list that cannot be read; the message names the line."""


def read_street(text: str) -> Street:
    """“пр-т Карла Маркса”, “Карла Маркса проспект” → the same street."""
    kind, words = "", []
    for token in re.findall(r"[^\s.,«»\"()№]+", fold(text)):
        if not kind and token in STREET_TYPES:
            kind = STREET_TYPES[token]
        else:
            ordinal = _ORDINAL.match(token)
            words.append(ordinal[1] if ordinal else token)
    return Street(kind, tuple(sorted(words)))


def read_address_list(text: str) -> list[AddressLine]:
    """Lines such as “ул. Озёрная, 1–15 (нечётные), 20”. Raises :class:`AddressError` with the line's number."""
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                lines.append(_line(line.strip().rstrip(";.")))
            except (HousesError, AddressError) as error:
                raise AddressError(_("Line %(number)d: %(problem)s") % {"number": number, "problem": error}) from error
    return lines


def read_address_query(text: str) -> AddressQuery | None:
    """A resident's question, “озерная 12”, “г. Новодумск, ул. Озёрная, д. 12а, кв. 5”; None without a street."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    parts = [part for part in parts if not _ABOVE_STREET.match(fold(part)) and not fold(part).startswith(("кв", "под"))]
    if not parts:
        return None
    # “мкр Заречный, ул. Мира, 5”: the last part with a known type is the street, else the first one.
    place = max((index for index, part in enumerate(parts) if read_street(part).kind), default=0)
    name, house = _split_house(parts[place])
    house = house or next((found for part in parts[place + 1 :] if (found := read_house(part))), None)
    street = read_street(name)
    return AddressQuery(street, house) if _is_name(street) else None


def _is_name(street: Street) -> bool:
    """Whether there is a word with letters: a number alone names no street."""
    return any(re.search(r"[a-zа-я]", word) for word in street.words)


def _split_house(text: str) -> tuple[str, House | None]:
    """“озерная 12 а” → (“озерная”, house 12а); “8 Марта” stays whole."""
    inner = _INNER_HOUSE.search(fold(text))
    if inner and (house := read_house(inner[1])):
        return fold(text).replace(inner[0], " "), house
    words = text.split()
    for position in range(1, len(words)):
        house = read_house(" ".join(words[position:]))
        if house and _is_name(read_street(" ".join(words[:position]))):
            return " ".join(words[:position]), house
    return text, None


def _line(line: str) -> AddressLine:
    head, _comma, tail = line.replace(": ", ", ", 1).partition(",")
    title, first = _split_houses(head)
    street = read_street(title)
    if not _is_name(street):
        raise AddressError(_("“%(line)s” names no street. Write so: ul. Ozyornaya, 1–15 (odd), 20.") % {"line": line})
    houses = ", ".join(part for part in (first, tail.strip()) if part)
    read_houses(houses)
    return AddressLine(title.strip(), street, houses)


def _split_houses(line: str) -> tuple[str, str]:
    """“пр-т Мира 2–40”: houses begin at the first place from which the rest reads as houses."""
    words = line.split()
    for position in range(1, len(words)):
        head, tail = " ".join(words[:position]), " ".join(words[position:])
        if tail[0].isdigit() and _is_name(read_street(head)):
            try:
                read_houses(tail)
            except HousesError:
                continue
            return head, tail
    return line, ""
