"""The trained weights: one small file, read once a process."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forums.importing.labels import LABELS

PATH = Path(__file__).with_name("model.json.gz")
SCALE = 1000
"""Weights are stored as whole thousandths."""

Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of features and of transitions, in the order of ``LABELS``, and what is known of their making."""

    features: Mapping[str, int]
    weights: Weights
    transitions: Weights
    facts: Mapping[str, object] = field(default_factory=dict)

    def emissions(self, names: Sequence[Iterable[str]]) -> Weights:
        """Return for each segment, given by the names of its features, the weight of every label."""
        result = np.zeros((len(names), len(LABELS)))
        for row, own in enumerate(names):
            known = [self.features[name] for name in own if name in self.features]
            if known:
                result[row] = self.weights[known].sum(axis=0)
        return result


@lru_cache(maxsize=1)
def load(path: Path = PATH) -> Model:
    """Return the model of *path*."""
    data = json.loads(gzip.decompress(path.read_bytes()))
    if data["labels"] != list(LABELS):
        raise ValueError("The model knows other labels than this version. Train it anew: make train.")
    weights = np.zeros((len(data["features"]), len(LABELS)))
    for row, pairs in enumerate(data["features"].values()):
        for label, weight in pairs:
            weights[row, label] = weight / SCALE
    return Model(
        features={name: row for row, name in enumerate(data["features"])},
        weights=weights,
        transitions=np.array(data["transitions"], dtype=float) / SCALE,
        facts=data["facts"],
    )


def save(
    path: Path,
    state: Mapping[tuple[str, str], float],
    transitions: Mapping[tuple[str, str], float],
    facts: Mapping[str, object],
) -> None:
    """Write a model; the same weights and facts give the same bytes."""
    place = {label: index for index, label in enumerate(LABELS)}
    rows: dict[str, list[list[int]]] = {}
    for (name, label), weight in sorted(state.items()):
        if rounded := round(weight * SCALE):
            rows.setdefault(name, []).append([place[label], rounded])
    matrix = [[round(transitions.get((above, below), 0.0) * SCALE) for below in LABELS] for above in LABELS]
    data = {"facts": facts, "labels": LABELS, "transitions": matrix, "features": rows}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def digest(parts: Iterable[str]) -> str:
    """Return a short digest of training data."""
    total = hashlib.sha256()
    for part in parts:
        total.update(part.encode())
        total.update(b"\0")
    return total.hexdigest()[:16]
