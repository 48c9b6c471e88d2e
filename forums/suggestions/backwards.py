"""From a recommendation to pages: which of the past year's may be evidence for it."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from core.caching import remember
from forums.followup.dossiers import Dossier
from forums.followup.permissions import User

from .matches import Match, is_open, load_open, load_pages, pages_of_the_year
from .scoring import MOST

#: Without news for so many months a recommendation is quiet.
QUIET_MONTHS = 6
#: The latest pages that are looked through.
LOOKED_THROUGH = 150


def is_quiet(dossier: Dossier) -> bool:
    """Whether nothing was reported of an open recommendation for half a year."""
    heard = dossier.latest_report.date if dossier.latest_report else dossier.subject.adopted_on
    return is_open(dossier) and heard < timezone.localdate() - relativedelta(months=QUIET_MONTHS)


def pages_for(user: User, dossiers: Sequence[Dossier]) -> dict[UUID, list[Match]]:
    """At most three pages for each quiet recommendation of ``dossiers``, best first. By words alone, to be quick."""
    quiet = {dossier.key for dossier in dossiers if is_quiet(dossier)}
    if not quiet:
        return {}
    # Comparing a year's pages with everything that is open takes seconds; it stays true until content changes.
    found = remember(("pages for recommendations", user.pk), lambda: _pages_by_recommendation(user))
    return {key: matches for key, matches in found.items() if key in quiet}


def _pages_by_recommendation(user: User) -> dict[UUID, list[Match]]:
    found: dict[UUID, list[Match]] = defaultdict(list)
    for matches in load_open(user, with_vectors=False).match(load_pages(pages_of_the_year()[:LOOKED_THROUGH])):
        for match in matches:
            found[match.subject.key].append(match)
    return {key: sorted(matches, key=lambda match: -match.suggestion.score)[:MOST] for key, matches in found.items()}
