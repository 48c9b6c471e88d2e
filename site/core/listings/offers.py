"""What filters offer: values that occur in a list, asked for at once."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db.models import CharField, QuerySet, Value

#: Value and label.
Pair = tuple[str, str]


class Offer(NamedTuple):
    """Rows that hold what a filter may offer, and the expressions of the value and of its label."""

    rows: QuerySet
    value: Any
    label: Any


def find_offers(offers: Mapping[str, Offer]) -> dict[str, list[Pair]]:
    """Value and label of what each filter may offer, by label, each once; they are asked for in one query."""
    found: dict[str, list[Pair]] = {name: [] for name in offers}
    parts = [
        offer.rows.order_by().values_list(Value(name, output_field=CharField()), offer.value, offer.label).distinct()
        for name, offer in offers.items()
    ]
    for name, value, label in parts[0].union(*parts[1:]) if parts else ():
        found[name].append((value, label))
    return {name: sorted(pairs, key=lambda pair: pair[1].casefold()) for name, pairs in found.items()}
