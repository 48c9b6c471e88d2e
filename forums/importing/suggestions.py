"""Which recommendation of an earlier forum an item repeats: the words both have, each weighed by how rare it is."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from wagtail.models import Locale

from forums.importing.linking import lemmas
from forums.resolutions.models import Recommendation

ALIKE = 0.5
"""The least share of weight that two texts have in common."""
LONGEST = 2000


def earlier_recommendations(locale: Locale, before: date | None) -> list[Recommendation]:
    """What forums before that day have asked for, the newest first; of all forums where the day is not known."""
    rows = Recommendation.objects.live().in_locale(locale).with_place().order_by("-section__page__adopted_on", "pk")
    return list(rows.filter(section__page__adopted_on__lt=before) if before else rows)


def repeated_in(texts: Collection[str], earlier: Sequence[Recommendation]) -> dict[str, Recommendation]:
    """Return for each of *texts* the earlier recommendation that it is most like, if it is like any."""
    known = [frozenset(lemmas(item.text[:LONGEST])) for item in earlier]
    count = Counter(word for words in known for word in words)
    weights = {word: math.log(1 + len(known) / number) for word, number in count.items()}
    unknown = math.log(1 + len(known))
    holders = defaultdict(list)
    for place, words in enumerate(known):
        for word in words:
            holders[word].append(place)
    sizes = [_weight(words, weights, unknown) for words in known]
    found = {}
    for text in texts:
        asked = frozenset(lemmas(text[:LONGEST]))
        common: dict[int, float] = defaultdict(float)
        for word in asked:
            for place in holders.get(word, ()):
                common[place] += weights[word]
        size = _weight(asked, weights, unknown)
        scored = ((2 * shared / (size + sizes[place]), -place) for place, shared in common.items())
        best = max(scored, default=(0.0, 0))
        if best[0] >= ALIKE:
            found[text] = earlier[-best[1]]
    return found


def _weight(words: Iterable[str], weights: dict[str, float], unknown: float) -> float:
    return sum(weights.get(word, unknown) for word in words)
