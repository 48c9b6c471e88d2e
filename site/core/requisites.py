"""INN and OGRN: numbers of taxpayers and legal entities, with their control digits.

Rules: order of the Federal Tax Service of 29 June 2012 № ММВ-7-6/435@ (INN) and of the Ministry of Finance of
30 October 2017 № 165н (OGRN): the last digits are computed from those before them.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_INN_WEIGHTS = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)


def _control(digits: str) -> int:
    """Control digit of an INN's beginning: a weighted sum, modulo 11, modulo 10."""
    weights = _INN_WEIGHTS[-len(digits) :]
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 % 10


def is_inn(value: str) -> bool:
    """Whether ``value`` is the INN of an organisation (10 digits) or of a person (12)."""
    if not (value.isascii() and value.isdigit()) or int(value) == 0:
        return False
    if len(value) == 10:
        return _control(value[:9]) == int(value[9])
    return len(value) == 12 and _control(value[:10]) == int(value[10]) and _control(value[:11]) == int(value[11])


def is_ogrn(value: str) -> bool:
    """Whether ``value`` is an OGRN (13 digits) or an OGRNIP (15)."""
    if not (value.isascii() and value.isdigit()) or len(value) not in (13, 15) or int(value) == 0:
        return False
    body, last = value[:-1], int(value[-1])
    return int(body) % (len(body) - 1) % 10 == last


def validate_organisation_inn(value: str) -> None:
    """Refuse what is no INN of a legal entity."""
    if len(value) != 10:
        raise ValidationError(_("The INN of an organisation has 10 digits."))
    if not is_inn(value):
        raise ValidationError(_("There is no such INN: its last digit does not fit the others. Check for a slip."))


def validate_organisation_ogrn(value: str) -> None:
    """Refuse what is no OGRN of a legal entity."""
    if len(value) != 13:
        raise ValidationError(_("The OGRN of an organisation has 13 digits."))
    if not is_ogrn(value):
        raise ValidationError(_("There is no such OGRN: its last digit does not fit the others. Check for a slip."))
