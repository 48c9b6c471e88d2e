"""Synonyms as the planner wants them: groups of key sequences."""

from functools import lru_cache

from django.db.models import Count, Max

from .models import Synonyms
from .query.parser import phrase_term

Group = tuple[tuple[str, ...], ...]


def groups(using: str = "default") -> tuple[Group, ...]:
    """Every group of synonyms as keys; read again when one was added, changed or removed."""
    stamp = Synonyms.objects.using(using).aggregate(newest=Max("changed_at"), number=Count("pk"))
    return _groups(using, stamp["newest"], stamp["number"])


@lru_cache(maxsize=8)
def _groups(using: str, newest: object, number: int) -> tuple[Group, ...]:
    found = []
    for synonyms in Synonyms.objects.using(using).all():
        terms = [phrase_term(phrase) for phrase in synonyms.phrases]
        group = tuple(dict.fromkeys(term.keys for term in terms if term))
        if len(group) > 1:
            found.append(group)
    return tuple(found)
