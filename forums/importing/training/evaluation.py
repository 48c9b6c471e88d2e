"""How well a model reads labelled documents: decisions and addressees found, and whether "sure" is sure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from documents.errors import UnreadableDocument
from documents.lines import Document
from forums.importing.annotations import AnnotatedLine, Role
from forums.importing.decoding import decode
from forums.importing.features import features
from forums.importing.labels import OTHER, role_of
from forums.importing.model import Model
from forums.importing.parser import SURE, annotate
from forums.importing.training.labelled import Labelled, lay

Unit = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Harmonic means of precision and recall, averaged over documents, and what became of the sure segments."""

    documents: int
    items: float
    units: float
    """Items and addressees."""
    refused: int
    told_apart: int
    """Documents that are no resolutions and were refused."""
    negatives: int
    sure: float
    """Share of the segments called sure, and of these the share that is right."""
    right: float

    def to_json(self) -> dict[str, float]:
        return {name: round(getattr(self, name), 4) for name in self.__slots__}


def evaluate(documents: Iterable[Labelled], model: Model) -> Score:
    """Return how *model* reads *documents*."""
    items: list[float] = []
    units: list[float] = []
    refused = told = negatives = sure = right = segments = 0
    for document in documents:
        negative = any(role == OTHER for role, _ in document.pieces)
        negatives += negative
        try:
            lines = annotate(Document(document.lines), model).lines
        except UnreadableDocument:
            told += negative
            refused += not negative
            if not negative:
                items.append(0.0)
                units.append(0.0)
            continue
        if negative:
            continue
        wanted, got = wanted_units(document.pieces), found_units(lines)
        items.append(f1(_only(got, Role.RECOMMENDATION), _only(wanted, Role.RECOMMENDATION)))
        units.append(f1(got, wanted))
        counts = _certainty(document, model)
        segments, sure, right = segments + counts[0], sure + counts[1], right + counts[2]
    return Score(
        documents=len(items) + negatives, items=_mean(items), units=_mean(units), refused=refused, told_apart=told,
        negatives=negatives, sure=sure / max(1, segments), right=right / max(1, sure),
    )  # fmt: skip


def wanted_units(pieces: Sequence[tuple[str, str]]) -> list[Unit]:
    """Return the items and addressees that the labels name, in letters and digits alone."""
    return _units((role, text) for role, text in pieces)


def found_units(lines: Sequence[AnnotatedLine]) -> list[Unit]:
    """Return the items and addressees among *lines*."""
    return _units((line.role, f"{line.mark} {line.text}") for line in lines)


def _units(pairs: Iterable[tuple[str, str]]) -> list[Unit]:
    result: list[Unit] = []
    above = ""
    for role, text in pairs:
        letters = "".join(filter(str.isalnum, text))
        if role == Role.CONTINUATION:
            if above in (Role.RECOMMENDATION, Role.ADDRESSEE):
                result[-1] = (result[-1][0], result[-1][1] + letters)
            continue
        above = str(role)
        if above in (Role.RECOMMENDATION, Role.ADDRESSEE):
            result.append((above, letters))
    return result


def f1(got: Sequence[Unit], wanted: Sequence[Unit]) -> float:
    """Return the harmonic mean of precision and recall; 1 where nothing was wanted and nothing found."""
    if not got and not wanted:
        return 1.0
    hits = sum((Counter(got) & Counter(wanted)).values())
    return 2 * hits / (len(got) + len(wanted))


def _only(units: Sequence[Unit], role: Role) -> list[Unit]:
    return [unit for unit in units if unit[0] == role]


def _certainty(document: Labelled, model: Model) -> tuple[int, int, int]:
    """Return how many segments there are, how many are called sure, and how many of these have the right role."""
    found, labels, _ = lay(document)
    if not found:
        return 0, 0, 0
    decisions = decode(model, found, features(found)).decisions
    sure = [
        role_of(decision.label) is role_of(label)
        for decision, label in zip(decisions, labels, strict=True)
        if decision.role_probability >= SURE
    ]
    return len(found), len(sure), sum(sure)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
