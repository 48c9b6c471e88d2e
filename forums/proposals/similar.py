"""Proposals and recommendations that say nearly the same, by the dictionary forms of their words."""

import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation
from russian.lemmas import lemma
from russian.tokens import words

from .models import Proposal, ProposalPeriod

#: How many are shown.
LIMIT = 5
#: The share of the weight of the typed words that must be met.
ENOUGH = 0.4
#: More than these of either kind are not compared, the newest first.
MOST = 600
#: Shorter words say nothing of what is meant.
SHORTEST_WORD = 4


@dataclass(frozen=True)
class Similar:
    """Something said already: ``proposal`` is None for a recommendation."""

    title: str
    text: str
    url: str
    proposal: Proposal | None = None


@lru_cache(maxsize=5_000)
def keys_of(text: str) -> frozenset[str]:
    """The dictionary forms of the words that carry the meaning."""
    return frozenset(lemma(word) for word in words(text) if len(word) >= SHORTEST_WORD)


def find_similar(text: str, forum: ForumPage, period: ProposalPeriod) -> list[Similar]:
    """Up to :data:`LIMIT` proposals to this forum and recommendations of all forums, the nearest first."""
    wanted = keys_of(text)
    if len(wanted) < 2:
        return []
    proposals = list(Proposal.objects.of(period).public().order_by("-pk")[:MOST])
    recommendations = list(Recommendation.objects.live().in_locale(forum.locale).with_place().order_by("-pk")[:MOST])
    texts = [one.what for one in proposals] + [one.text for one in recommendations]
    scores = _scores(wanted, texts)
    ranked = sorted(zip(scores, [*proposals, *recommendations], strict=True), key=lambda pair: -pair[0])
    return [_shown(found, forum) for score, found in ranked[:LIMIT] if score >= ENOUGH]


def _scores(wanted: frozenset[str], texts: list[str]) -> list[float]:
    """For each text the share of the weight of ``wanted`` that it has; rare words weigh more."""
    sets = [keys_of(text) for text in texts]
    counts = Counter(key for keys in sets for key in keys)
    weights = {key: math.log(1 + len(sets) / (1 + counts[key])) for key in wanted}
    whole = sum(weights.values()) or 1.0
    return [sum(weights[key] for key in wanted & keys) / whole for keys in sets]


def _shown(found: Proposal | Recommendation, forum: ForumPage) -> Similar:
    if isinstance(found, Proposal):
        title = _("Proposal %(label)s") % {"label": found.label}
        return Similar(title, found.what, f"{forum.url}proposals/{found.number}/", found)
    title = _("Recommendation, %(place)s") % {"place": found.place_label}
    return Similar(title, found.short_text, found.get_absolute_url())
