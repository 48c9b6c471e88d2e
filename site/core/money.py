"""Sums in roubles: how people type them, how they are kept, how they are shown."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from russian.typography import NBSP, thin_number

#: More than a city's yearly budget: such a sum has a zero too many.
LARGEST_SUM = Decimal("10000000000")
TOO_LARGE = _("The sum is over 10 billion roubles. Check the number of zeros.")
NEGATIVE = _("A sum cannot be less than zero.")
NOT_A_SUM = _("Type the sum in digits, for example 1 500 000 or 1500000,50.")

_DECORATION = re.compile(r"[\s'₽]|руб(лей|ля|ль)?\.?|р\.$", re.IGNORECASE)


def parse_roubles(text: str) -> Decimal | None:
    """The sum that ``text`` names: «1 500 000 ₽», «1500000,50 руб.»; None for an empty text.

    Raises ``ValidationError`` for what is no sum, is negative, or absurdly large.
    """
    digits = _DECORATION.sub("", text).replace(",", ".")
    if not digits:
        return None
    try:
        value = Decimal(digits).quantize(Decimal("0.01"))
    except InvalidOperation as error:
        raise ValidationError(NOT_A_SUM) from error
    if value < 0:
        raise ValidationError(NEGATIVE)
    if value > LARGEST_SUM:
        raise ValidationError(TOO_LARGE)
    return value


def roubles(value: Decimal | int | None, language: str | None = None) -> str:
    """«1 500 000 ₽»: kopecks only when there are any; an empty text for None."""
    if value is None:
        return ""
    whole = value == int(value)
    language = language or get_language() or "ru"
    return f"{thin_number(int(value) if whole else value, None if whole else 2, language)}{NBSP}₽"


class RoublesField(forms.CharField):
    """A text box that takes a sum the way people type it."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        return thin_number(int(value) if value == int(value) else value).replace("\u202f", " ")

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        return value if isinstance(value, Decimal) else parse_roubles(str(value or ""))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return initial != self.to_python(data)
        except ValidationError:
            return True


class MoneyField(models.DecimalField):
    """A sum in roubles with kopecks, from zero to :data:`LARGEST_SUM`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_digits": 13, "decimal_places": 2}
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_digits"], kwargs["decimal_places"]
        return name, path, args, kwargs

    @property
    def validators(self):
        return [MinValueValidator(0, NEGATIVE), MaxValueValidator(LARGEST_SUM, TOO_LARGE), *super().validators]

    def formfield(self, **kwargs: Any):
        options = {"required": not self.blank, "label": self.verbose_name, "help_text": self.help_text}
        kwargs.pop("widget", None)
        return RoublesField(**(options | kwargs))
