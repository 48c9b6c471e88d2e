"""One cell in, one value out: plain functions that raise :class:`CellError` with what to write instead."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.money import parse_roubles
from core.text import without_control_characters
from projects.geo.point import check_within, read_point, write_point

from .columns import folded
from .errors import CellError

EARLIEST = dt.date(1990, 1, 1)
LATEST = dt.date(2100, 12, 31)


def text(value: Any, limit: int) -> str:
    """Words of at most ``limit`` characters; a whole number loses the ``.0`` that spreadsheets give it."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, dt.datetime):
        value = f"{value:%d.%m.%Y}"
    words = " ".join(without_control_characters(str("" if value is None else value)).split())
    words = words[1:] if words.startswith(("'=", "'+", "'-", "'@")) else words
    if len(words) > limit:
        raise CellError(
            _("%(count)d characters, at most %(limit)d fit. Shorten the text.") % {"count": len(words), "limit": limit}
        )
    return words


def money(value: Any) -> Decimal | None:
    if isinstance(value, bool | dt.date):
        raise CellError(_("This is no sum. Type it in digits, for example 450000."))
    try:
        return parse_roubles(f"{value:f}" if isinstance(value, float) else text(value, 40))
    except ValidationError as error:
        raise CellError(str(error.message)) from error


def day(value: Any) -> dt.date | None:
    """A date cell, or a text like 18.05.2026 or 2026-05-18."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return _sane(value)
    words = text(value, 40)
    if not words:
        return None
    try:
        parts = words.split(".")
        found = dt.date(int(parts[2]), int(parts[1]), int(parts[0])) if len(parts) == 3 else parse_date(words)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise CellError(_("There is no such date. Type it as day.month.year, for example 18.05.2026."))
    return _sane(found)


def _sane(found: dt.date) -> dt.date:
    if not EARLIEST <= found <= LATEST:
        raise CellError(_("The year is out of the question. Type a date between 1990 and 2100."))
    return found


def year(value: Any) -> int | None:
    words = text(value, 20)
    if not words:
        return None
    if not words.isdecimal() or not EARLIEST.year <= int(words) <= LATEST.year:
        raise CellError(_("Type a year of four digits, for example 2026."))
    return int(words)


def point(value: Any, land: dict[str, Any] | None = None) -> str:
    """A place as it is kept; ``land`` is the municipality's boundary, which it must not leave."""
    try:
        place = read_point(text(value, 60))
        if place and land:
            check_within(*place, land)
    except ValidationError as error:
        raise CellError(str(error.message)) from error
    return write_point(*place) if place else ""


def choice(value: Any, choices: type[TextChoices]) -> str:
    """The choice whose name, in any language of the site, is written in the cell."""
    words = text(value, 100)
    known = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            known |= {folded(str(label)): key for key, label in choices.choices}
    if folded(words) in known:
        return known[folded(words)]
    allowed = ", ".join(str(label) for label in choices.labels)
    raise CellError(_("“%(word)s” is not one of: %(allowed)s.") % {"word": words, "allowed": allowed})


def term(value: Any, known: dict[str, Any]) -> Any:
    """The vocabulary's term named in the cell, None for an empty one; ``known`` maps folded titles to terms."""
    words = text(value, 255)
    if not words:
        return None
    if folded(words) not in known:
        raise CellError(
            _("There is no “%(word)s” on the site. Check the spelling, or add it to the vocabulary first.")
            % {"word": words}
        )
    return known[folded(words)]


def several(value: Any, known: dict[str, Any]) -> list[Any]:
    """The terms named in the cell, separated by semicolons."""
    words: Iterable[str] = text(value, 1000).split(";")
    return [term(word, known) for word in words if word.strip()]
