"""One value as a cell of each format: what Python holds, and what CSV, XLSX and JSON hold for it."""

import datetime as dt
import math
import re
from decimal import Decimal
from enum import Enum
from typing import Any

from django.utils import timezone

from core.text import without_control_characters

from .guard import guard, guard_apostrophe

#: Several values of one cell stand like this; Table Schema names it too.
LIST_SEPARATOR = "; "
#: An underscore that XLSX would take for the beginning of an encoded character (ECMA-376, 22.9.2.19).
_ENCODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_DECODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
#: The longest text that Excel keeps in a cell.
XLSX_LENGTH = 32_767
#: Spreadsheets keep fifteen digits of a number; a longer one is a text there.
_EXACT = 999_999_999_999_999


def csv_cell(value: Any) -> str:
    """Return ``value`` as CSV has it: ISO days, a decimal comma, ``true`` and ``false``, guarded text."""
    plain = _plain(value)
    match plain:
        case None:
            return ""
        case bool():
            return "true" if plain else "false"
        case int() | float() | Decimal():
            return _digits(plain).replace(".", ",")
        case dt.datetime():
            return plain.isoformat(sep=" ", timespec="seconds")
        case dt.date() | dt.time():
            return plain.isoformat()
        case _:
            return guard(_text(plain))


def xlsx_value(value: Any) -> Any:
    """Return ``value`` as XLSX has it: a number, a day, a truth value, or text in XLSX's own encoding."""
    plain = _plain(value)
    if isinstance(plain, dt.datetime):
        return plain.replace(tzinfo=None)
    if isinstance(plain, int) and abs(plain) > _EXACT:
        return str(plain)
    if plain is None or isinstance(plain, bool | int | float | Decimal | dt.date | dt.time):
        return plain
    return _ENCODED.sub("_x005F_", guard_apostrophe(_text(plain)))[:XLSX_LENGTH]


def from_xlsx(text: str) -> str:
    """Return the text of an XLSX string as it was meant, its encoded characters decoded."""
    return _DECODED.sub(lambda found: chr(int(found[1], 16)), text)


def json_value(value: Any) -> Any:
    """Return ``value`` as JSON has it: lists as lists, days in ISO 8601, an absent value as null."""
    if isinstance(value, list | tuple | set | frozenset):
        return [json_value(one) for one in value]
    plain = _plain(value)
    if isinstance(plain, Decimal):
        return int(plain) if plain == int(plain) else float(plain)
    if isinstance(plain, dt.date | dt.time):
        return plain.isoformat()
    return plain if plain is None or isinstance(plain, bool | int | float) else _text(plain)


def _plain(value: Any) -> Any:
    """Return ``value`` without what no file can hold: enums by value, aware times in the site's zone, no infinity."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, float | Decimal) and not math.isfinite(value):
        return None
    if isinstance(value, dt.datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    if isinstance(value, list | tuple | set | frozenset):
        return LIST_SEPARATOR.join(str(one) for one in value)
    return value


def _text(value: Any) -> str:
    return without_control_characters(str(value))


def _digits(value: int | float | Decimal) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
