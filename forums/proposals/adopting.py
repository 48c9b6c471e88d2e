"""What the forum has adopted of a proposal: found by the words of the draft, confirmed by the organiser."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from rapidfuzz import fuzz
from wagtail.models import Locale

from core.caching import remember
from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage
from russian.differences import Piece, word_differences
from russian.tokens import folded, words

from .acts import step, tell_outcome
from .choices import SETTLED, Status
from .models import Adoption, DraftItem, Proposal, ProposalPeriod

#: Two texts of so many hundredths in common are one item, edited on the way.
ALIKE = 70
#: From here on the words are the same but for punctuation.
SAME = 95


def compare(old: str, new: str) -> list[Piece]:
    """What became of the words of ``old`` in ``new``, whatever their punctuation and case."""
    return word_differences(old, new, key=_bare)


def likeness(one: str, other: str) -> float:
    """From 0 to 100: how much two texts have in common, whatever the order."""
    return fuzz.token_sort_ratio(_bare(one), _bare(other))


def match_resolution(resolution: ResolutionPage) -> int:
    """Find the draft's items among the recommendations; what is found waits for the organiser. Gives how many."""
    forum = ForumPage.objects.parent_of(resolution).first()
    period = ProposalPeriod.of(forum) if forum else None
    if period is None or forum.locale_id != period.forum.locale_id:
        return 0
    adopted = [(item.translation_key, item.text) for item in resolution.recommendations]
    found = 0
    for item in DraftItem.objects.filter(period=period).prefetch_related("proposals"):
        key, ratio = max(
            ((key, likeness(item.text, text)) for key, text in adopted), key=lambda pair: pair[1], default=(None, 0)
        )
        if key is None or ratio < ALIKE:
            continue
        for proposal in item.proposals.all():
            _adoption, created = Adoption.objects.get_or_create(
                proposal=proposal, recommendation_key=key, defaults={"in_part": ratio < SAME}
            )
            found += created
    return found


def settle(proposal: Proposal, adoptions: Iterable[Adoption], note: str = "") -> None:
    """The organiser has confirmed what became of a proposal; without adoptions it was not adopted."""
    with transaction.atomic():
        kept = list(adoptions)
        for adoption in kept:
            adoption.is_confirmed = True
            adoption.save()
        proposal.adoptions.exclude(pk__in=[one.pk for one in kept]).delete()
        if kept:
            status = Status.ADOPTED_IN_PART if any(one.in_part for one in kept) else Status.ADOPTED
        else:
            status = Status.NOT_ADOPTED
        if proposal.status != status:
            step(proposal, status, note)
            tell_outcome(proposal)


def without_outcome(period: ProposalPeriod) -> list[Proposal]:
    """Published proposals about which the forum has not said its word."""
    return list(Proposal.objects.of(period).without_outcome())


def recommendations_by_key(keys: Iterable[UUID], locale: Locale) -> dict[UUID, Recommendation]:
    """The published recommendations with these keys."""
    return Recommendation.objects.by_key(keys, locale)


def proposals_of(recommendation: Recommendation) -> list[Proposal]:
    """The proposals that a recommendation came of, the earliest first."""
    if recommendation.translation_key not in remember("what proposals became", _find_adopted_keys):
        return []
    confirmed = Proposal.objects.public().filter(
        adoptions__recommendation_key=recommendation.translation_key,
        adoptions__is_confirmed=True,
        status__in=SETTLED,
    )
    return list(confirmed.select_related("period__forum").order_by("number").distinct())


def _find_adopted_keys() -> set[UUID]:
    return set(Adoption.objects.filter(is_confirmed=True).values_list("recommendation_key", flat=True))


def _bare(text: str) -> str:
    """Words alone, in lower case."""
    return " ".join(folded(word) for word in words(text))
