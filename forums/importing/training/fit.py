"""Fitting the weights: features and labels of many documents go in, a model comes out."""

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pycrfsuite

Weighted = Mapping[tuple[str, str], float]
Sequence = tuple[list[list[str]], list[str]]

SETTINGS = {
    "c1": 0.3,
    "c2": 0.3,
    "max_iterations": 80,
    "feature.minfreq": 4,
    "feature.possible_transitions": True,
}


def fit(sequences: Iterable[Sequence], *, iterations: int | None = None) -> tuple[Weighted, Weighted]:
    """Return the weights of (feature, label) and of (label, label) that explain *sequences* best."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(SETTINGS | ({"max_iterations": iterations} if iterations else {}))
    for names, labels in sequences:
        trainer.append(names, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "weights")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return info.state_features, info.transitions
