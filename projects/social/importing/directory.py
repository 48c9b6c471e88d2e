"""What the site knows already, looked up once for a whole table."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale

from core.models import Organisation, Person, Territory, Topic
from projects.councils.models import CouncilPage
from projects.councils.municipality import municipality

from ..models import ProjectPage
from .columns import folded

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
        """Eight queries, however large the table is."""
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


def _by_title(found: Any) -> dict[str, Any]:
    return {folded(one.title): one for one in found}
