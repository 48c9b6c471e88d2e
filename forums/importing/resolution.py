"""The value an import ends in: a resolution as plain data, ready to print as JSON or to save as a page."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum

from documents.lines import Notice


class Verb(StrEnum):
    """What a section does with its items."""

    RECOMMEND = "recommend"
    RESOLVE = "resolve"
    PROPOSE = "propose"


class Kind(StrEnum):
    """How a recommendation is carried out: once, again and again, all the time, or not at all."""

    ONE_OFF = "one_off"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    DECLARATORY = "declaratory"


@dataclass(frozen=True, slots=True)
class ForumFacts:
    """What the document says of its forum; ``name`` is in the nominative, without number and theme."""

    name: str = ""
    number: int | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One recommendation. Paragraphs of its text are separated by a newline."""

    number: str
    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Section:
    """Items that share a lead-in and an addressee. A lead-in stands in its first section only."""

    lead_in: str
    verb: Verb
    addressee: str | None
    items: tuple[Item, ...]

    def to_json(self) -> dict:
        return {
            "lead_in": self.lead_in,
            "verb": self.verb.value,
            "addressee": self.addressee,
            "recommendations": [
                {"number": item.number, "text": item.text, "kind": item.kind.value} for item in self.items
            ],
        }


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution as its document gives it."""

    title: str
    forum: ForumFacts
    adopted_on: date | None
    place: str | None
    letterhead: tuple[str, ...]
    preamble: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    warnings: tuple[Notice, ...] = ()
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values that fields of the head may have, each as its field stores it; likeliest first."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All recommendations in the document's order."""
        return tuple(item for section in self.sections for item in section.items)

    def to_json(self) -> dict:
        """Return the value as JSON-ready data, in the order of the paper document."""
        return {
            "title": self.title,
            "forum": asdict(self.forum),
            "adopted_on": self.adopted_on.isoformat() if self.adopted_on else None,
            "place": self.place,
            "letterhead": list(self.letterhead),
            "preamble": list(self.preamble),
            "sections": [section.to_json() for section in self.sections],
            "closing": list(self.closing),
            "warnings": [{"line": notice.line, "message": notice.text} for notice in self.warnings],
        }
