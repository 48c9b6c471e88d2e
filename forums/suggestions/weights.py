"""What counts for how much. Set on labelled texts (``tests/forums/suggestions``); the decision has the figures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weights:
    nests: float = 0.7
    notions: float = 2.0
    vectors: float = 40.0
    actor: float = 0.2
    topic: float = 0.3
    addressee: float = 0.2
    declaratory: float = 0.3
    again: float = 0.1
    learned: float = 2.0
    lone: float = 0.8
    floor: float = -0.3
    ordinary: float = 0.3
    floor_with_vectors: float = -0.2
    ordinary_with_vectors: float = 20.0


WEIGHTS = Weights()
