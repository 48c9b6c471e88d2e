"""How much texts have in common, by their words, each weighed by how rare it is. Pure, no dictionary.

A text is a set of keys: whatever its reader takes for the same word, usually dictionary forms.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Set
from functools import cached_property


class KnownTexts:
    """Texts that others are compared with; a text is named by its place among them.

    ``smoothing`` is added to the number of texts that hold a word: with 1 a word of one text weighs less than a word of
    none, with 0 as much.
    """

    def __init__(self, texts: Iterable[Set[str]], smoothing: int = 0) -> None:
        self._texts = list(texts)
        self._smoothing = smoothing
        self._holders: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self._texts):
            for word in words:
                self._holders[word].append(place)

    def weight(self, word: str) -> float:
        """What a word says of a text that has it: the more, the fewer texts have it."""
        held = len(self._holders.get(word, ())) + self._smoothing
        return math.log(1 + len(self._texts) / max(1, held))

    def coverage(self, asked: Set[str]) -> dict[int, float]:
        """The share of the weight of the words ``asked`` that a text has, from 0 to 1.

        Texts that have none of them are left out, here and in :meth:`mutual_share`.
        """
        whole = self._size(asked)
        return {place: shared / whole for place, shared in self._shared(asked).items()}

    def mutual_share(self, asked: Set[str]) -> dict[int, float]:
        """The share of the weight of both, the words ``asked`` and a text, that they have in common: 1 for the same."""
        own = self._size(asked)
        return {place: 2 * shared / (own + self._sizes[place]) for place, shared in self._shared(asked).items()}

    @cached_property
    def _sizes(self) -> list[float]:
        return [self._size(words) for words in self._texts]

    def _size(self, words: Iterable[str]) -> float:
        return sum(map(self.weight, words))

    def _shared(self, asked: Set[str]) -> dict[int, float]:
        shared: dict[int, float] = defaultdict(float)
        for word in asked:
            weight = self.weight(word)
            for place in self._holders.get(word, ()):
                shared[place] += weight
        return shared
