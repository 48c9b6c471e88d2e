"""What the reading page of a resolution shows: its sections narrowed by addressee, topic and state.

No request and no queries here. The query string is a visitor's text: a value that no filter offers counts as no choice.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.translation import gettext as _

from core.extensions import extensions_of

if TYPE_CHECKING:
    from .models import Recommendation, ResolutionSection

#: Names in the query string.
ADDRESSEE, TOPIC = "to", "topic"


@dataclass(frozen=True)
class Group:
    """A section with those of its recommendations that the filters leave."""

    section: "ResolutionSection"
    items: "tuple[Recommendation, ...]"
    anchor: str
    starts_lead_in: bool


class Reading:
    """The sections of one resolution as a query string asks for them."""

    def __init__(self, sections: "Sequence[ResolutionSection]", query: QueryDict) -> None:
        self.sections = sections
        self.query = query
        self.items = [item for section in sections for item in section.items]
        self.filters = {
            ADDRESSEE: (_("Addressee"), self._addressees_of),
            TOPIC: (_("Topic"), self._topics_of),
        }
        for offer in extensions_of("filters of a resolution"):
            self.filters |= {one.name: (one.label, one.values) for one in offer()}
        self.chosen = {name: self._asked(name) for name in self.filters}

    def _asked(self, name: str) -> str:
        value, labels = self.query.get(name, ""), self.filters[name][1]
        return value if any(value in labels(item) for item in self.items) else ""

    @staticmethod
    def _addressees_of(item: "Recommendation") -> dict[str, str]:
        return {item.addressee.slug: item.addressee.title} if item.addressee else {}

    @staticmethod
    def _topics_of(item: "Recommendation") -> dict[str, str]:
        return {topic.slug: topic.title for topic in item.topics.all()}

    def _fits(self, item: "Recommendation", but: str = "") -> bool:
        """Whether the item passes the chosen filters, all ``but`` one."""
        return all(
            not self.chosen[name] or name == but or self.chosen[name] in labels(item)
            for name, (_label, labels) in self.filters.items()
        )

    @cached_property
    def groups(self) -> list[Group]:
        """The sections that have something to show."""
        found = []
        for position, section in enumerate(self.sections, start=1):
            items = tuple(item for item in section.items if self._fits(item))
            if items or not self.is_filtered:
                found.append(Group(section, items, f"section-{position}", bool(section.lead_in)))
        return found

    @property
    def is_filtered(self) -> bool:
        return any(self.chosen.values())

    @property
    def total(self) -> int:
        return len(self.items)

    @property
    def shown(self) -> int:
        return sum(len(group.items) for group in self.groups)

    @property
    def contents(self) -> list[tuple[int, str, str]]:
        """Lines of the table of contents: level, addressee, anchor."""
        return [(2, group.section.title, group.anchor) for group in self.groups]

    # --- filters ------------------------------------------------------------------------------------------

    @cached_property
    def fields(self) -> list[tuple[str, str, list[tuple[str, str, int]], str]]:
        """Filters for ``components/filters.html``; one that offers no choice is left out."""
        fields = [
            (
                name,
                label,
                self._options((item for item in self.items if self._fits(item, name)), labels),
                self.chosen[name],
            )
            for name, (label, labels) in self.filters.items()
        ]
        return [field for field in fields if len(field[2]) > 1 or field[3]]

    def _options(
        self, items: "Iterable[Recommendation]", labels: "Callable[[Recommendation], dict[str, str]]"
    ) -> list[tuple[str, str, int]]:
        """Every value with its count among ``items``: counted without the filter's own choice."""
        names: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for item in items:
            names |= labels(item)
            counts.update(labels(item).keys())
        return [(slug, names[slug], counts[slug]) for slug in sorted(names, key=lambda slug: names[slug])]

    @property
    def removable(self) -> list[tuple[str, str]]:
        """What is chosen, each with the address that drops it."""
        chosen = []
        for name, _label, options, value in self.fields:
            label = next((text for slug, text, _count in options if slug == value), "")
            if value and label:
                chosen.append((label, self._query_without(name)))
        return chosen

    def _query_without(self, name: str) -> str:
        kept = QueryDict(mutable=True)
        kept.update({key: value for key, _l, _o, value in self.fields if value and key != name})
        return f"?{kept.urlencode()}"
