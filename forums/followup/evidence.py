"""The site as evidence: what the rooms above tell of a recommendation.

They register in their ``wagtail_hooks.py``, through :mod:`core.extensions`:

- :func:`register_part`: the activity of a part of the site (contests, projects, councils, events), which editors
  may link a recommendation to;
- :func:`register_works`: things that say "this carries out recommendation X".
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import get_language
from wagtail.models import Locale

from core.caching import remember
from core.extensions import extend, extensions_of
from core.models import Topic

#: Names of the extensions.
PARTS, WORKS = "part of the site", "works"


@dataclass(frozen=True, slots=True)
class Activity:
    """How active a part is on a day.

    ``text`` is a sentence in the active language: "14 contests announced in the last 12 months". ``latest_on`` is the
    day of the latest one up to the asked day, None if there was none. ``url`` leads to the part.
    """

    text: str
    url: str
    latest_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """Something that carries a recommendation out: a project, a practice. ``on`` is the day it began or was told of."""

    title: str
    url: str
    kind: str
    on: dt.date | None = None


#: From a day, a language and a topic (None for all) to the activity of the part.
ActivityCounter: TypeAlias = Callable[[dt.date, Locale, Topic | None], Activity]
#: From keys of recommendations, a day and a language to what carries them out up to that day.
WorkFinder: TypeAlias = Callable[[Iterable[UUID], dt.date, Locale], Mapping[UUID, Sequence[Work]]]


@dataclass(frozen=True)
class SitePart:
    """A registered part. Editors choose it by ``label``."""

    slug: str
    label: str | Promise
    count: ActivityCounter

    def __call__(self, on: dt.date, locale: Locale, topic: Topic | None = None) -> Activity:
        return self.count(on, locale, topic)


def register_part(slug: str, label: str | Promise, count: ActivityCounter) -> None:
    """Make a part of the site known under ``slug`` ("contests"); editors choose it by ``label``."""
    extend(PARTS)(SitePart(slug, label, count))


def register_works(find: WorkFinder) -> None:
    """Make a kind of works known. ``find`` gives only what the public may see, in a constant number of queries."""
    extend(WORKS)(find)


def part_choices() -> list[tuple[str, str | Promise]]:
    """The registered parts for a form."""
    return [(slug, part.label) for slug, part in _parts().items()]


def part_label(slug: str) -> str:
    """The part's name; the slug itself when nothing is registered under it any more."""
    part = _parts().get(slug)
    return str(part.label) if part else slug


def part_activity(slug: str, on: dt.date, locale: Locale, topic: Topic | None = None) -> Activity | None:
    """The activity of a part as of a day; None when the part is not known."""
    part = _parts().get(slug)
    if part is None:
        return None
    name = ("activity", slug, on, locale.pk, topic and topic.pk, get_language())
    return remember(name, lambda: part(on, locale, topic))


def works(keys: Iterable[UUID], on: dt.date, locale: Locale) -> dict[UUID, list[Work]]:
    """What carries each of the recommendations out, the earliest first."""
    wanted = set(keys)
    found: dict[UUID, list[Work]] = {key: [] for key in wanted}
    for find in extensions_of(WORKS):
        for key, items in find(wanted, on, locale).items():
            found.setdefault(key, []).extend(items)
    for items in found.values():
        items.sort(key=lambda work: (work.on or dt.date.min, work.title))
    return found


def _parts() -> dict[str, SitePart]:
    """By slug; a later registration takes the place of an earlier one."""
    registered: list[Any] = extensions_of(PARTS)
    return {part.slug: part for part in registered}
