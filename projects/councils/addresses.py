"""“Which council is mine?”: from a street and a house, or from a point on the map, to a council."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

import shapely
from rapidfuzz import fuzz, process
from shapely.geometry import shape

from projects.geo.houses import Match
from projects.geo.latin import read_latin, spelled_like
from projects.geo.streets import AddressQuery, read_address_query

from .models.council import CouncilPage
from .models.parts import CouncilStreet
from .querysets import CouncilQuerySet, CouncilStreetQuerySet

#: What a visitor types is cut to this length before anything else happens.
LONGEST_QUESTION = 200
#: Streets looked at for one question; a longer answer helps nobody.
MOST_STREETS = 400
LIKENESS = 72
#: “56.0718, 54.1532”: latitude first, as map programs and phones give it.
_POINT = re.compile(r"^\s*(-?\d{1,2}[.,]\d+)\s*[,; ]\s*(-?\d{1,3}[.,]\d+)\s*$")


@dataclass(frozen=True)
class FoundCouncil:
    """A council, and the lines of its address list that answer the question (none when found by a point)."""

    council: CouncilPage
    streets: list[CouncilStreet] = field(default_factory=list)


@dataclass(frozen=True)
class Answer:
    """``outcome`` is one of: found, no_house (the street is known, the house is not), no_street, outside, unclear."""

    question: str
    outcome: str
    found: list[FoundCouncil] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)


def answer(councils: CouncilQuerySet, question: str) -> Answer | None:
    """The answer to ``question`` among ``councils``; None when nothing was asked."""
    question = " ".join(question[:LONGEST_QUESTION].replace("\x00", "").split())
    if not question:
        return None
    if point := _POINT.match(question):
        latitude, longitude = (float(number.replace(",", ".")) for number in point.groups())
        return _by_point(councils, question, longitude, latitude)
    asked = read_address_query(_in_cyrillic(councils, question))
    if asked is None:
        return Answer(question, "unclear")
    return _by_street(councils, question, asked)


def _in_cyrillic(councils: CouncilQuerySet, question: str) -> str:
    """A question in Latin letters as the register spells it, where it knows such a street."""
    latin = read_latin(question)
    if latin is None:
        return question
    title = spelled_like(latin.key, councils.streets().order_by().values_list("title", flat=True).distinct())
    return f"{title}, {latin.house}" if title and latin.house else title or question


def _by_point(councils: CouncilQuerySet, question: str, longitude: float, latitude: float) -> Answer:
    point = shapely.Point(longitude, latitude)
    near = councils.around(longitude, latitude).values_list("pk", "boundary")
    inside = [pk for pk, boundary in near if shape(boundary).covers(point)]
    if not inside:
        return Answer(question, "outside")
    listed = councils.filter(pk__in=inside).for_list().in_order()
    return Answer(question, "found", [FoundCouncil(council) for council in listed])


def _by_street(councils: CouncilQuerySet, question: str, asked: AddressQuery) -> Answer:
    found = _found(councils, councils.streets().matching(asked.street))
    if not found:
        return Answer(question, "no_street", suggestions=_similar(councils, asked))
    matches = {street.pk: street.match(asked.house) for one in found for street in one.streets}
    best = max(matches.values())
    if best is Match.NO:
        return Answer(question, "no_house", found)
    kept = [FoundCouncil(one.council, [row for row in one.streets if matches[row.pk] is best]) for one in found]
    return Answer(question, "found", [one for one in kept if one.streets])


def _found(councils: CouncilQuerySet, streets: CouncilStreetQuerySet) -> list[FoundCouncil]:
    """Councils with their lines among ``streets``: whole names when there are any, else beginnings."""
    rows = list(streets[:MOST_STREETS])
    by_council: dict[int, list[CouncilStreet]] = defaultdict(list)
    for row in [row for row in rows if row.is_whole] or rows:
        by_council[row.council_id].append(row)
    listed = councils.filter(pk__in=list(by_council)).for_list().in_order() if by_council else []
    return [FoundCouncil(council, by_council[council.pk]) for council in listed]


def _similar(councils: CouncilQuerySet, asked: AddressQuery) -> list[str]:
    """Streets of the register that a slip of the pen may have meant."""
    titles = dict(councils.streets().order_by().values_list("key", "title").distinct())
    close = process.extract(asked.street.key, titles.keys(), scorer=fuzz.WRatio, score_cutoff=LIKENESS, limit=4)
    return [titles[key] for key, _score, _index in close]
