"""What the model says of a segment: a role, and whether the segment begins something or goes on with it."""

from forums.importing.annotations import Role
from forums.importing.marks import Mark

BEGIN, INSIDE = "B", "I"
OTHER = "other"
"""A line of a document that is no resolution; such a document has no other lines."""

NUMBERED, BULLETED, UNMARKED = "numbered", "bulleted", "unmarked"
ITEMS = (NUMBERED, BULLETED, UNMARKED)
HEAD = (Role.LETTERHEAD, Role.TITLE, Role.THEME, Role.DATE, Role.PLACE)
TAIL = (Role.CLOSING, Role.SIGNATURE)
NAMES = (*HEAD, Role.PREAMBLE, Role.LEAD_IN, Role.ADDRESSEE, *ITEMS, *TAIL)
LABELS = (OTHER, *(f"{part}-{name}" for name in NAMES for part in (BEGIN, INSIDE)))


def label_of(role: Role, part: str, mark: Mark | None = None) -> str:
    """Return the label of a segment; an item is told by its mark, and what goes on with it is corrected below."""
    if role is not Role.RECOMMENDATION:
        return f"{part}-{role.value}"
    return f"{part}-{UNMARKED if mark is None else BULLETED if mark.is_bullet else NUMBERED}"


def role_of(label: str) -> Role:
    """Return the role that *label* stands for."""
    name = label.partition("-")[2]
    return Role.RECOMMENDATION if name in ITEMS else Role(name) if name else Role.CLOSING


def consistent(labels: list[str]) -> list[str]:
    """Return *labels* with whatever goes on with an item named after the item's beginning."""
    result: list[str] = []
    name = ""
    for label in labels:
        part, _, own = label.partition("-")
        if part == BEGIN:
            name = own
        elif own in ITEMS and name in ITEMS:
            label = f"{INSIDE}-{name}"
        elif own in ITEMS:
            name = own
        result.append(label)
    return result
