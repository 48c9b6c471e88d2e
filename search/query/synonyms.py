"""Synonyms: those that a new site begins with, and the editors' as the planner takes them, groups of key sequences."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from django.db.models import Count, Max

from search.models import Synonyms
from search.query.parser import phrase_term

DATA = Path(__file__).parents[1] / "data" / "synonyms.txt"


def shipped(path: Path = DATA) -> list[tuple[str, ...]]:
    """The groups that a new site begins with: a line of the file each, phrases apart by an equals sign."""
    lines = path.read_text(encoding="utf-8").splitlines()
    groups = [tuple(phrase.strip() for phrase in line.split(" = ")) for line in lines if not line.startswith("#")]
    return [group for group in groups if len(group) > 1]


def missing(known: Iterable[str], path: Path = DATA) -> list[tuple[str, ...]]:
    """Shipped groups whose first phrase leads no group of ``known``, each the phrases of a group, one a line."""
    leading = {phrase.strip().lower() for words in known for phrase in words.splitlines()[:1]}
    return [group for group in shipped(path) if group[0].lower() not in leading]


#: A new site's groups.
FIRST = shipped()

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
