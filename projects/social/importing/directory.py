"""What the site knows already, looked up once for a whole table, and the cells that are read by it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Locale

from core.models import Organisation, Person, Territory, Topic
from core.tables import CellError
from core.tables.columns import folded
from core.tables.parsing import parse_list, parse_string
from projects.councils.models import CouncilPage
from projects.councils.municipality import municipality
from projects.geo.point import check_within, read_point, write_point

from ..models import ProjectPage

#: Title and initiator, both folded: by them a project without a number is recognised.
Key = tuple[str, str]


@dataclass(frozen=True)
class Directory:
    """Terms by folded title; the projects that are there, by numbers and keys; the municipality's boundary."""

    organisations: dict[str, Organisation]
    councils: dict[str, CouncilPage]
    people: dict[str, Person]
    topics: dict[str, Topic]
    territories: dict[str, Territory]
    numbers: set[str]
    keys: set[Key]
    land: dict[str, Any] | None

    @classmethod
    def load(cls, locale: Locale) -> "Directory":
        """Ask for everything at once: as many queries for five hundred rows as for one."""
        projects = ProjectPage.objects.filter(locale=locale)
        initiators = ("title", "organisation__title", "council__title", "group", "person__title")
        rows = projects.values_list(*initiators)
        return cls(
            organisations=_by_title(Organisation.objects.filter(locale=locale)),
            councils=_by_title(CouncilPage.objects.filter(locale=locale).live().defer_streamfields()),
            people=_by_title(Person.objects.filter(locale=locale)),
            topics=_by_title(Topic.objects.filter(locale=locale)),
            territories=_by_title(Territory.objects.filter(locale=locale)),
            numbers={folded(number) for number in projects.values_list("external_id", flat=True) if number},
            keys={(folded(title), folded(next(filter(None, names), ""))) for title, *names in rows},
            land=municipality(),
        )

    def has(self, marks: list[Any]) -> bool:
        """Whether the project with these marks is there: its number if it has one, its key last."""
        return marks[0] in self.numbers or marks[-1] in self.keys

    @property
    def parsers(self) -> dict[str, Callable[[Any], Any]]:
        """Readers of the cells that name something of the site."""
        return {
            "topics": partial(parse_terms, known=self.topics),
            "territory": partial(parse_term, known=self.territories),
            "point": partial(parse_point, land=self.land),
        }


def parse_term(value: Any, known: dict[str, Any]) -> Any:
    """The term named in the cell, None for an empty one; ``known`` maps folded titles to terms."""
    words = parse_string(value)
    if not words:
        return None
    if folded(words) not in known:
        raise CellError(
            _("There is no “%(word)s” on the site. Check the spelling, or add it to the vocabulary first.")
            % {"word": words}
        )
    return known[folded(words)]


def parse_terms(value: Any, known: dict[str, Any]) -> list[Any]:
    """The terms named in the cell, separated by semicolons."""
    return [parse_term(word, known) for word in parse_list(value)]


def parse_point(value: Any, land: dict[str, Any] | None) -> str:
    """A place as it is kept; ``land`` is the municipality's boundary, which it must not leave."""
    place = read_point(parse_string(value))
    if place and land:
        check_within(*place, land)
    return write_point(*place) if place else ""


def _by_title(found: Any) -> dict[str, Any]:
    return {folded(one.title): one for one in found}
