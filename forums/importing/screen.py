"""What the review screen shows: lines, fields of the head, items, as values that a template can ask."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy

from forums.importing import ROLE_LABELS, AnnotatedLine, Item, Role
from forums.importing.annotations import ROLE_WORDS
from forums.importing.text import seams

FACTS = {
    "title": gettext_lazy("Title"),
    "number": gettext_lazy("Number of the forum"),
    "theme": gettext_lazy("Theme"),
    "adopted_on": gettext_lazy("Adopted on"),
    "place": gettext_lazy("Place"),
}


@dataclass
class Row:
    """A line as the screen shows it."""

    index: int
    line: AnnotatedLine
    notes: list[str]
    next_doubtful: int | None = None
    split_text: str = ""
    error: str = ""

    @property
    def roles(self) -> list[tuple[str, str, bool]]:
        return [(role.value, label, role is self.line.role) for role, label in ROLE_LABELS.items()]

    @property
    def role_word(self) -> str:
        return ROLE_WORDS[self.line.role]

    @property
    def second(self) -> str:
        """The second-best role in words; empty where there is none."""
        return str(ROLE_LABELS[self.line.second]) if self.line.second else ""

    @property
    def second_percent(self) -> int:
        return max(1, round(self.line.second_probability * 100))

    @cached_property
    def pieces(self) -> list[tuple[int, str]]:
        """The text cut where a second demand begins, each piece with its place; one piece where none does."""
        text = self.line.text
        places = seams(text) if self.line.role is Role.RECOMMENDATION else []
        return [(start, text[start:end]) for start, end in zip([0, *places], [*places, len(text)], strict=True)]

    @property
    def needs_a_look(self) -> bool:
        return self.line.uncertain or bool(self.notes)


@dataclass(frozen=True)
class Fact:
    """A field of the head as the screen shows it."""

    name: str
    value: str
    others: tuple[str, ...]

    @property
    def label(self) -> str:
        return str(FACTS[self.name])

    @property
    def input_type(self) -> str:
        return "date" if self.name == "adopted_on" else "text"

    @property
    def offered(self) -> list[tuple[str, str]]:
        """Other values as the field stores them and as they are shown."""
        others = [value for value in self.others if value != self.value]
        return [(value, date_format(day, "j E Y") if (day := day_of(value)) else value) for value in others]


@dataclass(frozen=True)
class ShownItem:
    """A recommendation as the screen shows it, and the earlier one that it may repeat or repeats."""

    item: Item
    key: str
    suggestion: dict[str, str]
    accepted: bool


def day_of(text: str) -> date | None:
    """Return the day that a field of dates has stored; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
