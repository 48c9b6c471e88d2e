"""How near texts are to recommendations by their vectors."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, Self

import numpy as np

from .notions import ordinary

#: So many texts count for as much as the recommendations themselves when a recommendation's usual nearness is reckoned.
_FEW = 8


class TextEncoder(Protocol):
    """What :func:`core.embeddings.encoder` gives."""

    name: str

    def encode(self, texts: Sequence[str], role: Any = "passage") -> np.ndarray | None: ...


@dataclass(frozen=True)
class Nearness:
    """``of_recommendation``: a row a text, a column a recommendation, above what is usual for that recommendation.

    ``ordinary``: how much nearer each text is to something ordinary than to every recommendation.
    """

    of_recommendation: np.ndarray
    ordinary: np.ndarray

    @classmethod
    def of(cls, asked: Sequence[str], texts: Sequence[str], encoder: TextEncoder | None) -> Self | None:
        """None without an encoder, or while it gives no vectors."""
        if encoder is None or not texts:
            return None
        items = encoder.encode(asked)
        everyday = encoder.encode(ordinary())
        rows = [row for text in texts if (row := encoder.encode([text], "query")) is not None]
        if items is None or everyday is None or len(rows) < len(texts):
            return None
        told: np.ndarray = np.concatenate(rows)
        near = told @ items.T
        return cls(near - _usual(near, items), (told @ everyday.T).max(axis=1) - near.max(axis=1))


def _usual(near: np.ndarray, items: np.ndarray) -> np.ndarray:
    """What nearness is usual for each recommendation: some are near to everything.

    The mean over the texts; where these are few, over the other recommendations as well.
    """
    others = items @ items.T
    total = near.sum(axis=0) + _FEW * others.mean(axis=0)
    return total / (len(near) + _FEW)
