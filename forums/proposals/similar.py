"""Proposals and recommendations that say nearly the same, by the dictionary forms of their words."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation
from russian.lemmas import lemma
from russian.likeness import KnownTexts
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
    shares = KnownTexts(map(keys_of, texts), smoothing=1).coverage(wanted)
    nearest = sorted((place for place, share in shares.items() if share >= ENOUGH), key=lambda n: (-shares[n], n))
    said = [*proposals, *recommendations]
    return [_shown(said[place], forum) for place in nearest[:LIMIT]]


def _shown(found: Proposal | Recommendation, forum: ForumPage) -> Similar:
    if isinstance(found, Proposal):
        title = _("Proposal %(label)s") % {"label": found.label}
        return Similar(title, found.what, f"{forum.url}proposals/{found.number}/", found)
    title = _("Recommendation, %(place)s") % {"place": found.place_label}
    return Similar(title, found.short_text, found.get_absolute_url())
