"""Doubts about a council's address list: lines that name no street, and houses that another council claims."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from core.concerns import Concern
from projects.geo.houses import Houses, HousesError, read_houses
from projects.geo.streets import AddressError, AddressLine, read_address_list

from .models.parts import CouncilStreet

FIELD = "addresses"
#: So many claims are named; who has more will look at the list anyway.
MOST = 10


def address_concerns(council: Any) -> Iterator[Concern]:
    """What to look at in the list of ``council``, which may be a draft."""
    try:
        lines = read_address_list(council.addresses)
    except (AddressError, HousesError):
        return  # an error at the field says it already
    for line in lines:
        if not line.street.kind:
            message = _("“%(line)s” does not look like a street: write its type, for example: ul. Ozyornaya, 1–15.")
            yield Concern(FIELD, message % {"line": line.title})
    yield from list(_rival_claims(council, lines))[:MOST]


def _rival_claims(council: Any, lines: list[AddressLine]) -> Iterator[Concern]:
    keys = {line.street.key: line for line in lines}
    rows = CouncilStreet.objects.filter(key__in=keys, council__live=True, council__locale=council.locale_id)
    for row in rows.exclude(council=council.pk).select_related("council"):
        line = keys[row.key]
        if len({line.street.kind, row.kind} - {""}) < 2 and _share(line, row):
            message = _("“%(line)s”: %(council)s claims houses of it, too (%(theirs)s). Ask which of the two is right.")
            yield Concern(
                FIELD,
                message % {"line": line.title, "council": row.council.title, "theirs": str(row)},
            )


def _share(line: AddressLine, row: CouncilStreet) -> bool:
    return any(overlap(own, other) for own in read_houses(line.houses) for other in read_houses(row.houses))


def overlap(one: Houses, other: Houses) -> bool:
    """Whether some house belongs to both runs."""
    first = max(one.first, other.first)
    ends = [run.last for run in (one, other) if run.last is not None]
    last = min(ends) if ends else None
    if last is not None and first > last:
        return False
    if one.suffix is not None and other.suffix is not None and one.suffix != other.suffix:
        return False
    sides = {run.parity for run in (one, other)} - {None}
    if len(sides) == 2:
        return False
    if not sides:
        return True
    side = sides.pop()
    first += first % 2 != side
    return last is None or first <= last
