"""The names under which lists without a filter set of their own make their filters."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict

from .bound import BoundFilter, Label

Filter = BoundFilter


def choice_filter(
    query: QueryDict, name: str, label: Label, choices: Iterable[tuple[Any, Label]], *, everything: Label = ""
) -> BoundFilter:
    """A filter ``name`` over ``choices`` (value, label) as the query string has it set."""
    pairs = [(str(value), text) for value, text in choices]
    asked = query.get(name, "")
    return BoundFilter(name, label, pairs, asked if asked in {value for value, _label in pairs} else "", everything)
