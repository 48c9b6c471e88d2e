"""Training from the repository alone: the samples with their roles and the generator's documents."""

import random
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path

from documents.lines import Zone
from forums.importing.features import features
from forums.importing.labels import consistent
from forums.importing.model import PATH, Model, digest, load, save
from forums.importing.training import fit
from forums.importing.training.evaluation import Score, evaluate
from forums.importing.training.generator import generate, generate_long
from forums.importing.training.labelled import Labelled, Misfit, lay
from forums.importing.training.labelled import load as load_samples

SAMPLES = Path("tests/forums/importing/samples")
DATA_DATE = "2026-11-24"
"""The day on which the samples or the generator last changed; it stands in the model instead of the clock's."""
SEED, COUNT, REPEATED = 2, 2000, 3
"""A sample weighs as much as three generated documents."""
TEST_SEED, TEST_COUNT, LONG_COUNT = 977, 150, 12


def train(
    samples: Sequence[Labelled],
    *,
    corrections: Sequence[Labelled] = (),
    count: int = COUNT,
    path: Path = PATH,
    tested: int = TEST_COUNT,
    say: Callable[[str], object] = print,
) -> dict[str, object]:
    """Fit a model to *samples*, *corrections* and *count* generated documents, write it to *path*, give its facts."""
    known = [*samples, *corrections]
    sequences = [_sequence(document, number) for number in range(REPEATED) for document in known]
    parts = [part for document in known for part in _written(document)]
    for document in generate(count, SEED):
        try:
            sequences.append(_sequence(document))
        except Misfit:
            continue
        parts += _written(document)
    say(f"{len(sequences)} documents, {sum(len(labels) for _, labels in sequences)} segments")
    state, transitions = fit.fit(sequences)
    facts: dict[str, object] = {
        "date": DATA_DATE, "digest": digest(parts), "samples": len(samples), "generated": count,
        "corrections": len(corrections),
    }  # fmt: skip
    save(path, state, transitions, facts)
    load.cache_clear()
    facts["scores"] = {name: score.to_json() for name, score in scores(load(path), tested).items()} if tested else {}
    save(path, state, transitions, facts)
    load.cache_clear()
    return facts


def scores(model: Model, count: int = TEST_COUNT) -> dict[str, Score]:
    """Return how *model* reads *count* generated documents in layouts that training leaves out, and some long ones."""
    unseen = islice(filter(fits, generate(count * 20, TEST_SEED, held_out=True)), count)
    return {
        "held_out_layouts": evaluate(unseen, model),
        "long_held_out": evaluate(filter(fits, generate_long(LONG_COUNT, TEST_SEED)), model),
    }


def fits(document: Labelled) -> bool:
    """Tell whether the labels of a document lie upon its segments: a layout may swallow a letter."""
    try:
        lay(document)
    except Misfit:
        return False
    return True


def cross_validate(samples: Sequence[Labelled], folds: int, count: int, path: Path) -> Score:
    """Return how models that have not seen a sample read it; each fold leaves out every *folds*-th sample."""
    results: list[Score] = []
    for fold in range(folds):
        kept = [sample for index, sample in enumerate(samples) if index % folds != fold]
        left = [sample for index, sample in enumerate(samples) if index % folds == fold]
        sequences = [_sequence(document, number) for number in range(REPEATED) for document in kept] + list(
            _sequences(generate(count, SEED))
        )
        state, transitions = fit.fit(sequences)
        save(path, state, transitions, {})
        load.cache_clear()
        results.append(evaluate(left, load(path)))
    load.cache_clear()
    return merged(results)


def merged(results: Sequence[Score]) -> Score:
    """Return the mean of *results*, each weighed by its documents."""
    total = sum(score.documents for score in results)

    def mean(name: str) -> float:
        return sum(getattr(score, name) * score.documents for score in results) / total

    return Score(
        documents=total, items=mean("items"), units=mean("units"), refused=sum(score.refused for score in results),
        told_apart=sum(score.told_apart for score in results), negatives=sum(score.negatives for score in results),
        sure=mean("sure"), right=mean("right"),
    )  # fmt: skip


def labelled_samples(folder: Path = SAMPLES) -> list[Labelled]:
    """Return the repository's samples that have roles beside them."""
    return load_samples(folder)


FAMILIES = (
    "hint:",
    "turn",
    "s:turn",
    "body",
    "dative",
    "event",
    "noting",
    "w1",
    "w12",
    "fin",
    "room",
    "g:w1",
    "chain",
    "listing",
    "date",
)
"""Features by their beginnings; some of these are hidden in some documents, so that none becomes necessary."""
HIDDEN = 0.1


def hide(names: list[list[str]], rng: random.Random) -> list[list[str]]:
    """Return *names* without a few families of features, the same ones in a whole document."""
    hidden = tuple(family for family in FAMILIES if rng.random() < HIDDEN)
    if not hidden:
        return names
    hidden += tuple(f"{place}:{family}" for place in ("p", "n") for family in hidden)
    return [[name for name in own if not name.startswith(hidden)] for own in names]


def _sequences(documents: Iterable[Labelled]) -> Iterable[fit.Sequence]:
    for document in documents:
        try:
            yield _sequence(document)
        except Misfit:
            continue


def _sequence(document: Labelled, number: int = 0) -> fit.Sequence:
    found, labels, _ = lay(document)
    body = [(segment, label) for segment, label in zip(found, labels, strict=True) if segment.line.zone is Zone.BODY]
    names = hide(features([segment for segment, _ in body]), random.Random(f"{document.name}/{number}"))
    return names, consistent([label for _, label in body])


def _written(document: Labelled) -> list[str]:
    return [
        document.name,
        *(f"{line.mark} {line.text}" for line in document.lines),
        *(f"{role} {text}" for role, text in document.pieces),
    ]
