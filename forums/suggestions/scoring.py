"""From texts and recommendations to suggestions: which of these is the text about, and by which words. Pure functions.

What counts, in this order: notions that both tell of (:mod:`.notions`), words of one nest (rare ones within these
recommendations more), nearness of vectors where there is an encoder, whom the text shows acting, shared topics,
and what editors decided on other texts. A text that is about something ordinary gets no suggestions at all.
"""

import datetime as dt
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .notions import actors, meanings, ordinary_notions, rareness
from .vectors import Nearness, TextEncoder
from .weights import WEIGHTS, Weights
from .words import nests

MOST = 3
_WORDS_SHOWN = 5
_DECLARATORY, _RECURRING = "declaratory", "recurring"
#: A notion with less than this share of the strongest one's power is only mentioned.
_PASSING = 0.3
#: What the words of a recommendation weigh together, usually: long ones should not lose by their length.
_USUAL_WEIGHT = 20.0
#: Nests of words by which it is seen that something is done again.
_AGAIN = frozenset(nests("снова вновь очередной опять традиционный ежегодный ежегодно подряд ежемесячный регулярно"))


@dataclass(frozen=True)
class Asked:
    """A recommendation. ``confirmed`` and ``refused`` are texts that editors called evidence for it, or none."""

    key: str
    text: str
    kind: str = ""
    addressee: str = ""
    topics: frozenset[str] = frozenset()
    addressees: frozenset[str] = frozenset()
    adopted_on: dt.date | None = None
    confirmed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    @cached_property
    def nests(self) -> dict[str, list[str]]:
        return nests(self.text)

    @cached_property
    def learnt(self) -> list[tuple[int, dict[str, list[str]]]]:
        """Texts that were decided on: 1 for evidence, -1 for none, and the text's nests."""
        return [(1, nests(text)) for text in self.confirmed] + [(-1, nests(text)) for text in self.refused]


@dataclass(frozen=True)
class Told:
    """A text that may be evidence."""

    title: str
    text: str
    topics: frozenset[str] = frozenset()
    addressees: frozenset[str] = frozenset()
    date: dt.date | None = None

    @property
    def whole(self) -> str:
        return f"{self.title}. {self.text}"

    @cached_property
    def nests(self) -> dict[str, list[str]]:
        return nests(self.whole)


@dataclass(frozen=True)
class Suggestion:
    """``score`` is between 0 and 1; ``because`` are words of the text, empty where only the meaning is near."""

    key: str
    score: float
    because: tuple[str, ...]


@dataclass
class Scorer:
    """Recommendations, prepared for many texts."""

    asked: Sequence[Asked]
    encoder: TextEncoder | None = None
    weights: Weights = WEIGHTS
    #: Per recommendation: what its words weigh, what notions it tells of.
    _notions: list[dict[int, float]] = field(init=False)

    def __post_init__(self) -> None:
        self._rareness = rareness([one.nests for one in self.asked])
        self._notions = [self._notions_of(one) for one in self.asked]
        self._actors = [frozenset(actors().found(nests(one.addressee))) for one in self.asked]

    def suggest(
        self, texts: Sequence[Told], left_out: Sequence[Collection[str]] | None = None
    ) -> list[list[Suggestion]]:
        """For each text at most three suggestions, best first; none where nothing fits.

        ``left_out`` gives for each text the keys of recommendations that are not to be suggested.
        """
        if not self.asked:
            return [[] for _told in texts]
        nearness = Nearness.of([one.text for one in self.asked], [told.whole for told in texts], self.encoder)
        without = left_out or [()] * len(texts)
        return [self._suggest(told, nearness, row, without[row]) for row, told in enumerate(texts)]

    def _suggest(self, told: Told, nearness: Nearness | None, row: int, left_out: Collection[str]) -> list[Suggestion]:
        notions = {number: math.log1p(power) for number, power in meanings().found(told.nests).items()}
        acting = {number: math.log1p(power) for number, power in actors().found(told.nests).items()}
        floor = self._floor(told, nearness, row)
        scored = []
        for index, one in enumerate(self.asked):
            if one.key in left_out or (told.date and one.adopted_on and told.date < one.adopted_on):
                continue
            score = (
                self._by_words(index, told, notions) + self._by_place(index, told, acting) + self._learned(one, told)
            )
            if nearness:
                score += self.weights.vectors * nearness.of_recommendation[row][index]
            if score >= floor:
                scored.append((score - self._loneliness(index, told), index))
        best = sorted((pair for pair in scored if pair[0] >= floor), key=lambda pair: (-pair[0], pair[1]))[:MOST]
        return [
            Suggestion(self.asked[index].key, round(_share(score - floor), 3), self._because(index, told))
            for score, index in best
        ]

    # --- parts of a score -------------------------------------------------------------------------------------------

    def _by_words(self, index: int, told: Told, notions: Mapping[int, float]) -> float:
        own = self.asked[index].nests
        total = sum(self._rareness[nest] for nest in own)
        common = sum(self._rareness[nest] for nest in own if nest in told.nests)
        shared = sum(share * notions[number] for number, share in self._notions[index].items() if number in notions)
        return self.weights.nests * common / math.sqrt(total + 4) + self.weights.notions * shared

    def _by_place(self, index: int, told: Told, acting: Mapping[int, float]) -> float:
        one, weights = self.asked[index], self.weights
        score = weights.actor * sum(acting.get(number, 0) for number in self._actors[index])
        score += weights.topic * min(2, len(one.topics & told.topics))
        score += weights.addressee * bool(one.addressees & told.addressees)
        if one.kind == _DECLARATORY:
            score -= weights.declaratory
        if one.kind == _RECURRING and not _AGAIN.isdisjoint(told.nests):
            score += weights.again
        return score

    def _learned(self, one: Asked, told: Told) -> float:
        """What editors decided on texts like this one."""
        near = {1: 0.0, -1: 0.0}
        for sign, learnt in one.learnt:
            near[sign] = max(near[sign], likeness(told.nests, learnt))
        return self.weights.learned * (near[1] - near[-1])

    def _loneliness(self, index: int, told: Told) -> float:
        """What is taken off because few words speak for the recommendation: one alone may be chance."""
        return self.weights.lone / max(1, len(self._speaking(index, told)))

    def _floor(self, told: Told, nearness: Nearness | None, row: int) -> float:
        """What a score must reach; more for a text that reads like everyday news."""
        weights = self.weights
        everyday = max(ordinary_notions().found(told.nests).values(), default=0.0)
        if nearness is None:
            return weights.floor + weights.ordinary * math.log1p(everyday)
        return weights.floor_with_vectors + weights.ordinary_with_vectors * nearness.ordinary[row]

    # --- what a text is about ---------------------------------------------------------------------------------------

    def _notions_of(self, one: Asked) -> dict[int, float]:
        """What a recommendation asks for, as shares of what its words weigh together; passing mentions are left out."""
        found = meanings().found(one.nests, self._rareness)
        least = _PASSING * max(found.values(), default=0.0)
        total = math.sqrt(_USUAL_WEIGHT * sum(self._rareness[nest] for nest in one.nests)) or 1.0
        return {number: power / total for number, power in found.items() if power >= least}

    def _because(self, index: int, told: Told) -> tuple[str, ...]:
        """Words of the text that speak for the recommendation, the weightiest first, as the text spells them."""
        weights = self._speaking(index, told)
        least = max(weights.values(), default=0.0) / 4
        best = sorted((nest for nest in weights if weights[nest] >= least), key=lambda nest: -weights[nest])
        return tuple(told.nests[nest][0] for nest in best[:_WORDS_SHOWN])

    def _speaking(self, index: int, told: Told) -> dict[str, float]:
        """Nests of the text that speak for the recommendation, with what they weigh."""
        own = self.asked[index].nests
        of_nest = meanings().of_nest
        weights: dict[str, float] = {}
        for nest in told.nests:
            weight = self._rareness[nest] if nest in own else 0.0
            numbers = of_nest.get(nest, ())
            weight += (
                sum(self._notions[index].get(number, 0.0) for number in numbers) * 10 / math.sqrt(len(numbers) or 1)
            )
            if weight:
                weights[nest] = weight
        return weights


def likeness(some: Collection[str], other: Collection[str]) -> float:
    """How much two texts have in common, by their nests: 1 for the same."""
    if not some or not other:
        return 0.0
    common = sum(1 for nest in some if nest in other)
    return common / math.sqrt(len(some) * len(other))


def _share(above: float) -> float:
    """From how far a score is above the floor to something between ½ and 1."""
    return 1 / (1 + math.exp(-above))
