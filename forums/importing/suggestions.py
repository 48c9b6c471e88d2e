"""Which recommendation of an earlier forum an item repeats: the words both have, each weighed by how rare it is."""

from collections.abc import Collection, Sequence
from datetime import date

from wagtail.models import Locale

from forums.importing.linking import lemmas
from forums.resolutions.models import Recommendation
from russian.likeness import KnownTexts

ALIKE = 0.5
"""The least share of weight that two texts have in common."""
LONGEST = 2000


def earlier_recommendations(locale: Locale, before: date | None) -> list[Recommendation]:
    """What forums before that day have asked for, the newest first; of all forums where the day is not known."""
    rows = Recommendation.objects.live().in_locale(locale).with_place().order_by("-section__page__adopted_on", "pk")
    return list(rows.filter(section__page__adopted_on__lt=before) if before else rows)


def repeated_in(texts: Collection[str], earlier: Sequence[Recommendation]) -> dict[str, Recommendation]:
    """Return for each of *texts* the earlier recommendation that it is most like, if it is like any."""
    known = KnownTexts(frozenset(lemmas(item.text[:LONGEST])) for item in earlier)
    found = {}
    for text in texts:
        shares = known.mutual_share(frozenset(lemmas(text[:LONGEST])))
        share, place = max(((share, -place) for place, share in shares.items()), default=(0.0, 0))
        if share >= ALIKE:
            found[text] = earlier[-place]
    return found
