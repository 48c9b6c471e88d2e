"""One cell in, one value out: functions that raise :class:`CellError` with what to write instead."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Choices
from django.forms import URLField
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import number_format
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from core.money import parse_roubles
from core.text import without_control_characters

from .cells import LIST_SEPARATOR
from .columns import Column, Type, folded
from .errors import CellError
from .files import ErrorText

EARLIEST = dt.date(1990, 1, 1)
LATEST = dt.date(2100, 12, 31)
YES, NO = gettext_lazy("yes"), gettext_lazy("no")
#: How much of a wrong cell a message repeats.
SHOWN = 60


def parse_cell(column: Column, value: Any, parse: Callable[[Any], Any] | None = None) -> Any:
    """Return what ``value`` means in ``column``; ``parse`` comes before the column's own. Empty cells give None.

    Text columns give an empty string instead of None, lists an empty list. Raises :class:`CellError`.
    """
    if isinstance(value, ErrorText):
        message = _("The formula in this cell failed: %(text)s. Type the value itself.")
        raise CellError(message % {"text": value})
    parse = parse or column.parse
    try:
        if parse:
            return parse(value)
        if column.choices:
            return parse_choice(value, column.choices)
        found = _PARSERS[column.type](value)
    except ValidationError as error:
        raise CellError(" ".join(error.messages)) from error
    if column.max_length and isinstance(found, str) and len(found) > column.max_length:
        message = _("%(count)d characters, at most %(limit)d fit. Shorten the text.")
        raise CellError(message % {"count": len(found), "limit": column.max_length})
    return found


def parse_text(value: Any) -> str:
    """Return the cell's text with its lines; a whole number loses the ``.0`` that spreadsheets give it."""
    if isinstance(value, float):
        value = int(value) if value.is_integer() else number_format(value, use_l10n=True)
    if isinstance(value, bool):
        value = YES if value else NO
    if isinstance(value, dt.date):
        value = f"{value:%d.%m.%Y}"
    return without_control_characters("" if value is None else str(value)).strip()


def parse_string(value: Any) -> str:
    """Return the cell's text in one line, with single spaces."""
    return " ".join(parse_text(value).split())


def parse_integer(value: Any) -> int | None:
    number = parse_number(value)
    if number is not None and number != int(number):
        raise CellError(_("Type a whole number, for example 120."))
    return None if number is None else int(number)


def parse_number(value: Any) -> Decimal | None:
    """Return a number; spaces between digits and a decimal comma are taken as people type them."""
    if isinstance(value, bool | dt.date):
        raise CellError(_("This is no number. Type it in digits, for example 120 or 12,5."))
    digits = "".join(str("" if value is None else value).split()).replace(",", ".")
    if not digits:
        return None
    try:
        number = Decimal(digits)
    except InvalidOperation as error:
        raise CellError(_("This is no number. Type it in digits, for example 120 or 12,5.")) from error
    if not number.is_finite() or number.adjusted() > 30:
        raise CellError(_("This is no number. Type it in digits, for example 120 or 12,5."))
    return number


def parse_money(value: Any) -> Decimal | None:
    """Return a sum in roubles; see :func:`core.money.parse_roubles`."""
    if isinstance(value, bool | dt.date):
        raise CellError(_("This is no sum. Type it in digits, for example 450000."))
    return parse_roubles(f"{value:f}" if isinstance(value, float) else parse_string(value))


def parse_day(value: Any) -> dt.date | None:
    """Return a day: of a date cell, or of a text like 18.05.2026 or 2026-05-18."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if not isinstance(value, dt.date):
        words = parse_string(value)
        if not words:
            return None
        value = _day_in(words)
    if value is None:
        raise CellError(_("There is no such date. Type it as day.month.year, for example 18.05.2026."))
    if not EARLIEST <= value <= LATEST:
        raise CellError(_("The year is out of the question. Type a date between 1990 and 2100."))
    return value


def _day_in(words: str) -> dt.date | None:
    parts = words.split(".")
    try:
        return dt.date(int(parts[2]), int(parts[1]), int(parts[0])) if len(parts) == 3 else parse_date(words)
    except (ValueError, OverflowError):
        return None


def parse_moment(value: Any) -> dt.datetime | None:
    """Return a day with its time, in the site's zone where the cell names none."""
    if not isinstance(value, dt.datetime):
        words = parse_string(value)
        if not words:
            return None
        try:
            value = parse_datetime(words)
        except ValueError:
            value = None
    if value is None:
        raise CellError(_("There is no such date and time. Type it like this: 2026-05-18 14:30:00."))
    return value if value.tzinfo else make_aware(value)


def parse_year(value: Any) -> int | None:
    words = parse_string(value)
    if not words:
        return None
    if not words.isdecimal() or not EARLIEST.year <= int(words) <= LATEST.year:
        raise CellError(_("Type a year of four digits, for example 2026."))
    return int(words)


def parse_boolean(value: Any) -> bool | None:
    """Return a truth value: of a cell, or of “yes” and “no” in any language of the site."""
    if isinstance(value, bool):
        return value
    word = folded(parse_string(value))
    if not word:
        return None
    for answer, words in ((True, {"true", "1", *_in_every_language(YES)}), (False, {"false", "0", *_no_words()})):
        if word in words:
            return answer
    raise CellError(_("Write “%(yes)s” or “%(no)s”.") % {"yes": YES, "no": NO})


def parse_list(value: Any) -> list[str]:
    """Return the parts of a cell that semicolons divide."""
    return [part.strip() for part in parse_string(value).split(LIST_SEPARATOR.strip()) if part.strip()]


def parse_url(value: Any) -> str:
    """Return an address of the web; one without its scheme gets ``https://``."""
    words = parse_string(value)
    try:
        return URLField(assume_scheme="https", required=False).clean(words)
    except ValidationError as error:
        message = _("This is no address of a page: %(text)s. Write it like this: https://example.org/page.")
        raise CellError(message % {"text": words[:SHOWN]}) from error


def parse_email(value: Any) -> str:
    words = parse_string(value)
    try:
        if words:
            validate_email(words)
    except ValidationError as error:
        message = _("This is no e-mail address: %(text)s. Write it like this: name@example.org.")
        raise CellError(message % {"text": words[:SHOWN]}) from error
    return words


def parse_uuid(value: Any) -> UUID | None:
    words = parse_string(value)
    try:
        return UUID(words) if words else None
    except ValueError as error:
        raise CellError(_("This is no identifier of ours. Copy it from the table that was downloaded here.")) from error


def parse_choice(value: Any, choices: type[Choices]) -> Any:
    """Return the choice whose words, in any language of the site, or whose code stand in the cell; None for empty."""
    words = parse_string(value)
    if not words:
        return None
    known = {folded(str(code)): code for code in choices.values}
    for language, _name in settings.LANGUAGES:
        with override(language):
            known |= {folded(str(label)): code for code, label in choices.choices}
    if folded(words) not in known:
        allowed = ", ".join(str(label) for code, label in choices.choices if code)
        raise CellError(_("“%(word)s” is not one of: %(allowed)s.") % {"word": words[:SHOWN], "allowed": allowed})
    return known[folded(words)]


def _in_every_language(word: Any) -> set[str]:
    found = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.add(folded(str(word)))
    return found


def _no_words() -> set[str]:
    return _in_every_language(NO)


_PARSERS: dict[Type, Callable[[Any], Any]] = {
    Type.STRING: parse_string,
    Type.TEXT: parse_text,
    Type.INTEGER: parse_integer,
    Type.NUMBER: parse_number,
    Type.MONEY: parse_money,
    Type.YEAR: parse_year,
    Type.DATE: parse_day,
    Type.DATETIME: parse_moment,
    Type.BOOLEAN: parse_boolean,
    Type.LIST: parse_list,
    Type.URL: parse_url,
    Type.EMAIL: parse_email,
    Type.UUID: parse_uuid,
}
