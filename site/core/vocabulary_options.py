"""What several filters may offer, asked for at once."""

from django.db.models import CharField, F, QuerySet, Value


def options(**offers: QuerySet) -> dict[str, list[tuple[str, str]]]:
    """Value and label of what each filter offers, by label, each once: one query, however many filters there are.

    An offer is a queryset of terms, or of anything with an annotation ``facet`` that is its own label.
    """
    parts = [_pairs(found.order_by(), name) for name, found in offers.items()]
    offered: dict[str, list[tuple[str, str]]] = {name: [] for name in offers}
    for name, value, label in parts[0].union(*parts[1:]):
        offered[name].append((value, label))
    return {name: sorted(pairs, key=lambda pair: pair[1].casefold()) for name, pairs in offered.items()}


def _pairs(found: QuerySet, name: str) -> QuerySet:
    own = "facet" in found.query.annotations
    columns = (F("facet"), F("facet")) if own else (F("slug"), F("title"))
    return found.values_list(Value(name, output_field=CharField()), *columns)
