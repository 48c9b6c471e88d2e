"""Several of a fixed set of choices in one column."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChoiceSetField(models.CharField):
    """A set of values kept as ``,one,two,``, in the order of ``options``; in Python a list.

    ``queryset.filter(field__contains=ChoiceSetField.token("one"))`` finds the rows that have a value. ``options`` is
    a ``TextChoices``; it is no part of migrations. wagtail-localize takes every ``CharField`` for words to translate:
    a model declares ``SynchronizedField`` for it.
    """

    def __init__(self, *args: Any, options: type[models.TextChoices] | None = None, **kwargs: Any) -> None:
        self.options = options
        kwargs.setdefault("max_length", 200)
        super().__init__(*args, **kwargs)

    @staticmethod
    def token(value: str) -> str:
        """What the column contains for ``value``."""
        return f",{value},"

    def from_db_value(self, value: str | None, expression, connection) -> list[str]:
        return self.to_python(value)

    def to_python(self, value: Any) -> list[str]:
        parts: Iterable[str] = value.split(",") if isinstance(value, str) else value or ()
        given = {str(part) for part in parts if part}
        order = self.options.values if self.options else sorted(given)
        return [one for one in order if one in given] + sorted(given.difference(order))

    def get_prep_value(self, value: Any) -> str:
        if isinstance(value, str) and value.startswith(","):
            return value
        joined = ",".join(self.to_python(value))
        return f",{joined}," if joined else ""

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value: list[str], model_instance: models.Model | None) -> None:
        if not value and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")
        if self.options and set(value).difference(self.options.values):
            raise ValidationError(_("Choose from the list."), code="invalid_choice")

    def run_validators(self, value: list[str]) -> None:
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs: Any):
        return forms.MultipleChoiceField(
            choices=self.options.choices if self.options else (),
            widget=forms.CheckboxSelectMultiple,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
        )
