"""Whether a probability means what it says: of the segments called so sure, how many are right."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from forums.importing.annotations import Role
from forums.importing.decoding import decode
from forums.importing.features import features
from forums.importing.labels import OTHER, role_of
from forums.importing.model import Model
from forums.importing.training.labelled import Labelled, lay

EDGES = (0.0, 0.5, 0.7, 0.85, 0.97, 0.995, 1.01)


@dataclass(slots=True)
class Bin:
    """The segments whose role is as likely as that: how many there are and how many right; ``said`` is summed."""

    least: float
    most: float
    count: int = 0
    right: int = 0
    said: float = 0.0

    def __str__(self) -> str:
        if not self.count:
            return f"{self.least:.3f} to {min(self.most, 1.0):.3f}: none"
        said, held = self.said / self.count, self.right / self.count
        return (
            f"{self.least:.3f} to {min(self.most, 1.0):.3f}: {self.count} segments, said {said:.3f}, right {held:.3f}"
        )


def calibration(documents: Iterable[Labelled], model: Model, role: Role | None = None) -> list[Bin]:
    """Return how often *model* is right where it is so sure, over all roles or where it says *role*."""
    bins = [Bin(least, most) for least, most in pairwise(EDGES)]
    for document in documents:
        found, labels, _missed = lay(document)
        if not found or OTHER in labels:
            continue
        for decision, label in zip(decode(model, found, features(found)).decisions, labels, strict=True):
            said = role_of(decision.label)
            if role not in (None, said):
                continue
            own = next(one for one in bins if one.least <= decision.role_probability < one.most)
            own.count += 1
            own.said += decision.role_probability
            own.right += said is role_of(label)
    return bins


def expected_error(bins: Iterable[Bin]) -> float:
    """Return the mean distance of what is said from what holds, each bin weighed by its segments."""
    bins = list(bins)
    return sum(abs(one.said - one.right) for one in bins) / max(1, sum(one.count for one in bins))
