"""From a parsed query to what an engine is asked and what the ranking weighs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from russian.roots import root
from search.engines.base import Weighted
from search.engines.nodes import Key, Node, Phrase, Root, Without, either, every
from search.query.parser import ParsedQuery, Term

#: A synonym counts for nearly as much as the word itself, another reading of a word for half.
SYNONYM_WEIGHT, READING_WEIGHT, RESPELLED_WEIGHT = 0.85, 0.5, 0.6
FUNCTION_WEIGHT = 0.12
#: In a search for any of the words, those that stand in more entries than this only help to rank, for speed's sake.
_COMMON = 2_000
_MAX_LOOSE_TERMS = 16
_TITLE_WEIGHT, _ROOT_WEIGHT = 0.6, 0.3

KeySequence = tuple[str, ...]


@dataclass(frozen=True)
class Clause:
    """Terms that stand for one thing (nearly always a single term), other names of that thing, and kin of its word."""

    terms: tuple[Term, ...]
    synonyms: tuple[KeySequence, ...] = ()
    respelled: tuple[str, ...] = ()
    kin: tuple[tuple[str, float], ...] = ()

    @property
    def is_function(self) -> bool:
        return all(term.is_function for term in self.terms)

    @property
    def is_phrase(self) -> bool:
        return self.terms[0].is_phrase

    @property
    def keys(self) -> KeySequence:
        return tuple(key for term in self.terms for key in term.keys)

    def node(self) -> Node:
        """What an entry must match to contain this clause."""
        own = every([_term_node(term) for term in self.terms])
        others = [_synonym_node(keys) for keys in self.synonyms]
        others += [Key(key) for key in self.respelled]
        return either([own, *others])

    def loose_node(self) -> Node:
        """The same, or something akin to it; of several words any that says something."""
        several = [_term_node(term) for term in self.terms if not term.is_function] if len(self.terms) > 1 else []
        return either([self.node(), *several, *(Key(key) for key, _likeness in self.kin)])


def _term_node(term: Term) -> Node:
    if term.is_phrase:
        return sequence_node(term.keys)
    if len(term.keys) > 1:
        return every([Key(key) for key in term.keys])
    return either([Key(term.keys[0]), *(Key(key) for key in term.alternatives), *(Root(root) for root in term.roots)])


def _synonym_node(keys: KeySequence) -> Node:
    return sequence_node(keys) if len(keys) > 1 else either([Key(keys[0]), Root(root(keys[0]))])


def sequence_node(keys: KeySequence, title: bool = False) -> Node:
    return Phrase(keys, title) if len(keys) > 1 else Key(keys[0], title)


def clauses(query: ParsedQuery, synonyms: Sequence[Sequence[KeySequence]] = ()) -> tuple[Clause, ...]:
    """The query's clauses in order; a run of words that is one side of a synonym group becomes one clause."""
    by_first: dict[str, list[tuple[KeySequence, Sequence[KeySequence]]]] = {}
    for group in synonyms:
        for keys in group:
            by_first.setdefault(keys[0], []).append((keys, group))
    found: list[Clause] = []
    terms, position = query.terms, 0
    while position < len(terms):
        length, others = _longest_synonym(terms, position, by_first)
        found.append(Clause(terms[position : position + length], others))
        position += length
    return tuple(found)


def _longest_synonym(
    terms: Sequence[Term], start: int, by_first: Mapping[str, list[tuple[KeySequence, Sequence[KeySequence]]]]
) -> tuple[int, tuple[KeySequence, ...]]:
    """How many terms from ``start`` are a known phrase, and its synonyms; 1 and none if they are not."""
    best_length = 1
    others: dict[KeySequence, None] = {}
    if terms[start].is_phrase:
        return 1, ()
    for keys, group in by_first.get(terms[start].keys[0], ()):
        taken: list[str] = []
        length = 0
        while len(taken) < len(keys) and start + length < len(terms) and not terms[start + length].is_phrase:
            taken += terms[start + length].keys
            length += 1
        if tuple(taken) == keys and length >= best_length:
            if length > best_length:
                best_length, others = length, {}
            others |= dict.fromkeys(other for other in group if other != keys)
    return best_length, tuple(others)


def respell(found: Iterable[Clause], nearest: Mapping[str, str], same: bool = False) -> tuple[Clause, ...]:
    """Clauses of unknown words with the key of the nearest known word beside (``nearest``: text → key).

    ``same``: it is the same word written otherwise, and stands for it like a synonym.
    """

    def beside(clause: Clause) -> Clause:
        key = nearest.get(clause.terms[0].text)
        if key is None:
            return clause
        return replace(clause, synonyms=((key,),)) if same else replace(clause, respelled=(key,))

    return tuple(map(beside, found))


def strict_match(found: Sequence[Clause], excluded: Sequence[Term]) -> Node:
    """Every clause that says something must be there."""
    content = [clause for clause in found if not clause.is_function] or list(found)
    return _less(every([clause.node() for clause in content]), excluded)


def loose_match(found: Sequence[Clause], excluded: Sequence[Term], frequencies: Mapping[str, int]) -> Node:
    """Every phrase; without phrases, any clause that is not in too many entries."""
    phrases = [clause.node() for clause in found if clause.is_phrase]
    if phrases:
        return _less(every(phrases), excluded)
    content = [clause for clause in found if not clause.is_function] or list(found)
    rare = [clause for clause in content if _frequency(clause, frequencies) <= _COMMON]
    chosen = sorted(rare or content, key=lambda clause: _frequency(clause, frequencies))[:_MAX_LOOSE_TERMS]
    return _less(either([clause.loose_node() for clause in chosen]), excluded)


def _frequency(clause: Clause, frequencies: Mapping[str, int]) -> int:
    return min(frequencies.get(key, 0) for key in clause.keys)


def title_match(match: Node, found: Sequence[Clause]) -> Node:
    """``match`` with at least one of the clauses' words in the title."""
    keys = [Key(key, title=True) for clause in found if not clause.is_function for key in clause.keys]
    return every([match, either(keys)]) if keys else match


def _less(node: Node, excluded: Sequence[Term]) -> Node:
    if not excluded:
        return node
    return Without(node, either([sequence_node(term.keys) for term in excluded]))


def weighted(found: Sequence[Clause], weights: Sequence[float]) -> tuple[Weighted, ...]:
    """For engines that add up: each clause by its weight, more in the title, less by relation."""
    parts: list[Weighted] = []
    for clause, weight in zip(found, weights, strict=True):
        if clause.is_function or weight <= 0:
            continue
        for term in clause.terms:
            own = weight / len(clause.terms)
            parts.append(Weighted(sequence_node(term.keys), own))
            parts.append(Weighted(sequence_node(term.keys, title=True), own * _TITLE_WEIGHT))
            parts += [Weighted(Root(root), own * _ROOT_WEIGHT) for root in term.roots[:1]]
        others = [sequence_node(keys) for keys in clause.synonyms] + [Key(key) for key in clause.respelled]
        parts += [Weighted(node, weight * SYNONYM_WEIGHT) for node in others]
    return tuple(parts)
