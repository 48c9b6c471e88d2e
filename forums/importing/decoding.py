"""The likeliest roles of all segments together, under rules that never bend, and how sure each one is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forums.importing.annotations import Role
from forums.importing.labels import BEGIN, BULLETED, HEAD, INSIDE, ITEMS, LABELS, NUMBERED, OTHER, UNMARKED, role_of
from forums.importing.model import Model, Weights
from forums.importing.segmentation import Segment

NEVER = -1e9
DECIDING = {*ITEMS, Role.LEAD_IN.value, Role.ADDRESSEE.value}
AFTER_PREAMBLE = {*ITEMS, Role.LEAD_IN.value, Role.ADDRESSEE.value, Role.SIGNATURE.value, Role.CLOSING.value}
"""A preamble stands above everything that is decided."""
AFTER_NO_ADDRESSEE = {*(role.value for role in HEAD), Role.SIGNATURE.value}
"""Who is addressed is asked for something at once: no head and no signature follows."""
ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class Decision:
    """The label of a segment, its probability, and the second-best role."""

    label: str
    probability: float
    second: Role | None
    role_probability: float = 0.0
    second_probability: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """The decisions on a document's segments, how likely it is a resolution at all, and how likely each is an item."""

    decisions: tuple[Decision, ...]
    resolution: float
    items: tuple[float, ...]


def decode(model: Model, found: Sequence[Segment], names: Sequence[Sequence[str]]) -> Reading:
    """Return the likeliest labels of *found*, whose features are *names*."""
    scores = model.emissions(names) + _fitting(found)
    going_on = model.transitions + ALLOWED
    # after signatures only a number that goes on makes an item
    closed = going_on + CLOSED
    steps = [going_on if segment.chain in ("next", "last") else closed for segment in found]
    likely = _likely(scores, steps)
    resolution = 1.0 - float(_shares(likely[:1])[0, OTHER_PLACE])
    # a document is a resolution as a whole or not at all, so the other label can be left out afterwards
    likely[:, OTHER_PLACE] = scores[:, OTHER_PLACE] = NEVER
    best = _viterbi(scores, steps)
    marginals = _shares(likely)
    by_role = marginals @ ROLE_OF_LABEL
    decisions = tuple(_decision(int(label), marginals[row], by_role[row]) for row, label in enumerate(best))
    items = marginals[:, [place for place, label in enumerate(LABELS) if label.partition("-")[2] in ITEMS]].sum(axis=1)
    return Reading(decisions, resolution, tuple(map(float, items)))


def _decision(label: int, own: Weights, roles: Weights) -> Decision:
    role = ROLES.index(role_of(LABELS[label]))
    order = [int(place) for place in np.argsort(-roles, kind="stable") if place != role]
    second = order[0]
    return Decision(LABELS[label], float(own[label]), ROLES[second], float(roles[role]), float(roles[second]))


def _allowed() -> Weights:
    """Return zero for every step from label to label that makes sense, and minus infinity for the others."""
    result = np.full((len(LABELS), len(LABELS)), NEVER)
    for row, above in enumerate(LABELS):
        for column, below in enumerate(LABELS):
            if _may_follow(above, below):
                result[row, column] = 0.0
    return result


def _may_follow(above: str, below: str) -> bool:
    if OTHER in (above, below):
        return above == below
    name, (part, _, own) = above.partition("-")[2], below.partition("-")
    if part == INSIDE:
        return name == own
    if below == f"{BEGIN}-{Role.PREAMBLE.value}" and name in AFTER_PREAMBLE:
        return False
    if name == Role.ADDRESSEE and part == BEGIN and own in AFTER_NO_ADDRESSEE:
        return False
    # a numbered item owns the lines without marks below it, up to the next number or heading
    return not (name == NUMBERED and own == UNMARKED)


OTHER_PLACE = LABELS.index(OTHER)
ALLOWED = _allowed()
STARTS = np.array([0.0 if label == OTHER or label.startswith(BEGIN) else NEVER for label in LABELS])
HEADING = np.array([0.0 if label in (OTHER, f"{BEGIN}-{Role.CLOSING.value}") else NEVER for label in LABELS])
TO_WHOM = np.array([0.0 if label in (OTHER, f"{BEGIN}-{Role.ADDRESSEE.value}") else NEVER for label in LABELS])
GOES_ON = np.array([0.0 if label == OTHER or label.startswith(INSIDE) else NEVER for label in LABELS])
"""What the format itself says of the cells of a table and of paragraphs inside a list item."""
CLOSED = np.zeros_like(ALLOWED)
for _row, _above in enumerate(LABELS):
    for _column, _below in enumerate(LABELS):
        if _above.endswith(Role.SIGNATURE.value) and _below.partition("-")[2] in DECIDING:
            CLOSED[_row, _column] = NEVER
ROLE_OF_LABEL = np.zeros((len(LABELS), len(ROLES)))
for _row, _label in enumerate(LABELS):
    ROLE_OF_LABEL[_row, ROLES.index(role_of(_label))] = 1.0


def _fitting(found: Sequence[Segment]) -> Weights:
    """Return minus infinity for labels that a segment cannot have: a bulleted item has a bullet."""
    result = np.zeros((len(found), len(LABELS)))
    for row, segment in enumerate(found):
        own = UNMARKED if segment.mark is None else BULLETED if segment.mark.is_bullet else NUMBERED
        for name in ITEMS:
            if name != own:
                result[row, LABELS.index(f"{BEGIN}-{name}")] = NEVER
        if segment.line.column_heading and segment.begins_line:
            result[row] += HEADING
        elif segment.line.to_whom and segment.begins_line:
            result[row] += TO_WHOM
        elif segment.line.in_item and segment.begins_line and segment.mark is None and row:
            result[row] += GOES_ON
    if found:
        result[0] += STARTS
    return result


def _viterbi(scores: Weights, steps: Sequence[Weights]) -> list[int]:
    best = scores[0]
    back: list[Weights] = []
    for row in range(1, len(scores)):
        paths = best[:, None] + steps[row]
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + scores[row]
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def _likely(scores: Weights, steps: Sequence[Weights]) -> Weights:
    """Return the logarithm of the weight of all paths through every label (forward and backward sums)."""
    count = len(scores)
    ahead, behind = np.zeros_like(scores), np.zeros_like(scores)
    ahead[0] = scores[0]
    for row in range(1, count):
        ahead[row] = scores[row] + _log_sum(ahead[row - 1][:, None] + steps[row], 0)
    for row in range(count - 2, -1, -1):
        behind[row] = _log_sum(steps[row + 1] + (scores[row + 1] + behind[row + 1])[None, :], 1)
    return ahead + behind


def _shares(likely: Weights) -> Weights:
    """Return probabilities from logarithms of weights, each row by itself."""
    shares = np.exp(likely - likely.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)


def _log_sum(values: Weights, axis: int) -> Weights:
    top = values.max(axis=axis)
    return top + np.log(np.exp(values - np.expand_dims(top, axis)).sum(axis=axis))
