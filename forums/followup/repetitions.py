"""Recommendations that forum after forum asks for again."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from uuid import UUID

from django.utils.translation import gettext as _
from wagtail.models import Locale

from forums.resolutions.models import Recommendation

from .subjects import Subject, load_subjects


def repetitions() -> dict[UUID, UUID]:
    """From each recommendation that repeats another one to that one: a single query."""
    rows = Recommendation.objects.live().filter(repeats__isnull=False)
    return dict(rows.values_list("translation_key", "repeats"))


def chain_keys(key: UUID, repeats: Mapping[UUID, UUID]) -> set[UUID]:
    """Everything connected with ``key`` by repetition, both ways; a ring ends where it began."""
    neighbours: dict[UUID, set[UUID]] = {}
    for later, earlier in repeats.items():
        neighbours.setdefault(later, set()).add(earlier)
        neighbours.setdefault(earlier, set()).add(later)
    seen, waiting = {key}, [key]
    while waiting:
        for neighbour in neighbours.get(waiting.pop(), ()):
            if neighbour not in seen:
                seen.add(neighbour)
                waiting.append(neighbour)
    return seen


def load_chain(key: UUID, on: dt.date, locale: Locale) -> list[Subject]:
    """The recommendation and those it repeats or is repeated by, adopted up to ``on``, the earliest first."""
    keys = chain_keys(key, repetitions())
    if keys == {key}:
        return []
    chain = [subject for subject in load_subjects(locale.language_code, keys=keys) if subject.adopted_on <= on]
    return chain if len(chain) > 1 else []


def repeated_by(subjects: Iterable[Subject], on: dt.date) -> dict[UUID, Subject]:
    """From a recommendation to the first later one, adopted up to ``on``, that repeats it."""
    found: dict[UUID, Subject] = {}
    for subject in subjects:
        if subject.repeats and subject.adopted_on <= on:
            found.setdefault(subject.repeats, subject)
    return found


def streak(chain: Sequence[Subject], key: UUID) -> str:
    """How often it has been asked up to ``key``: "the third year running"; empty for the first time."""
    years = [subject.adopted_on.year for subject in chain]
    place = next((index for index, subject in enumerate(chain) if subject.key == key), 0)
    count = place + 1
    if count < 2:
        return ""
    asked = years[: place + 1]
    running = all(later - earlier == 1 for earlier, later in pairwise(asked))
    return _running(count) if running else _again(count)


def _running(count: int) -> str:
    words = {
        2: _("the second year running"),
        3: _("the third year running"),
        4: _("the fourth year running"),
        5: _("the fifth year running"),
    }
    return words.get(count) or _("for %(count)s years running") % {"count": count}


def _again(count: int) -> str:
    words = {2: _("for the second time"), 3: _("for the third time"), 4: _("for the fourth time")}
    return words.get(count) or _("%(count)s times by now") % {"count": count}
