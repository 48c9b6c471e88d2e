"""The site as evidence: what other apps tell of a recommendation.

``forums`` may not import the apps that carry recommendations out; they register here, from their ``ready``:

- a *part* of the site that lives by itself (contests, projects, councils, events): :func:`register_part`;
- a finder of *works*: things that say "this carries out recommendation X": :func:`register_works`.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from wagtail.models import Locale

from core.models import Topic


@dataclass(frozen=True, slots=True)
class Pulse:
    """How alive a part is on a day.

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


#: From a day, a language and a topic (None for all) to the pulse of the part.
Feeler = Callable[[dt.date, Locale, Topic | None], Pulse]
#: From keys of recommendations, a day and a language to what carries them out up to that day.
Finder = Callable[[Iterable[UUID], dt.date, Locale], Mapping[UUID, Sequence[Work]]]

_parts: dict[str, tuple[str | Promise, Feeler]] = {}
_finders: dict[str, Finder] = {}


def register_part(slug: str, label: str | Promise, feel: Feeler) -> None:
    """Make a part of the site known under ``slug`` ("contests"); editors choose it by ``label``."""
    _parts[slug] = (label, feel)


def register_works(slug: str, find: Finder) -> None:
    """Make a kind of works known. ``find`` gives only what the public may see, in a constant number of queries."""
    _finders[slug] = find


def part_choices() -> list[tuple[str, str | Promise]]:
    """The registered parts for a form."""
    return [(slug, label) for slug, (label, _feel) in _parts.items()]


def part_label(slug: str) -> str:
    """The part's name; the slug itself when nothing is registered under it any more."""
    return str(_parts[slug][0]) if slug in _parts else slug


def pulse(slug: str, on: dt.date, locale: Locale, topic: Topic | None = None) -> Pulse | None:
    """The pulse of a part as of a day; None when the part is not known."""
    return _parts[slug][1](on, locale, topic) if slug in _parts else None


def works(keys: Iterable[UUID], on: dt.date, locale: Locale) -> dict[UUID, list[Work]]:
    """What carries each of the recommendations out, the earliest first."""
    wanted = set(keys)
    found: dict[UUID, list[Work]] = {key: [] for key in wanted}
    for find in _finders.values():
        for key, items in find(wanted, on, locale).items():
            found.setdefault(key, []).extend(items)
    for items in found.values():
        items.sort(key=lambda work: (work.on or dt.date.min, work.title))
    return found
