"""Notions: what resolutions ask for and news tell of in other words. They stand in text files beside this module."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from russian.tokens import parts

from .words import common, nest, nests

FOLDER = Path(__file__).parent
#: What words that make sense together only («управляющая компания») count for, against 1 for a word of one notion.
_TOGETHER = 1.0
#: Fewer recommendations than this are weighed as if they were so many.
_FEW = 20
#: Words that say little weigh this share of what their rareness would give them.
_COMMON_WEIGHT = 0.3


@dataclass(frozen=True)
class Notions:
    """Notions by number. ``of_nest`` leads from a nest to the notions it stands for, ``pairs`` from two or more."""

    names: tuple[str, ...]
    of_nest: Mapping[str, tuple[int, ...]]
    pairs: Mapping[tuple[str, ...], int]

    def found(self, present: Collection[str], weigh: Mapping[str, float] | None = None) -> dict[int, float]:
        """Notions that the nests tell of, with their strength: a nest of many notions says little of each.

        ``weigh`` gives what each nest weighs (1 where it is left out).
        """
        strengths: dict[int, float] = defaultdict(float)
        for word in present:
            numbers = self.of_nest.get(word, ())
            for number in numbers:
                strengths[number] += (weigh[word] if weigh else 1.0) / math.sqrt(len(numbers))
        for pair, number in self.pairs.items():
            if all(word in present for word in pair):
                strengths[number] += _TOGETHER * (weigh[pair[0]] if weigh else 1.0)
        return strengths


def _read(name: str) -> list[str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def meanings() -> Notions:
    """The notions of ``meanings.txt``."""
    return _listed("meanings.txt")


def _listed(file: str) -> Notions:
    names, words, pairs = [], [], {}
    for number, line in enumerate(_read(file)):
        name, _colon, listed = line.partition(":")
        names.append(name)
        single = set()
        for word in listed.split():
            pieces = tuple(map(nest, parts(word)))
            if len(pieces) > 1:
                pairs[pieces] = number
            else:
                single.add(pieces[0])
        words.append(single)
    return Notions(tuple(names), _by_nest(words), pairs)


@cache
def actors() -> Notions:
    """The lines of ``actors.txt``: who may have acted."""
    return _listed("actors.txt")


@cache
def ordinary() -> tuple[str, ...]:
    """The sentences of ``ordinary.txt``."""
    return tuple(_read("ordinary.txt"))


@cache
def ordinary_notions() -> Notions:
    """The same as notions."""
    sentences = ordinary()
    return Notions(sentences, _by_nest([set(nests(sentence)) for sentence in sentences]), {})


def _by_nest(words: list[set[str]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, single in enumerate(words):
        for word in single:
            found[word].append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


def rareness(sets: Collection[Collection[str]]) -> dict[str, float]:
    """What each nest weighs among some texts: the rarer, the more. Of a few texts each word would be common."""
    holding = Counter(word for one in sets for word in one)
    total = max(_FEW, len(sets))
    found = {word: math.log(1 + (total - count + 0.5) / (count + 0.5)) for word, count in holding.items()}
    return {word: weight * _COMMON_WEIGHT if word in common() else weight for word, weight in found.items()}
