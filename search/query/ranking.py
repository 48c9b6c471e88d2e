"""How good a match is: BM25 over title and body, relatives at a low weight, words side by side. Pure functions.

Engines propose candidates; this orders them, the same on every engine.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from russian.readings import QUANTITY
from russian.roots import root
from search.analysis import ROOT_MARK
from search.query.parser import Term
from search.query.plan import FUNCTION_WEIGHT, READING_WEIGHT, RESPELLED_WEIGHT, SYNONYM_WEIGHT, Clause

K1 = 1.2
TITLE_WEIGHT, TITLE_B, BODY_B = 2.0, 0.3, 0.75
ROOT_WEIGHT = 0.45
#: The same number written otherwise is the same number.
NUMBER_WEIGHT = 0.9
KIN_WEIGHT = 0.4
NEIGHBOURS_WEIGHT = 0.35
SAME_TITLE, TITLE_BEGINS = 1.25, 1.15
COVERAGE_WEIGHT = 0.25


@dataclass(frozen=True)
class Corpus:
    """What is known of all entries of a language."""

    entries: int
    title_length: float
    body_length: float
    frequencies: Mapping[str, int]

    def rarity(self, key: str) -> float:
        """Inverse document frequency, never negative."""
        frequency = min(self.frequencies.get(key, 0), self.entries)
        return math.log(1 + (self.entries - frequency + 0.5) / (frequency + 0.5))


class Document:
    """Keys of one entry, ready for counting: words stand between two spaces, so that neighbours do not share one."""

    __slots__ = ("body", "body_factor", "boost", "roots", "title", "title_factor", "title_only")

    def __init__(self, title: str, body: str, roots: str, lengths: tuple[int, int], boost: float, corpus: Corpus):
        self.title_only = title
        self.title = f" {title.replace(' ', '  ')} "
        self.body = f" {body.replace(' ', '  ')} "
        self.roots = f" {roots.replace(' ', '  ')} "
        self.boost = boost
        self.title_factor = TITLE_WEIGHT / (1 - TITLE_B + TITLE_B * lengths[0] / max(corpus.title_length, 1))
        self.body_factor = 1 / (1 - BODY_B + BODY_B * lengths[1] / max(corpus.body_length, 1))

    def strength(self, keys: Sequence[str]) -> float:
        """How much a key, or keys one after another, are what this entry is about: 0 to 1."""
        needle = f" {'  '.join(keys)} "
        return _saturated(self.title.count(needle) * self.title_factor + self.body.count(needle) * self.body_factor)

    def kinship(self, root: str) -> float:
        """The same for words of a root."""
        return _saturated(self.roots.count(f" {ROOT_MARK}{root} ") * self.body_factor)


def _saturated(frequency: float) -> float:
    return frequency / (frequency + K1)


def term_weight(term: Term, corpus: Corpus) -> float:
    rarity = sum(corpus.rarity(key) for key in term.keys) / len(term.keys) ** 0.5
    return rarity * (FUNCTION_WEIGHT if term.is_function else 1)


@dataclass(frozen=True)
class Weighed:
    """A clause with what it, and each of its terms, is worth."""

    clause: Clause
    weight: float
    terms: tuple[tuple[Term, float], ...]


def weigh(clauses: Sequence[Clause], corpus: Corpus) -> list[Weighed]:
    """Clauses with their worth, computed once for all documents."""
    weighed = []
    for clause in clauses:
        terms = tuple((term, term_weight(term, corpus)) for term in clause.terms)
        weighed.append(Weighed(clause, sum(weight for _term, weight in terms), terms))
    return weighed


def score(document: Document, query: Sequence[Weighed]) -> float:
    """The document's worth for the query; 0 if it has nothing of it."""
    total = covered = 0.0
    for part in query:
        value = _clause_score(document, part)
        total += value
        covered += part.weight if value else 0
    if not total:
        return 0.0
    total += NEIGHBOURS_WEIGHT * _neighbours(document, query)
    total *= 1 - COVERAGE_WEIGHT + COVERAGE_WEIGHT * covered / (sum(part.weight for part in query) or 1)
    asked = " ".join(key for part in query for key in part.clause.keys)
    if document.title_only == asked:
        total *= SAME_TITLE
    elif document.title_only.startswith(f"{asked} "):
        total *= TITLE_BEGINS
    return total * document.boost


def _clause_score(document: Document, part: Weighed) -> float:
    own = sum(weight * _term_strength(document, term) for term, weight in part.terms)
    clause = part.clause
    if own >= part.weight * SYNONYM_WEIGHT:
        return own  # no relative is worth more
    others = [SYNONYM_WEIGHT * _synonym_strength(document, keys) for keys in clause.synonyms]
    others += [RESPELLED_WEIGHT * document.strength((key,)) for key in clause.respelled]
    others += [KIN_WEIGHT * likeness * document.strength((key,)) for key, likeness in clause.kin]
    return max(own, part.weight * max(others, default=0.0))


def _synonym_strength(document: Document, keys: Sequence[str]) -> float:
    own = document.strength(keys)
    return max(own, ROOT_WEIGHT * document.kinship(root(keys[0]))) if len(keys) == 1 else own


def _term_strength(document: Document, term: Term) -> float:
    if term.is_phrase:
        return document.strength(term.keys)
    if len(term.keys) > 1:
        return sum(document.strength((key,)) for key in term.keys) / len(term.keys)
    best = document.strength(term.keys)
    for key in term.alternatives:
        best = max(best, READING_WEIGHT * document.strength((key,)))
    for coarse in term.roots:
        worth = NUMBER_WEIGHT if coarse.removesuffix(QUANTITY).isdigit() else ROOT_WEIGHT
        best = max(best, worth * document.kinship(coarse))
    return best


def _neighbours(document: Document, query: Sequence[Weighed]) -> float:
    """What words standing side by side, as in the query, add."""
    content = [part for part in query if not part.clause.is_function]
    return sum(
        min(left.weight, right.weight) * document.strength((left.clause.keys[-1], right.clause.keys[0]))
        for left, right in pairwise(content)
    )
